/** Exercises: the shipped catalogue and an athlete's own. A catalogue id is a readable slug, a custom one a UUIDv7. */
import * as z from 'zod/mini'
import { defineCollection } from '../../sync/mutation.ts'

export const EQUIPMENT = [
  'barbell',
  'dumbbell',
  'kettlebell',
  'machine',
  'cable',
  'smith_machine',
  'bodyweight',
  'band',
  'plate',
  'ez_bar',
  'trap_bar',
  'landmine',
  'rings',
  'medicine_ball',
  'sled',
  'cardio_machine',
  'other',
] as const
export type Equipment = (typeof EQUIPMENT)[number]

export const PATTERNS = [
  'squat',
  'hinge',
  'lunge',
  'horizontal_push',
  'vertical_push',
  'horizontal_pull',
  'vertical_pull',
  'chest_isolation',
  'shoulder_isolation',
  'elbow_flexion',
  'elbow_extension',
  'grip',
  'knee_extension',
  'knee_flexion',
  'hip_isolation',
  'calf',
  'core',
  'neck',
  'carry',
  'olympic',
  'jump_throw',
  'conditioning',
  'mobility',
] as const
export type Pattern = (typeof PATTERNS)[number]

export const MUSCLES = [
  'chest',
  'front_delts',
  'side_delts',
  'rear_delts',
  'lats',
  'upper_back',
  'traps',
  'lower_back',
  'biceps',
  'triceps',
  'forearms',
  'abs',
  'obliques',
  'glutes',
  'quads',
  'hamstrings',
  'adductors',
  'abductors',
  'calves',
  'neck',
] as const
export type Muscle = (typeof MUSCLES)[number]

/** How the load of a set is to be read. Assistance is a positive load that makes the lift easier; never a negative number. */
export const LOAD_MODES = ['external', 'bodyweight', 'bodyweight_plus', 'assisted', 'band', 'none'] as const
export type LoadMode = (typeof LOAD_MODES)[number]

/** Which columns a set asks for. */
export const MEASURES = [
  'load_reps',
  'reps',
  'duration',
  'load_duration',
  'distance_duration',
  'load_distance',
  'floors_duration',
  'steps_duration',
] as const
export type Measure = (typeof MEASURES)[number]

/** What is counted in the place of reps where no rep is done; null: reps, or nothing. */
export function countedOf(measure: Measure): 'floors' | 'steps' | null {
  if (measure === 'floors_duration') return 'floors'
  return measure === 'steps_duration' ? 'steps' : null
}

export const LATERALITIES = ['bilateral', 'unilateral', 'alternating'] as const
export type Laterality = (typeof LATERALITIES)[number]

/** Share of a hard set that counts for a muscle: 0 to 1 in steps of 0.05. Muscles that are not named count 0. */
export type MuscleWeights = Partial<Record<Muscle, number>>

/** What every exercise has, shipped or custom. */
export type Exercise = {
  id: string
  name: string
  /** Other names, among them the `Name (Equipment)` forms in which Strong and Hevy export it. */
  aliases: string[]
  equipment: Equipment
  pattern: Pattern
  measure: Measure
  loadMode: LoadMode
  /** Share of bodyweight that is lifted, 0 to 1; only with the bodyweight modes and `assisted`. */
  bodyweightFraction: number | null
  laterality: Laterality
  /** Implements moved at once; the load is entered per implement (two dumbbells of 20 kg: 20). */
  implements: 1 | 2
  muscles: MuscleWeights
  /** Default rest after a working set, in seconds. */
  restS: number
}

export type Instructions = { setup: string; movement: string; fault: string }

const text = (max: number) => z.string().check(z.maxLength(max))
const share = z.number().check(z.gte(0), z.lte(1))
// Not `partialRecord`, which every phone would have to fetch for this one field.
const shares = Object.fromEntries(MUSCLES.map((muscle) => [muscle, share])) as Record<Muscle, typeof share>

export const exerciseRow = z.object({
  id: z.string(),
  name: text(120),
  aliases: z.array(text(120)).check(z.maxLength(20)),
  equipment: z.enum(EQUIPMENT),
  pattern: z.enum(PATTERNS),
  measure: z.enum(MEASURES),
  loadMode: z.enum(LOAD_MODES),
  bodyweightFraction: z.nullable(z.number().check(z.gte(0), z.lte(1))),
  laterality: z.enum(LATERALITIES),
  implements: z.literal([1, 2]),
  muscles: z.partial(z.strictObject(shares)),
  restS: z.int().check(z.gte(0), z.lte(3600)),
  notes: text(2000),
})
export type CustomExercise = z.infer<typeof exerciseRow>

/** The athlete's own exercises. */
export const exercises = defineCollection('exercise', exerciseRow, { indexes: [], domain: 'training' })
