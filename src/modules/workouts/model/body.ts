/** The body: what was measured, and pictures of progress. Both undated for sync, so that every phone has all of them. */
import * as z from 'zod/mini'
import { defineCollection } from '../../../sync/mutation.ts'
import { workoutRow } from '../model.ts'

/** The seventeen: weight and lean mass in grams, body fat in tenths of a percent, all others in millimetres. */
export const MEASURES = [
  'weight',
  'body_fat',
  'lean_mass',
  'neck',
  'shoulders',
  'chest',
  'left_biceps',
  'right_biceps',
  'left_forearm',
  'right_forearm',
  'waist',
  'abdomen',
  'hips',
  'left_thigh',
  'right_thigh',
  'left_calf',
  'right_calf',
] as const
/** What a day held beside them: sleep in minutes, energy eaten in kcal, protein in grams. */
export const DAILY = ['sleep', 'energy', 'protein'] as const
export const isDaily = (kind: string): boolean => DAILY.some((one) => one === kind)
export type Measure = (typeof MEASURES)[number] | (typeof DAILY)[number]

export const POSES = ['front', 'side', 'back'] as const
export type Pose = (typeof POSES)[number]

const { id, startedAt: at, localDay } = workoutRow.shape

/** One figure of one moment; what was measured together has the same moment. */
export const measurementRow = z.object({
  id,
  kind: z.enum([...MEASURES, ...DAILY]),
  value: z.int().check(z.gte(1), z.lte(700_000)),
  at,
  localDay,
})
export type Measurement = z.infer<typeof measurementRow>

/** The picture itself is the upload of the same id (media/model/uploads.ts). */
export const photoRow = z.object({ id, pose: z.nullable(z.enum(POSES)), at, localDay })
export type ProgressPhoto = z.infer<typeof photoRow>

export const measurements = defineCollection('body_measurement', measurementRow, {
  indexes: ['kind'],
  domain: 'measurements',
  // How somebody sleeps and eats is more than measurements that are shared say.
  rowDomain: ({ kind }) => (isDaily(String(kind)) ? 'wellness' : undefined),
})
export const progressPhotos = defineCollection('progress_photo', photoRow, { indexes: [], domain: 'photos' })
