/** Breaks from training. One that ends before it begins covers no day: kept as it was written, it freezes nothing. */
import * as z from 'zod/mini'
import { defineMutation } from '../../../sync/mutation.ts'
import { breakRow, breaks } from '../model/breaks.ts'

const target = z.strictObject({ id: breakRow.shape.id })
const reads = ({ id }: { id: string }) => [{ from: breaks, id }]

/** Makes it, or changes it: all of it is on one sheet. */
export const addBreak = defineMutation({
  name: 'workouts.addBreak',
  v: 1,
  isLog: false,
  args: z.strictObject(breakRow.shape),
  reads,
  run: (tx, row) => tx.put(breaks, row),
})

export const removeBreak = defineMutation({
  name: 'workouts.removeBreak',
  v: 1,
  isLog: false,
  args: target,
  reads,
  run: (tx, { id }) => tx.delete(breaks, id),
})

export const restoreBreak = defineMutation({
  name: 'workouts.restoreBreak',
  v: 1,
  isLog: false,
  args: target,
  reads,
  run: (tx, { id }) => tx.restore(breaks, id),
})

export const breakMutations = [addBreak, removeBreak, restoreBreak] as const
