import { expect, it } from 'vitest'
import { dayFromCivil, isoDate } from '../../../shared/local-day.ts'
import type { ExerciseDay } from './day-figures.ts'
import { volumeBars } from './volume-bars.ts'

const TODAY = dayFromCivil(2026, 11, 29)

function day(localDay: number, tonnageG = 1000): ExerciseDay {
  const none = { e1rmG: null, bestLoadG: null, bestReps: null, hardSets: 0, reps: 0, durationMs: 0, distanceM: 0 }
  return { ...none, exerciseId: 'deadlift', localDay, bestSetId: 's', tonnageG, sets: 1 }
}

const bars = (days: readonly ExerciseDay[], from: number | null) => {
  const made = volumeBars(days, ({ tonnageG }) => tonnageG, { from, today: TODAY, weekStart: 1 })
  return { grain: made.grain, bars: made.bars.map(({ from: at, value }) => `${isoDate(at)} ${value}`) }
}

it('shows the weeks of a short range, also those without the exercise, up to the one under way', () => {
  const days = [day(TODAY - 21), day(TODAY - 20), day(TODAY - 6)]
  expect(bars(days, TODAY - 91)).toEqual({
    grain: 'week',
    // 8 November is a Sunday: it ends the week that it is in.
    bars: ['2026-11-02 1000', '2026-11-09 1000', '2026-11-16 0', '2026-11-23 1000'],
  })
})

it('begins where the range does when there is more before, with that whole week', () => {
  const days = [day(TODAY - 400, 9), day(TODAY - 10, 5), day(TODAY - 8, 7)]
  // 19 November is a Thursday, the 21st a Saturday: the 20th's range still counts the week they share.
  expect(bars(days, TODAY - 9).bars).toEqual(['2026-11-16 12', '2026-11-23 0'])
})

it('shows months where the weeks would be too many to tell apart, then quarters, then years', () => {
  const since = (years: number) => [day(dayFromCivil(2026 - years, 2, 10)), day(TODAY, 3)]
  const year = bars(since(3), TODAY - 365)
  expect([year.grain, year.bars.length, year.bars[0], year.bars.at(-1)]).toEqual([
    'month',
    13,
    '2025-11-01 0',
    '2026-11-01 3',
  ])
  const eight = bars(since(8), null)
  expect([eight.grain, eight.bars.length, eight.bars[0], eight.bars.at(-1)]).toEqual([
    'quarter',
    36,
    '2018-01-01 1000',
    '2026-10-01 3',
  ])
  expect(bars(since(14), null)).toMatchObject({ grain: 'year', bars: { length: 15, 0: '2012-01-01 1000' } })
})

it('reaches today for an exercise that was given up', () => {
  const lapsed = bars([day(dayFromCivil(2025, 4, 17)), day(dayFromCivil(2025, 5, 2), 4)], null)
  expect([lapsed.grain, lapsed.bars.length, lapsed.bars[1], lapsed.bars.at(-1)]).toEqual([
    'month',
    20,
    '2025-05-01 4',
    '2026-11-01 0',
  ])
})
