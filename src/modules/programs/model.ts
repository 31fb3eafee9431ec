/**
 * What to do: a program is a document that never changes once it was shipped (a change is a new version), an assignment
 * says who follows which version since when, and a planned session is what one day of it asked for, as it was started.
 */
import * as z from 'zod/mini'
import { LIMITS } from '../../shared/set-limits.ts'
import { defineCollection } from '../../sync/mutation.ts'

/** One place of a program: an exercise with its sets. */
export type ProgramSlot = {
  /** Names the place in all days and versions: what was done there last time is found by it. */
  slot: string
  exerciseId: string
  sets: number
  reps: number
  /** Weight is added only once every set reached this many; without it, once every set reached `reps`. */
  repsTo?: number
  /** The first session's load per implement; null lets the athlete find one; absent where there is no load. */
  start?: { kg: number; lb: number } | null
  /** What is added, in the unit the athlete lifts in. */
  step?: { kg: number; lb: number }
}
export type ProgramDay = { id: string; title: string; slots: readonly ProgramSlot[] }
export type ProgramVersion = {
  id: string
  version: number
  title: string
  /** For whom, in one sentence. */
  forWhom: string
  /** What is needed. */
  needs: string
  daysAWeek: number
  minutes: number
  /** Done in this order, then from the start again: one round. */
  days: readonly ProgramDay[]
}

const id = z.string().check(z.minLength(1), z.maxLength(80))
/** `<assignment>:<slot>`. */
const overrideId = z.string().check(z.minLength(1), z.maxLength(120))
const name = z.string().check(z.minLength(1), z.maxLength(40))
const instantMs = z.int().check(z.gte(-62_000_000_000_000), z.lte(253_402_300_799_999))
const dayNumber = z.int().check(z.gte(-719_162), z.lte(2_932_896))
const load = {
  /** Integer grams per implement. */
  loadG: z.nullable(z.int().check(z.gte(0), z.lte(LIMITS.loadG))),
  enteredLoad: z.nullable(z.string().check(z.maxLength(20))),
  enteredUnit: z.nullable(z.enum(['kg', 'lb'])),
} as const

export const assignmentRow = z.object({
  id,
  programId: id,
  version: z.int().check(z.gte(1), z.lte(10_000)),
  startedAt: instantMs,
  /** When the athlete left it; null while it is followed. */
  leftAt: z.nullable(instantMs),
})
export type Assignment = z.infer<typeof assignmentRow>

/** What the athlete changed of one place: another exercise, or a load to go on from. One row a place. */
export const overrideRow = z.object({
  id: overrideId,
  assignmentId: id,
  slot: name,
  exerciseId: z.nullable(id),
  ...load,
  /** Sessions before it say nothing about the load any more. */
  setAt: instantMs,
})
export type Override = z.infer<typeof overrideRow>

export const plannedSetRow = z.strictObject({ reps: z.int().check(z.gte(0), z.lte(LIMITS.reps)), ...load })
export type PlannedSet = z.infer<typeof plannedSetRow>

export const plannedExerciseRow = z.strictObject({
  slot: name,
  exerciseId: id,
  /** The workout's exercise that was made for it. */
  entryId: id,
  sets: z.array(plannedSetRow).check(z.maxLength(20)),
})
export type PlannedExercise = z.infer<typeof plannedExerciseRow>

export const plannedSessionRow = z.object({
  id,
  assignmentId: id,
  /** How often all days were gone through before it, from 0. */
  round: z.int().check(z.gte(0), z.lte(100_000)),
  /** The day of the program. */
  day: name,
  /** When it was started or skipped. */
  localDay: dayNumber,
  /** What was done for it; null when it was skipped. Whether it is done, the workout says. */
  workoutId: z.nullable(id),
  skippedAt: z.nullable(instantMs),
  /** As it was asked for then: a later change of the program changes nothing about it. */
  exercises: z.array(plannedExerciseRow).check(z.maxLength(40)),
})
export type PlannedSession = z.infer<typeof plannedSessionRow>

export const assignments = defineCollection('program_assignment', assignmentRow, { indexes: [], domain: 'training' })
export const overrides = defineCollection('program_override', overrideRow, {
  indexes: ['assignmentId'],
  domain: 'training',
})
export const plannedSessions = defineCollection('planned_session', plannedSessionRow, {
  indexes: ['assignmentId', 'workoutId', 'localDay'],
  dated: 'localDay',
  domain: 'training',
})

export function overrideIdOf(assignmentId: string, slot: string): string {
  return `${assignmentId}:${slot}`
}
