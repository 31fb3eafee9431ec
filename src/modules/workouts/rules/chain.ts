/** Sets that go on from another without a rest: lighter, or after a few breaths. */
import type { SetFigures } from '../model.ts'

export const CHAIN_KINDS = ['drop', 'restpause', 'myo'] as const
export type ChainKind = (typeof CHAIN_KINDS)[number]

/** A usual drop, and a usual bout of myo reps. */
const DROP_PERCENT = 80
const MYO_REPS = 5

/**
 * What is proposed after `above`: a drop a fifth lighter, in whole grams (a place rounds it), for as many reps; after a
 * pause a third of the reps, after a breath five, of the same load.
 */
export function chainedSet(kind: ChainKind, above: SetFigures): SetFigures {
  const { reps } = above
  const next = { ...above, kind, rir2: null, repsRight: null }
  if (kind === 'restpause') return { ...next, reps: reps === null ? null : Math.max(1, Math.ceil(reps / 3)) }
  if (kind === 'myo') return { ...next, reps: reps === null ? null : Math.min(MYO_REPS, Math.max(1, reps)) }
  if (above.loadG === null) return next
  // Less help is harder: a drop of an assisted set takes more of it.
  const percent = above.loadMode === 'assisted' ? 200 - DROP_PERCENT : DROP_PERCENT
  return { ...next, loadG: Math.round((above.loadG * percent) / 100), enteredLoad: null }
}
