/** What was done: workouts, the exercises in them, the sets. Instants are ms since 1970, days are local day numbers. */
import * as z from 'zod/mini'
import { LIMITS } from '../../shared/set-limits.ts'
import { defineCollection } from '../../sync/mutation.ts'
import { exercises, LOAD_MODES } from '../exercises/model.ts'

export const LOAD_UNITS = ['kg', 'lb'] as const
export type LoadUnit = (typeof LOAD_UNITS)[number]
export const DISTANCE_UNITS = ['m', 'km', 'mi'] as const
export type DistanceUnit = (typeof DISTANCE_UNITS)[number]
/**
 * `drop`, `restpause` and `myo` go on from the set above and are one hard set with it; of `amrap` as many reps as
 * possible were meant. The reps of `partial` were no whole ones, of `forced` some were helped, of `tempo` each was slow on
 * purpose, and `hold` stood still under the load.
 */
export const SET_KINDS = [
  'normal',
  'warmup',
  'drop',
  'failure',
  'amrap',
  'restpause',
  'myo',
  'partial',
  'forced',
  'tempo',
  'hold',
] as const
export type SetKind = (typeof SET_KINDS)[number]
export const WORKOUT_STATES = ['open', 'done', 'partial'] as const
export const SOURCES = [
  'app',
  'strong',
  'hevy',
  'csv',
  'fitnotes',
  'stronglifts',
  'fitbod',
  'liftosaur',
  'liftlog',
  'gpx',
  'tcx',
  'fit',
  'kml',
] as const
export type Source = (typeof SOURCES)[number]

const id = z.string().check(z.minLength(1), z.maxLength(80))
const text = (max: number) => z.string().check(z.maxLength(max))
const instantMs = z.int().check(z.gte(-62_000_000_000_000), z.lte(253_402_300_799_999))
const dayNumber = z.int().check(z.gte(-719_162), z.lte(2_932_896))
/** A fractional index: rows of one parent sort by it, ties by id. */
const position = z.string().check(z.minLength(1), z.maxLength(200))

/** Each stop and each going on is one. */
export const MOST_PAUSES = 200

export const workoutRow = z.object({
  id,
  title: text(200),
  state: z.enum(WORKOUT_STATES),
  startedAt: instantMs,
  /** IANA zone in which it was started. */
  zone: text(64),
  /** Local day number of the start in that zone: the workout belongs to this day for ever. */
  localDay: dayNumber,
  endedAt: z.nullable(instantMs),
  /** Time trained, idle time taken out; null while open. */
  activeMs: z.nullable(z.int().check(z.gte(0), z.lte(7 * 86_400_000))),
  notes: text(5000),
  /** Bodyweight on the day, a snapshot; null when unknown. */
  bodyweightG: z.nullable(z.int().check(z.gte(0), z.lte(700_000))),
  /** The device that logs it while it is open. Another takes it over by writing its own id. */
  holder: z.nullable(text(80)),
  source: z.enum(SOURCES),
  batchId: z.nullable(id),
  /** The athlete's place it was done at; null or absent where none was chosen, and it may be gone since. */
  placeId: z.optional(z.nullable(id)),
  /** How hard all of it was, on Borg's CR10 scale; null or absent where nobody said. */
  sessionRpe: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(10)))),
  /** The routine it was started from; null or absent where there was none, and it may be gone since. */
  routineId: z.optional(z.nullable(id)),
  /** When its clock was stopped and when it went on, by turns: it stands still while their number is odd. */
  pauses: z.optional(z.nullable(z.array(instantMs).check(z.maxLength(MOST_PAUSES)))),
})
export type Workout = z.infer<typeof workoutRow>

export const workoutExerciseRow = z.object({
  id,
  workoutId: id,
  /** A catalogue slug or the id of a custom exercise. */
  exerciseId: id,
  position,
  notes: text(5000),
  /** Rest after a working set; null means the exercise's own. */
  restS: z.nullable(z.int().check(z.gte(0), z.lte(3600))),
  /** Exercises of one workout with the same number form a superset. */
  superset: z.nullable(z.int().check(z.gte(0), z.lte(99))),
  /** Each side's reps are logged, of an exercise that is done on one side at a time. */
  sides: z.optional(z.nullable(z.boolean())),
  /** By the clock: a set begins every so many seconds. Null or absent: whenever the athlete is ready. */
  everyS: z.optional(z.nullable(z.int().check(z.gte(5), z.lte(3600)))),
  /** Of these, the seconds of work; null where the set is over when its reps are done (every minute on the minute). */
  workS: z.optional(z.nullable(z.int().check(z.gte(5), z.lte(3600)))),
})
export type WorkoutExercise = z.infer<typeof workoutExerciseRow>

