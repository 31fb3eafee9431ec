/**
 * What a recorded track, or the athlete, adds to the set of a run, ride, row or swim. All of it facts that were worked out
 * once, where the file was; positions are not among them.
 */
import * as z from 'zod/mini'
import { defineCollection } from '../../../sync/mutation.ts'
import { workoutRow } from '../model.ts'

const { id } = workoutRow.shape
const figure = z.nullable(z.int().check(z.gte(0), z.lte(700_000_000)))
const figures = z.array(z.int()).check(z.maxLength(5000))

export const cardioRow = z.object({
  /** The set's own: it adds to that one. */
  id,
  workoutId: id,
  /** Metres climbed; null where no height is known. */
  gainM: figure,
  /** Null where no heart was heard. */
  avgHr: figure,
  maxHr: figure,
  /** How steep a treadmill stood, in tenths of a percent; null or absent where nobody said. */
  inclineTenths: z.optional(figure),
  /** Four numbers a split (`SPLIT_SIZE`): by the sport's own stretch, and by miles. */
  splits: figures,
  mileSplits: figures,
  /** Three numbers each of up to a hundred equally long parts: see `PART_SIZE`. */
  parts: figures,
  /** Metres east and north of the start, one corner after the other. */
  outline: figures,
  /** The file it came from: its id among the kept files, its name and its SHA-256 in hex. */
  file: z.nullable(z.object({ id, name: z.string(), sha256: id })),
})
export type CardioSession = z.infer<typeof cardioRow>

/** Nobody else is shown any of it, whoever trains the athlete: a route begins at somebody's door. A link shows what its maker chose. */
export const cardioSessions = defineCollection('cardio_session', cardioRow, {
  indexes: ['workoutId'],
  parent: { collection: 'workout', by: 'workoutId' },
})
