import { describe, expect, it, test } from 'vitest'
import { dayOf, weekKey } from '../../../shared/local-day.ts'
import { dayFromIso } from '../../../shared/local-instant.ts'
import { goalOfWeek, streakOf } from './streak.ts'

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN
const MONDAY = day('2026-11-02')
const week = (number: number, ...weekdays: number[]) => weekdays.map((weekday) => MONDAY + 7 * number + weekday - 1)
const streak = (workoutDays: number[], today: number, more = {}) =>
  streakOf({ workoutDays, goals: { now: 2 }, weekStart: 1, today, ...more })
/** Two workouts in each of these weeks. */
const met = (...weeks: number[]) => weeks.flatMap((number) => week(number, 1, 4))
const states = (workoutDays: number[], today: number, more = {}) =>
  streak(workoutDays, today, more).history.map(({ state }) => state)

describe('the streak', () => {
  it('counts weeks that met the goal; a rest day keeps it', () => {
    expect(streak([...week(0, 1, 7), ...week(1, 3, 5), ...week(2, 1, 2)], MONDAY + 16)).toMatchObject({
      weeks: 3,
      longest: 3,
      longestRun: { from: MONDAY, to: MONDAY + 20 },
      thisWeek: { done: 2, goal: 2, isMet: true },
    })
  })

  it('the running week never breaks it', () => {
    expect(streak(met(0, 1), MONDAY + 14)).toMatchObject({ weeks: 2, thisWeek: { done: 0, isMet: false } })
    expect(streak(met(0, 1), MONDAY + 20).weeks).toBe(2)
    expect(states(met(0, 1), MONDAY + 20)).toEqual(['met', 'met', 'running'])
  })

  it('two workouts on one day are two', () => {
    expect(streak(week(0, 1, 1), MONDAY + 7).weeks).toBe(1)
  })

  it('one missed week in four is forgiven by itself; two in a row are not, nor the next within four weeks', () => {
    expect(streak(met(0, 2), MONDAY + 20)).toMatchObject({ weeks: 2, longest: 2 })
    expect(states(met(0, 2, 4), MONDAY + 34)).toEqual(['met', 'forgiven', 'met', 'missed', 'met'])
    expect(streak(met(0, 3), MONDAY + 27).weeks).toBe(1)
    expect(states(met(0, 2, 3, 4, 6), MONDAY + 48)).toEqual(['met', 'forgiven', 'met', 'met', 'met', 'forgiven', 'met'])
  })

  it('nothing is forgiven before there is a streak', () => {
    expect(states([...week(0, 1), ...met(1)], MONDAY + 13)).toEqual(['missed', 'met'])
  })

  it('a session that arrives late, or is put on a day of last week, repairs it', () => {
    const without = [...met(0), ...week(1, 1), ...week(2, 1), ...met(3)]
    const sunday = MONDAY + 27
    expect(streak(without, sunday).weeks).toBe(1)
    expect(streak([...without, MONDAY + 20], sunday).weeks).toBe(3)
    expect(streak([...without, MONDAY + 20, MONDAY + 13], sunday).weeks).toBe(4)
  })

  it('rest, illness and holidays freeze the weeks they touch: neither counted nor broken, however many', () => {
    const holiday = { fromDay: MONDAY + 9, toDay: MONDAY + 22 }
    expect(states(met(0, 4), MONDAY + 34, { breaks: [holiday] })).toEqual(['met', 'frozen', 'frozen', 'frozen', 'met'])
    expect(streak(met(0, 4), MONDAY + 34, { breaks: [holiday] }).weeks).toBe(2)
    expect(streak(met(0, 2, 4), MONDAY + 34, { breaks: [holiday] }).weeks).toBe(3)
  })

  it('a break that ends before it begins freezes nothing, and one to come does nothing yet', () => {
    const breaks = [
      { fromDay: MONDAY + 13, toDay: MONDAY + 7 },
      { fromDay: MONDAY + 60, toDay: MONDAY + 70 },
    ]
    expect(states(met(0, 3), MONDAY + 27, { breaks })).toEqual(['met', 'forgiven', 'missed', 'met'])
  })

  it('a new goal holds from its week on and judges no week before', () => {
    const before = [
      { from: -719_162, goal: 2 },
      { from: MONDAY + 16, goal: 3 },
    ]
    const goals = { now: 3, before }
    const days = [...met(0, 1), ...week(2, 1, 3, 5)]
    expect(streak(days, MONDAY + 20, { goals })).toMatchObject({ weeks: 3, thisWeek: { goal: 3, isMet: true } })
    expect(streak(met(0, 1), MONDAY + 20, { goals: { now: 3 } }).weeks).toBe(0)
    expect([MONDAY - 700, MONDAY + 7, MONDAY + 14].map((on) => goalOfWeek(goals, on, MONDAY + 21))).toEqual([2, 2, 3])
  })

  it('is nothing before the first workout', () => {
    expect(streak([], MONDAY)).toEqual({
      ...{ weeks: 0, longest: 0, longestRun: null, history: [] },
      thisWeek: { done: 0, goal: 2, isMet: false },
    })
  })

  it('goes through fourteen years of days without running out of stack', () => {
    const days = Array.from({ length: 200_000 }, (_, i) => MONDAY - (i % 5_000))
    expect(streak(days, MONDAY).weeks).toBeGreaterThan(700)
  })
})

