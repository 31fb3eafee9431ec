/**
 * The one estimate of a one-repetition maximum, used by every screen, record and chart. It says nothing rather than
 * guess: beyond 12 reps, far from failure or without a known load there is no estimate.
 */
import type { LoggedSet } from '../model.ts'
import { type ExerciseFacts, effectiveLoadG } from './load.ts'
import { isEstimated, strengthReps } from './set-kinds.ts'

/** Raised when the formula changes: rollups are derived anew, and nothing is announced as a record because of it. */
export const E1RM_FORMULA_VERSION = 1

export type Confidence = 'high' | 'medium' | 'low'
export type E1rm = { g: number; confidence: Confidence }

/** The RTS chart (Tuchscherer) in tenths of a percent, by 2 × (reps − 1) + 2 × RIR; reps 1 to 12, RPE 6 to 10. */
const RTS_TENTHS = [
  1000, 978, 955, 939, 922, 907, 892, 878, 863, 850, 837, 824, 811, 799, 786, 774, 762, 751, 739, 723, 707, 694, 680,
  667, 653, 640, 626, 613, 599, 586, 574,
] as const

const MAX_REPS = 12
/** Without a rating of effort a long set says too little for a record. */
const MAX_REPS_FOR_RECORD = 10
/** RPE 6, the chart's end. */
const MAX_RIR2 = 8

/** Share of the maximum, in tenths of a percent, that so many reps at this effort take; null outside the chart. */
export function shareTenths(reps: number, rir2: number): number | null {
  if (!Number.isInteger(reps) || reps < 1 || reps > MAX_REPS || rir2 < 0 || rir2 > MAX_RIR2) return null
  return RTS_TENTHS[2 * (reps - 1) + rir2] ?? null
}

/** The load for so many reps at this effort, in whole grams, halves up. */
export function loadForG(e1rmG: number, reps: number, rir2: number): number | null {
  const share = shareTenths(reps, rir2)
  return share === null ? null : divide(e1rmG * share, 1000)
}

/**
 * With an effort: the RTS chart. Without: Brzycki below 10 reps, Epley from 10, which meet exactly at 10 (4/3). Whole
 * grams, halves up. A single without reserve is the load itself.
 */
export function estimateE1rm(loadG: number | null, reps: number | null, rir2: number | null): E1rm | null {
  if (loadG === null || loadG <= 0 || reps === null || !Number.isInteger(reps) || reps < 1 || reps > MAX_REPS) {
    return null
  }
  if (rir2 !== null) {
    const share = shareTenths(reps, rir2)
    if (share === null) return null
    return { g: divide(loadG * 1000, share), confidence: confidenceOf(reps, rir2) }
  }
  const g = reps < 10 ? divide(36 * loadG, 37 - reps) : divide(loadG * (30 + reps), 30)
  return { g, confidence: confidenceOf(reps, 0) }
}

/** Few reps are sure, many are not; an effort under RPE 7 makes it one step less sure. */
function confidenceOf(reps: number, rir2: number): Confidence {
  const steps = (reps <= 5 ? 0 : reps <= 10 ? 1 : 2) + (rir2 > 6 ? 1 : 0)
  return steps === 0 ? 'high' : steps === 1 ? 'medium' : 'low'
}

type Figures = Pick<LoggedSet, 'kind' | 'loadMode' | 'loadG' | 'reps' | 'repsRight' | 'rir2' | 'doneAt'>

/**
 * The estimate that a done set gives; warm-ups, what goes on from a set, reps that were not whole or not one's own, and
 * exercises without reps give none.
 */
export function e1rmOfSet(set: Figures, bodyweightG: number | null, facts: ExerciseFacts): E1rm | null {
  if (set.doneAt === null || !isEstimated(set.kind) || facts.measure !== 'load_reps') return null
  return estimateE1rm(effectiveLoadG(set, bodyweightG, facts), strengthReps(set), set.rir2)
}

/** Whether an estimate from this set may stand as a record: up to 10 reps, up to 12 with an effort. */
export function mayBeE1rmRecord(set: Pick<Figures, 'reps' | 'repsRight' | 'rir2'>): boolean {
  const reps = strengthReps(set)
  return reps !== null && reps <= (set.rir2 === null ? MAX_REPS_FOR_RECORD : MAX_REPS)
}

/** Whole quotient, halves up, of two positive integers below 2^52. */
function divide(a: number, b: number): number {
  return Math.floor((2 * a + b) / (2 * b))
}
