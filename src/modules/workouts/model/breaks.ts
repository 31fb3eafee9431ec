/** Breaks that an athlete plans or writes down: weeks in which nobody counts how often they trained. */
import * as z from 'zod/mini'
import { defineCollection } from '../../../sync/mutation.ts'

export const BREAK_KINDS = ['rest', 'illness', 'holiday'] as const

const day = z.int().check(z.gte(-719_162), z.lte(2_932_896))

export const breakRow = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  kind: z.enum(BREAK_KINDS),
  /** Local day numbers, both included. */
  fromDay: day,
  toDay: day,
})
export type TrainingBreak = z.infer<typeof breakRow>

/** Undated, so that every phone has all of them. That somebody was ill is shown to nobody else. */
export const breaks = defineCollection('training_break', breakRow, { indexes: [] })
