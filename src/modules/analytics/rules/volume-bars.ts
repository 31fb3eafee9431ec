/**
 * An exercise's volume as bars side by side: every week of the range, also those without it. Weeks while that many
 * can be told apart on a phone; months, quarters and years of a longer one.
 */
import { civilOf, dayFromCivil, weekStartDay } from '../../../shared/local-day.ts'

export type Grain = 'week' | 'month' | 'quarter' | 'year'
/** `from`: the first day of what the bar covers. */
export type VolumeBar = { from: number; value: number }
/** `from` null is all there is. */
export type VolumeRange = { from: number | null; today: number; weekStart: number }

/** On 350 px a bar is then 6 px wide, with 3 px between. */
const MOST_BARS = 36
const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** `days` oldest first, all there are: bars at the range's start are whole ones, and begin before the first day only where there is no other. */
export function volumeBars<D extends { localDay: number }>(
  days: readonly D[],
  figureOf: (day: D) => number,
  { from, today, weekStart }: VolumeRange,
): { grain: Grain; bars: VolumeBar[] } {
  const start = Math.max(days[0]?.localDay ?? today, from ?? Number.NEGATIVE_INFINITY)
  const grains: readonly Grain[] = ['week', 'month', 'quarter', 'year']
  const fitting = grains.find((grain) => periods(grain, start, today, weekStart).length <= MOST_BARS) ?? 'year'
  const values = new Map(periods(fitting, start, today, weekStart).map((period) => [period, 0]))
  for (const day of days) {
    const period = periodOf(fitting, day.localDay, weekStart)
    const before = values.get(period)
    if (before !== undefined) values.set(period, before + figureOf(day))
  }
  return { grain: fitting, bars: [...values].map(([period, value]) => ({ from: period, value })) }
}

function periodOf(grain: Grain, day: number, weekStart: number): number {
  if (grain === 'week') return weekStartDay(day, weekStart)
  const { year, month } = civilOf(day)
  return dayFromCivil(year, month - ((month - 1) % MONTHS[grain]), 1)
}

/** The first days of all that touch the range, oldest first. */
function periods(grain: Grain, from: number, today: number, weekStart: number): number[] {
  const all: number[] = []
  for (let at = periodOf(grain, from, weekStart); at <= today; ) {
    all.push(at)
    const { year, month } = civilOf(at)
    at = grain === 'week' ? at + 7 : dayFromCivil(year, month + MONTHS[grain], 1)
  }
  return all
}