describe('weeks', () => {
  it('week 1 of two years is two weeks, and a week over New Year is one', () => {
    const days = [day('2024-12-30'), day('2025-01-02'), day('2025-12-29'), day('2026-01-01')]
    expect(days.map((one) => weekKey(one))).toEqual(['2025-W01', '2025-W01', '2026-W01', '2026-W01'])
    const { history } = streak(days, day('2026-01-04'))
    expect(history.filter(({ done }) => done > 0).map(({ done }) => done)).toEqual([2, 2])
    expect(streak([day('2026-12-31'), day('2027-01-03')], day('2027-01-03')).weeks).toBe(1)
  })

  it('on a Sunday a week from Monday is the one that ends today, and a week at a month’s end is one week', () => {
    expect(streak([], day('2026-11-22')).history).toEqual([])
    expect(streak([day('2026-11-16'), day('2026-11-22')], day('2026-11-22')).thisWeek.done).toBe(2)
    expect(streak([day('2026-09-30'), day('2026-10-01')], day('2026-10-01')).thisWeek.done).toBe(2)
  })

  it('begin on the athlete’s day', () => {
    const sunday = day('2026-12-27')
    const days = [sunday, sunday + 6, sunday + 7, sunday + 8]
    expect(streak(days, sunday + 13, { weekStart: 7 }).weeks).toBe(2)
    expect(streak(days, sunday + 13, { weekStart: 1 }).weeks).toBe(1)
  })

  test('are as long when clocks change, and a late evening belongs to the day it began on, wherever one flies', () => {
    // Berlin, the night of 25 October 2026: clocks go back.
    const before = dayOf(Date.UTC(2026, 9, 24, 22, 30), 'Europe/Berlin')
    const after = dayOf(Date.UTC(2026, 9, 25, 22, 30), 'Europe/Berlin')
    expect([before, after]).toEqual([day('2026-10-25'), day('2026-10-25')])
    expect(streak([before, after], day('2026-10-25')).thisWeek.done).toBe(2)
    // Sunday night in Honolulu is Monday in Auckland: each counts in the week that its own calendar showed.
    const instant = Date.UTC(2026, 10, 23, 6)
    expect(dayOf(instant, 'Pacific/Honolulu')).toBe(day('2026-11-22'))
    expect(dayOf(instant, 'Pacific/Auckland')).toBe(day('2026-11-23'))
    const { history } = streak(
      [dayOf(instant, 'Pacific/Honolulu'), dayOf(instant, 'Pacific/Auckland')],
      day('2026-11-23'),
    )
    expect(history.map(({ done }) => done)).toEqual([1, 1])
  })
})
