/**
 * Breaks from training: all of one is on one sheet. One that ends before it begins covers no day: kept as it was written,
 * it freezes nothing.
 */
import { breakRow, breaks } from '../model/breaks.ts'
import { rowMutations } from './row-mutations.ts'

export const breakMutations = rowMutations('Break', breaks, breakRow.shape, false)
export const [addBreak, removeBreak, restoreBreak] = breakMutations
