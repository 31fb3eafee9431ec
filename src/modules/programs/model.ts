/**
 * What to do: a program is a document that never changes once it was shipped (a change is a new version), an assignment
 * says who follows which version since when, and a planned session is what one day of it asked for, as it was started.
 */
import * as z from 'zod/mini'
import { LIMITS } from '../../shared/set-limits.ts'
import { defineCollection } from '../../sync/mutation.ts'

/** Some sets that are alike. */
export type SetSpec = {
  /** How many of them, 1 by default. */
  n?: number
  reps: number
  /** As many as possible, `reps` at least. */
  amrap?: true
  /** Percent of the place's basis, 100 by default. */
  pct?: number
  /** The effort aimed at, 6 to 10: the load follows from the estimated maximum. */
  rpe?: number
  /** Reps to leave: the load follows from the place's own, which leaves three. */
  rir?: number
}

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
  /** The sets where they are not `sets` × `reps`: by stage, or by week of a cycle as `by` says. */
  plan?: readonly (readonly SetSpec[])[]
  by?: 'stage' | 'week'
  /** What the figure is that goes on from session to session: the load (default), a training max, an estimated maximum. */
  basis?: 'load' | 'tm' | 'e1rm'
  /** Instead of those that follow from `repsTo` and `step`. */
  rules?: readonly Rule[]
  /** Harder and harder variations, `exerciseId` the first. */
  ladder?: readonly string[]
  /** The load helps: less of it is harder. */
  assisted?: true
}
export type ProgramDay = { id: string; title: string; slots: readonly ProgramSlot[] }
export type ProgramVersion = {
  id: string
  version: number
  title: string
  /** Done once: the program ends with this round, and the athlete chooses anew. */
  rounds?: number
  /** What the first figures are, where they are not simply loads. */
  begin?: string
  /** For whom, in one sentence. */
  forWhom: string
  /** What is needed. */
  needs: string
  daysAWeek: number
  minutes: number
  /** Done in this order, then from the start again: one round. */
  days: readonly ProgramDay[]
}

export const TRIGGERS = ['done', 'missed', 'amrap', 'last', 'sum', 'tried'] as const
export const EFFECTS = ['add', 'less', 'reps', 'stage', 'reset', 'estimate', 'harder', 'easier', 'ramp'] as const

const count = z.optional(z.int().check(z.gte(0), z.lte(1000)))
const amount = z.optional(z.number().check(z.gte(0), z.lte(200)))

/** One rule of a place. They are ordered: the first that applies and has head-room is the only one in a session. */
export const ruleShape = z.strictObject({
  /** Done or missed `n` times in a row (1); reps of the set with as many as possible, of the last one, or in all ≥ `n`; tried. */
  when: z.enum(TRIGGERS),
  n: count,
  /** Only in this week of the cycle, from 0. */
  week: count,
  does: z.enum(EFFECTS),
  /** What is added, by unit. */
  kg: amount,
  lb: amount,
  /** Where the reps end. */
  to: count,
  /** Percent that is taken off, that an estimate may move by, or that a ramp's last week is lifted with. */
  pct: count,
})
export type Rule = z.infer<typeof ruleShape>

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
  /** The athlete's own instead of the program's. */
  rules: z.optional(z.nullable(z.array(ruleShape).check(z.maxLength(12)))),
  /** Since when: sessions before it were judged by others. */
  rulesAt: z.optional(z.nullable(instantMs)),
})
export type Override = z.infer<typeof overrideRow>

export const plannedSetRow = z.strictObject({
  reps: z.int().check(z.gte(0), z.lte(LIMITS.reps)),
  ...load,
  /** As many as possible. */
  amrap: z.optional(z.literal(true)),
  /** The effort aimed at: reps in reserve × 2. */
  rir2: z.optional(z.int().check(z.gte(0), z.lte(20))),
})
export type PlannedSet = z.infer<typeof plannedSetRow>

export const plannedExerciseRow = z.strictObject({
  slot: name,
  exerciseId: id,
  /** The workout's exercise that was made for it. */
  entryId: id,
  sets: z.array(plannedSetRow).check(z.maxLength(20)),
  /** How the place stood when it was started, in the figures of `rules/slot-state.ts`: what is judged by at its end. */
  from: z.optional(z.array(z.nullable(z.int().check(z.gte(0), z.lte(2_000_000_000)))).check(z.maxLength(8))),
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

/**
 * What the athlete made of a proposal: that it stays as it was (`kept`), goes on with another load, training max or
 * estimate (`changed`), or, taken back, nothing. What was proposed follows from the log and is stored nowhere.
 */
export const decisionRow = z.object({
  /** `<session>:<slot>`. */
  id: overrideId,
  assignmentId: id,
  sessionId: id,
  slot: name,
  verdict: z.nullable(z.enum(['kept', 'changed'])),
  ...load,
})
export type Decision = z.infer<typeof decisionRow>

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

export const decisions = defineCollection('program_decision', decisionRow, {
  indexes: ['assignmentId'],
  domain: 'training',
})

/** Of a place in something: an override's in its assignment, a decision's in its session. */
export function overrideIdOf(ofId: string, slot: string): string {
  return `${ofId}:${slot}`
}
