/**
 * The sets that lead up to the first work set. Shares of its load, each rounded to what there is; none that is no
 * lighter than the bar after the first, none twice, none above nine tenths.
 */

export type RampStep = {
  /** Of the work set, in percent; null for the empty bar. */
  percent: number | null
  /** What the share comes to, in grams, before it was rounded. */
  exactG: number
  loadG: number
  reps: number
}

export type Ramp =
  | { kind: 'steps'; steps: RampStep[] }
  /** Why there is none. */
  | { kind: 'none'; why: 'unloaded' | 'light' | 'isolation' }

type Input = {
  workG: number | null
  /** The empty bar, or what a machine or handle weighs without a plate; null where every load is as good as another. */
  startG: number | null
  /** The nearest load that there is, in grams; null where there is none. */
  round: (g: number) => number | null
  /** Trains one joint: it needs none. */
  isIsolation: boolean
  /** Work sets of the same muscles done today: from two on they are warm. */
  alreadyDone: number
  /** The athlete's own steps; null where the usual ones hold. */
  own?: readonly WarmupStep[] | null
}

/** Percent 0 is the empty bar. */
export type WarmupStep = { percent: number; reps: number }

export const MOST_STEPS = 8

/** The empty bar, then 40, 60 and 80 % for fewer and fewer reps: the common ramp of barbell programmes. */
export const USUAL_STEPS: readonly WarmupStep[] = [
  { percent: 0, reps: 10 },
  { percent: 40, reps: 5 },
  { percent: 60, reps: 3 },
  { percent: 80, reps: 2 },
]
/** One set to feel the load, where the muscles are warm already. */
const FEELER: readonly WarmupStep[] = [{ percent: 60, reps: 4 }]
const MOST_PERCENT = 90
/** Lighter than this much over the bar, or than this at all, is a warm-up itself. */
const LEAST_OVER_BAR = 1.4
const LEAST_G = 15_000

export function warmupRamp({ workG, startG, round, isIsolation, alreadyDone, own }: Input): Ramp {
  if (workG === null || workG <= 0) return { kind: 'none', why: 'unloaded' }
  if (isIsolation) return { kind: 'none', why: 'isolation' }
  if (workG < LEAST_G || (startG !== null && workG < startG * LEAST_OVER_BAR)) return { kind: 'none', why: 'light' }
  const isWarm = alreadyDone >= 2
  const steps: RampStep[] = []
  const asked = isWarm ? FEELER : (own ?? USUAL_STEPS).toSorted((a, b) => a.percent - b.percent)
  for (const { percent, reps } of asked) {
    if (percent === 0) {
      if (startG !== null && steps.length === 0) steps.push({ percent: null, exactG: startG, loadG: startG, reps })
      continue
    }
    const exactG = Math.round((workG * percent) / 100)
    const loadG = round(exactG)
    const above = Math.max(steps.at(-1)?.loadG ?? 0, startG ?? 0)
    if (loadG === null || loadG <= above || loadG * 100 > workG * MOST_PERCENT) continue
    steps.push({ percent, exactG, loadG, reps })
  }
  return steps.length === 0 ? { kind: 'none', why: 'light' } : { kind: 'steps', steps }
}
