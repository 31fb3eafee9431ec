/**
 * A line through the noise of a scale: the exponentially weighted moving average over days,
 *   trend(today) = trend(before) + (1 − 0.9^d) × (weight(today) − trend(before)),
 * where d is how many days have passed since the last weighing. With d = 1 that is J. Walker's "The Hacker's Diet"
 * (fourmilab.ch/hackdiet, "Signal and noise": smoothing 0.9); the power closes gaps as if the old trend had faded each day of
 * them, so that a month without a scale does not hold the line back. Of sleep, energy and protein it is the same line. Several weighings of a day are their mean.
 * Integers throughout (grams shown, milligrams kept), so that phone and server agree digit by digit.
 */
import type { Measurement } from '../model/body.ts'

type Weighed = Pick<Measurement, 'localDay' | 'value' | 'at'>
export type TrendPoint = { localDay: number; weightG: number; trendG: number }

const KEEP_TENTHS = 9
const ONE = 1_000_000

/** What is left of the old trend after so many days, in millionths. */
function kept(days: number): number {
  let keep = ONE
  for (let day = 0; day < days && keep > 0; day++) keep = Math.floor((keep * KEEP_TENTHS) / 10)
  return keep
}

/** One point a day on which there was a weighing, oldest first. */
export function weightTrend(weighings: readonly Weighed[]): TrendPoint[] {
  const days = [...Map.groupBy(weighings, ({ localDay }) => localDay)].toSorted(([a], [b]) => a - b)
  const points: TrendPoint[] = []
  let trendMg = 0
  let before: number | null = null
  for (const [localDay, all] of days) {
    const weightG = Math.round(all.reduce((sum, { value }) => sum + value, 0) / all.length)
    const keep: number = before === null ? 0 : kept(localDay - before)
    trendMg = Math.round((trendMg * keep + weightG * 1000 * (ONE - keep)) / ONE)
    before = localDay
    points.push({ localDay, weightG, trendG: Math.round(trendMg / 1000) })
  }
  return points
}

/** How far back the rate looks, and what it needs at least: a week of weighings says little of a week. */
export const RATE_DAYS = 28
const LEAST_DAYS = 7

/**
 * Grams a week that the trend has gone up or down over the last four weeks, or over what there is of them; null with less
 * than a week. Its start is the trend of the last weighing at or before the first of these days, or the first one in them.
 */
export function weeklyRateG(trend: readonly TrendPoint[]): number | null {
  const last = trend.at(-1)
  if (!last) return null
  const from = last.localDay - RATE_DAYS
  const start = trend.findLast(({ localDay }) => localDay <= from) ?? trend[0]
  if (!start) return null
  const days = last.localDay - start.localDay
  return days < LEAST_DAYS ? null : Math.round(((last.trendG - start.trendG) * 7) / days)
}

/** The trend on a day: that of the last weighing at or before it, unless that is long ago. */
export function weightNear(trend: readonly TrendPoint[], localDay: number, within = 7): TrendPoint | null {
  const found = trend.findLast((point) => point.localDay <= localDay)
  return found && localDay - found.localDay <= within ? found : null
}
