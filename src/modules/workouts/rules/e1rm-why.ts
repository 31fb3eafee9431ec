/** Where an estimate of the one-repetition maximum comes from, for whoever taps it: the formula, its range, its limits. */
import { type Confidence, estimateE1rm, shareTenths } from './e1rm.ts'

export type E1rmWhy =
  | {
      by: 'single' | 'chart' | 'brzycki' | 'epley'
      g: number
      confidence: Confidence
      /** The estimate's usual error, in grams below and above. */
      lowG: number
      highG: number
      /** Of the maximum that the set was, in tenths of a percent. */
      tenths: number
    }
  /** No estimate, and what it lacks. */
  | { by: null; lacks: 'load' | 'reps' | 'many' | 'effort' }

/**
 * Half the width of the range in tenths of a percent. Formulas of up to ten reps are off by 2 to 5 % in tests of lifters;
 * beyond, and far from failure, by more.
 */
const ERROR_TENTHS: Record<Confidence, number> = { high: 25, medium: 50, low: 80 }
const MOST_REPS = 12

export function explainE1rm(loadG: number | null, reps: number | null, rir2: number | null): E1rmWhy {
  if (loadG === null || loadG <= 0) return { by: null, lacks: 'load' }
  if (reps === null || reps < 1) return { by: null, lacks: 'reps' }
  if (reps > MOST_REPS) return { by: null, lacks: 'many' }
  const estimate = estimateE1rm(loadG, reps, rir2)
  if (!estimate) return { by: null, lacks: 'effort' }
  const { g, confidence } = estimate
  const isSingle = reps === 1 && (rir2 ?? 0) === 0
  const errorG = isSingle ? 0 : Math.round((g * ERROR_TENTHS[confidence]) / 1000)
  const by = isSingle ? 'single' : rir2 !== null ? 'chart' : reps < 10 ? 'brzycki' : 'epley'
  const tenths = by === 'chart' ? (shareTenths(reps, rir2 ?? 0) ?? 0) : Math.round((loadG * 1000) / g)
  // It was lifted: the maximum is no less.
  return { by, g, confidence, lowG: Math.max(loadG, g - errorG), highG: g + errorG, tenths }
}
