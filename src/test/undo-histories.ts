/** Histories for undo-world.ts: what fast-check makes, and makes smaller where it fails. */
import fc from 'fast-check'
import type { Phase, Step, UndoStep } from './undo-world.ts'

const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.nat(1000),
  phone: fc.nat(1),
  syncs: fc.boolean(),
  dice: fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }),
})
const undo: fc.Arbitrary<UndoStep> = fc.record({
  at: fc.nat(1000),
  more: fc.nat(5).map((n) => Math.max(0, n - 3)),
  phone: fc.nat(1),
  syncs: fc.boolean(),
})
const phase: fc.Arbitrary<Phase> = fc.record({
  steps: fc.array(step, { maxLength: 24, size: 'max' }),
  undos: fc.array(undo, { maxLength: 6, size: 'max' }),
})
export const undoHistories = fc.array(phase, { minLength: 1, maxLength: 2 })