/** The figures of a set; each null when the exercise does not ask for it or nothing was entered. */
export const setFigures = {
  kind: z.enum(SET_KINDS),
  loadMode: z.enum(LOAD_MODES),
  /** Integer grams per implement; with `assisted` the assistance. Never negative. */
  loadG: z.nullable(z.int().check(z.gte(0), z.lte(LIMITS.loadG))),
  /** The load as it was typed, for display and lossless export. */
  enteredLoad: z.nullable(text(20)),
  enteredUnit: z.nullable(z.enum(LOAD_UNITS)),
  /**
   * Per side of an exercise that is done on one side at a time; of the left where `repsRight` says the other's. Of an
   * exercise that counts floors or steps: those.
   */
  reps: z.nullable(z.int().check(z.gte(0), z.lte(LIMITS.counted))),
  repsRight: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(LIMITS.reps)))),
  /** Reps in reserve × 2 (RPE 8.5 is RIR 1.5 is 3). */
  rir2: z.nullable(z.int().check(z.gte(0), z.lte(20))),
  durationMs: z.nullable(z.int().check(z.gte(0), z.lte(LIMITS.durationMs))),
  distanceM: z.nullable(z.int().check(z.gte(0), z.lte(LIMITS.distanceM))),
  enteredDistance: z.nullable(text(20)),
  distanceUnit: z.nullable(z.enum(DISTANCE_UNITS)),
} as const

export const loggedSetRow = z.object({
  id,
  workoutId: id,
  /** The workout_exercise it belongs to. */
  entryId: id,
  position,
  ...setFigures,
  /** When it was checked off; null while it is only planned. Reps 0 with doneAt is a failed attempt. */
  doneAt: z.nullable(instantMs),
  notes: text(2000),
  /** The figures of which the athlete said that they are no slip of the thumb (see `confirmationOf`); others are asked about anew. */
  confirmed: z.optional(z.nullable(text(40))),
  /**
   * Of a recorded track: its metres and ms as they were read, then each standard distance in metres and the ms of its
   * fastest stretch. They count while the set still says those metres and ms.
   */
  bests: z.optional(z.nullable(z.array(z.int()).check(z.maxLength(40)))),
})
export type LoggedSet = z.infer<typeof loggedSetRow>
export type SetFigures = Pick<LoggedSet, keyof typeof setFigures>

export const importBatchRow = z.object({
  id,
  source: z.enum(SOURCES),
  fileName: text(255),
  createdAt: instantMs,
  /** Workouts the file holds, known before the first chunk is sent. */
  total: z.int().check(z.gte(0)),
  state: z.enum(['running', 'done', 'removed']),
})
export type ImportBatch = z.infer<typeof importBatchRow>

export const workouts = defineCollection('workout', workoutRow, {
  indexes: ['state', 'localDay', 'batchId'],
  dated: 'localDay',
  domain: 'training',
  fieldDomains: { bodyweightG: 'measurements', placeId: null },
})
export const workoutExercises = defineCollection('workout_exercise', workoutExerciseRow, {
  indexes: ['workoutId', 'exerciseId'],
  parent: { collection: 'workout', by: 'workoutId' },
  readBy: { collection: exercises.name, by: 'exerciseId' },
  domain: 'training',
})
export const loggedSets = defineCollection('logged_set', loggedSetRow, {
  indexes: ['workoutId', 'entryId'],
  parent: { collection: 'workout', by: 'workoutId' },
  siblings: ['entryId'],
  domain: 'training',
})
export const importBatches = defineCollection('import_batch', importBatchRow, { indexes: [], domain: 'training' })

/** One workout with all that is in it, in order. What screens, exports and rules pass around. */
export type WholeWorkout = { workout: Workout; entries: { entry: WorkoutExercise; sets: LoggedSet[] }[] }
