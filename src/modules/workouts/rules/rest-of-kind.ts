/** Rest by the kind of a set. */
import type { LoggedSet } from '../model.ts'
import { isChained } from './set-kinds.ts'

/** How the athlete rests, in seconds: at most after a warm-up, and on top after the last of a chain. */
export type RestHabits = { warmupRestS: number; chainRestS: number }

export const USUAL_REST: RestHabits = { warmupRestS: 60, chainRestS: 30 }

/**
 * `isChainOpen`: the set behind it goes on from it and is not done. A chain has no rest before its end, since it counts as
 * one hard set. A kind that this build does not know rests like a working set.
 */
export function restOfKind(
  kind: LoggedSet['kind'] | undefined,
  isChainOpen: boolean,
  restS: number,
  habits: RestHabits,
): number {
  if (isChainOpen || restS === 0) return 0
  if (kind === 'warmup') return Math.min(habits.warmupRestS, restS)
  return kind !== undefined && isChained(kind) ? restS + habits.chainRestS : restS
}
