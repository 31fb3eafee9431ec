/** e1RM over months as a coach reads it: the best of each week, broken where nothing was done, and where it is going. */
import { weekStartDay } from '../../../shared/local-day.ts'

export type WeekPoint = { weekStartOn: number; e1rmG: number }
export type Trend = { direction: 'up' | 'down' | 'flat'; percent: number }

/** A line never bridges a longer silence: three weeks without the lift are a gap. */
const GAP_WEEKS = 3
/** The trend compares with six weeks ago, long enough for a bad day not to be one. */
const TREND_WEEKS = 6
/** Less than this is the estimate's own noise. */
const FLAT_PERCENT = 2

/** One point a week, oldest first. */
export function weeklyBests(points: readonly { day: number; e1rmG: number }[], weekStart: number): WeekPoint[] {
  const best = new Map<number, number>()
  for (const { day, e1rmG } of points) {
    const week = weekStartDay(day, weekStart)
    best.set(week, Math.max(best.get(week) ?? 0, e1rmG))
  }
  return [...best].map(([weekStartOn, e1rmG]) => ({ weekStartOn, e1rmG })).sort((a, b) => a.weekStartOn - b.weekStartOn)
}

/** The pieces between gaps. */
export function pieces(points: readonly WeekPoint[]): WeekPoint[][] {
  const found: WeekPoint[][] = []
  for (const point of points) {
    const piece = found.at(-1)
    const before = piece?.at(-1)
    if (piece && before && point.weekStartOn - before.weekStartOn < GAP_WEEKS * 7) piece.push(point)
    else found.push([point])
  }
  return found
}

/** Null with less than two weeks to compare. */
export function trendOf(points: readonly WeekPoint[]): Trend | null {
  const last = points.at(-1)
  if (!last) return null
  const since = last.weekStartOn - TREND_WEEKS * 7
  const first = points.find(({ weekStartOn }) => weekStartOn >= since)
  if (!first || first === last) return null
  const percent = Math.round(((last.e1rmG - first.e1rmG) / first.e1rmG) * 1000) / 10
  const direction = Math.abs(percent) < FLAT_PERCENT ? 'flat' : percent > 0 ? 'up' : 'down'
  return { direction, percent: Math.abs(percent) }
}

/** Moves labels apart that would lie on each other, as little as it can, inside [low, high]; order stays. */
export function spread(wanted: readonly number[], apart: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const placed = [...wanted]
  let floor = low
  for (const i of order) {
    placed[i] = Math.max(wanted[i] ?? 0, floor)
    floor = (placed[i] ?? 0) + apart
  }
  let ceiling = high
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i] ?? 0, ceiling)
    ceiling = (placed[i] ?? 0) - apart
  }
  return placed
}
