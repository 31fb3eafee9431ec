/** How workouts, routines and figures of the body look in the REST API. Loads are grams, distances metres, times ms. */
import * as z from 'zod/mini'
import { LIMITS } from '../../../shared/set-limits.ts'
import { LOAD_MODES } from '../../exercises/model.ts'
import { SET_KINDS, SOURCES, setFigures, WORKOUT_STATES, workoutExerciseRow, workoutRow } from '../model.ts'
import { DAILY, MEASURES } from './body.ts'
import { routineSet } from './routines.ts'

/** What the document says of a field. */
const says = <S extends z.ZodMiniType>(schema: S, words: string): S => schema.check(z.describe(words) as never) as S

/** As in RFC 3339, with its offset. Written out, since zod’s own would weigh on every phone. */
const instant = z
  .string()
  .check(
    z.regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/),
    z.meta({ format: 'date-time' }) as never,
  )
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const id = z.string().check(z.minLength(1), z.maxLength(80))
const text = (max: number) => z.string().check(z.maxLength(max))
const e = workoutExerciseRow.shape
const { loadG, reps, repsRight, durationMs, distanceM } = setFigures

const apiSet = z.object({
  id,
  kind: z.enum(SET_KINDS),
  loadMode: says(z.enum(LOAD_MODES), 'How the load is to be read: added, taken off (`assisted`), or none.'),
  loadG: says(z.nullable(z.int()), 'Grams per implement: a pair of 20 kg dumbbells is 20000.'),
  reps: says(z.nullable(z.int()), 'Of the left side where `repsRight` says the other’s.'),
  repsRight: z.nullable(z.int()),
  rir: says(z.nullable(z.number()), 'Reps in reserve, in halves; RPE is 10 minus this.'),
  durationMs: z.nullable(z.int()),
  distanceM: z.nullable(z.int()),
  doneAt: says(z.nullable(instant), 'Null of a set that was planned and not done.'),
  notes: z.string(),
})

export const apiWorkout = z.object({
  id,
  title: z.string(),
  state: says(z.enum(WORKOUT_STATES), '`open` while it goes on; `partial` where sets were left out.'),
  startedAt: instant,
  endedAt: z.nullable(instant),
  zone: says(z.string(), 'IANA zone in which it was started.'),
  localDay: says(day, 'The day it belongs to, in that zone.'),
  activeMs: says(z.nullable(z.int()), 'Time trained, long pauses taken out.'),
  notes: z.string(),
  bodyweightG: z.nullable(z.int()),
  sessionRpe: says(z.nullable(z.int()), 'How hard all of it was, 0 to 10.'),
  source: z.enum(SOURCES),
  routineId: z.nullable(id),
  exercises: z.array(
    z.object({
      id,
      exerciseId: says(id, 'See `/exercises`.'),
      notes: z.string(),
      superset: says(z.nullable(z.int()), 'Those with the same number are done in turn.'),
      restS: z.nullable(z.int()),
      sets: z.array(apiSet),
    }),
  ),
})
export type ApiWorkout = z.infer<typeof apiWorkout>

export const apiRoutine = z.object({
  id,
  title: z.string(),
  folderId: z.nullable(id),
  notes: z.string(),
  exercises: z.array(
    z.object({
      exerciseId: id,
      notes: z.string(),
      superset: z.nullable(z.int()),
      restS: z.nullable(z.int()),
      sets: says(z.array(routineSet), 'Figures that nobody planned are left out. `rir2` is reps in reserve × 2.'),
    }),
  ),
})
export type ApiRoutine = z.infer<typeof apiRoutine>

export const apiMeasurement = z.object({
  id,
  kind: z.enum([...MEASURES, ...DAILY]),
  value: says(
    z.int(),
    'Weight, lean mass in grams; body fat in tenths of a percent; sleep in minutes, energy in kcal, protein in grams; else mm.',
  ),
  at: instant,
  localDay: day,
})
export type ApiMeasurement = z.infer<typeof apiMeasurement>

export const API_EVENTS = ['workout', 'routine', 'exercise', 'bodyMeasurement'] as const
export const apiEvents = z.object({
  events: z.array(
    z.object({
      type: z.enum(['updated', 'deleted']),
      of: z.enum(API_EVENTS),
      id,
      data: says(z.optional(z.looseObject({})), 'What it is now, as its own address shows it; absent once deleted.'),
    }),
  ),
  cursor: says(z.string(), 'Where to go on, now or another day.'),
  more: says(z.boolean(), 'There is more at this moment.'),
})
export type ApiEvents = z.infer<typeof apiEvents>

/** Absent means what the app would put there itself. */
const newSet = z.strictObject({
  kind: z.optional(z.enum(SET_KINDS)),
  loadG: z.optional(says(loadG, `Grams per implement, at most ${LIMITS.loadG}.`)),
  reps: z.optional(reps),
  repsRight,
  rir: z.optional(z.nullable(says(z.number().check(z.gte(0), z.lte(10), z.multipleOf(0.5)), 'In halves.'))),
  durationMs: z.optional(durationMs),
  distanceM: z.optional(distanceM),
  doneAt: z.optional(says(instant, 'When it was done; absent: the end of the workout.')),
  notes: z.optional(text(2000)),
})
export type NewApiSet = z.infer<typeof newSet>

export const newApiWorkout = z.strictObject({
  title: z.optional(workoutRow.shape.title),
  startedAt: says(instant, 'With its offset, as in `2026-11-28T18:00:00+01:00`. Never after now.'),
  endedAt: says(instant, 'At most seven days later.'),
  zone: z.optional(says(workoutRow.shape.zone, 'IANA zone, for the day it belongs to; absent: UTC.')),
  notes: z.optional(workoutRow.shape.notes),
  sessionRpe: workoutRow.shape.sessionRpe,
  exercises: says(
    z
      .array(
        z.strictObject({
          exerciseId: says(e.exerciseId, 'One of `/exercises`.'),
          notes: z.optional(e.notes),
          superset: z.optional(e.superset),
          restS: z.optional(e.restS),
          sets: z.array(newSet).check(z.minLength(1), z.maxLength(50)),
        }),
      )
      .check(z.minLength(1), z.maxLength(50)),
    'In their order. At most 300 sets in all.',
  ),
})
export type NewApiWorkout = z.infer<typeof newApiWorkout>

export const idempotencyKey = z.string().check(z.regex(/^[\x21-\x7e]{8,200}$/))

/** What a cursor holds: the last of a page by its moment and id, or a place in sync's order of one history. */
export const pageCursor = z.tuple([z.int(), z.string().check(z.maxLength(80))])
export const eventCursor = z.tuple([z.uuid(), z.int().check(z.gte(0)), z.string(), z.string()])
