import { describe, expect, it } from 'vitest'
import { civilOf } from '../../../shared/local-day.ts'
import { dayFromIso } from '../../../shared/local-instant.ts'
import { BARBELL, DAY_MS, done, workoutOn } from '../../workouts/rules/fixtures.ts'
import { daysOfMonth, figuresVersion, isOfAllYears, monthFigures, pack, staleMonths, unpack } from './kept-figures.ts'
import { againstBand, bandsOf, movedBand } from './muscle-bands.ts'
import { groupDays, intensityTenths, muscleSets } from './muscle-series.ts'
import { yearReview, yearsOf } from './year-review.ts'

const day = (iso: string) => dayFromIso(iso) ?? Number.NaN
const lb = (pounds: number, reps: number) =>
  done(pounds, reps, { loadG: Math.round(pounds * 453.59237), enteredUnit: 'lb' })
const factsOf = (id: string) =>
  id === 'row' ? { ...BARBELL, muscles: { lats: 1, upper_back: 0.7, biceps: 0.5 } } : BARBELL

const WHOLES = [
  workoutOn(day('2025-12-29'), { bench: [done(90, 5)] }),
  workoutOn(day('2025-12-31'), { bench: [done(110, 1)] }),
  workoutOn(day('2026-01-05'), { bench: [done(100, 5)], row: [lb(135, 8)] }),
  workoutOn(day('2026-01-07'), { bench: [done(100, 5)] }),
  workoutOn(day('2026-12-31'), { row: [lb(185, 5)] }),
]
const { sessions, exercises } = monthFigures(WHOLES, factsOf)
const review = yearReview({
  year: 2026,
  sessions,
  days: exercises,
  goals: { now: 2 },
  weekStart: 1,
  today: day('2027-02-01'),
})

describe('a year', () => {
  it('is its own days: New Year’s Eve counts, that of the year before does not', () => {
    expect(review).toMatchObject({ workouts: 3, daysTrained: 3, activeMs: 3 * 3_600_000, sets: 4, reps: 23 })
    expect(review.months).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })

  it('names its best lifts with the first day that they stood, in whatever unit they were lifted', () => {
    expect(review.bestLifts.map(({ exerciseId, localDay, e1rmG }) => [exerciseId, localDay, e1rmG])).toEqual([
      ['bench', day('2026-01-05'), 112_500],
      ['row', day('2026-12-31'), 94_404],
    ])
  })

  it('names what was trained most', () => {
    expect(review.mostTrained.map(({ exerciseId, days }) => [exerciseId, days])).toEqual([
      ['bench', 2],
      ['row', 2],
    ])
  })

  it('counts a run over New Year whole in the year that it ends in', () => {
    expect(review.longestRun).toEqual({ weeks: 2, from: day('2025-12-29'), to: day('2026-01-11') })
  })

  it('is listed when there was a workout in it', () => {
    expect(yearsOf(sessions, (on) => civilOf(on).year)).toEqual([2026, 2025])
  })
})

describe('what is kept of a month', () => {
  it('comes back as it was, and its days are the month’s', () => {
    expect(unpack(pack(exercises))).toEqual(exercises)
    expect(unpack(pack([]))).toEqual([])
    expect(daysOfMonth('2024-02')).toEqual([day('2024-02-01'), day('2024-02-29')])
  })

  it('is worked out anew where a workout came from and where it went, where an exercise changed, and nowhere else', () => {
    const [old] = WHOLES
    const month = { sessions: pack(sessions.slice(0, 1)), exerciseIds: ['bench'] }
    const head = { version: '', pending: [], months: { '2025-12': month } }
    const moved = new Map([[old?.workout.id ?? '', day('2026-03-01')]])
    expect([...staleMonths(head, [`workout:${old?.workout.id}`], moved)]).toEqual(['2025-12', '2026-03'])
    expect([...staleMonths(head, ['exercise:bench', 'months:2020-01'], new Map())]).toEqual(['2025-12', '2020-01'])
    expect([...staleMonths(head, ['exercise:row', 'profile:me', 'workout:unknown'], new Map())]).toEqual([])
  })

  it('is of all years only when none is still to be looked at: a streak never grows while old months are read', () => {
    const month = { sessions: pack(sessions.slice(0, 1)), exerciseIds: [] }
    const of = (known: string[], ...pending: string[]) =>
      isOfAllYears({ months: Object.fromEntries(known.map((one) => [one, month])), pending })
    expect([of([]), of(['2026-11'])]).toEqual([true, true])
    expect([of([], '2026-11', '2026-10'), of(['2026-11'], '2026-10')]).toEqual([false, false])
    // A set that was just logged: its month stands as it was for a moment, or begins.
    expect([of(['2026-10', '2026-11'], '2026-11'), of(['2026-10', '2026-11'], '2026-12')]).toEqual([true, true])
  })

  it('is of another version where the catalogue says something else of an exercise', () => {
    const one = { id: 'bench', ...BARBELL }
    expect(figuresVersion([one])).toBe(figuresVersion([{ ...one, muscles: {} }]))
    expect(figuresVersion([one])).not.toBe(figuresVersion([{ ...one, implements: 2 }]))
  })
})

describe('a part of the body', () => {
  it('counts a row as one set for the back and half a one for the biceps: the most of its muscles, not their sum', () => {
    const [rowed] = groupDays(exercises, factsOf, 'back')
    expect(rowed).toMatchObject({ localDay: day('2026-01-05'), sets: 100 })
    expect(groupDays(exercises, factsOf, 'biceps')[0]).toMatchObject({ sets: 50 })
    expect(muscleSets(exercises, factsOf)).toMatchObject({ lats: 200, upper_back: 140, chest: 400, quads: 0 })
  })

  it('says how heavy: the mean rep by the estimate of the day', () => {
    expect(intensityTenths({ e1rmG: 112_500, tonnageG: 500_000, reps: 5 }, { implements: 1 })).toBe(889)
    expect(intensityTenths({ e1rmG: 30_000, tonnageG: 480_000, reps: 10 }, { implements: 2 })).toBe(800)
    expect(intensityTenths({ e1rmG: null, tonnageG: 1, reps: 1 }, { implements: 1 })).toBeNull()
  })

  it('is held against bands that are the athlete’s own where they say so', () => {
    const bands = bandsOf({ chest: [4, 6] })
    expect([bands.chest, bands.back, bands.other]).toEqual([[4, 6], [10, 20], null])
    expect([3, 5, 7, 0].map((sets) => againstBand(sets, bands.chest))).toEqual(['below', 'within', 'above', 'none'])
    expect([movedBand([4, 6], 'low', 8), movedBand([4, 6], 'high', 2), movedBand([4, 6], 'low', -1)]).toEqual([
      ...[
        [8, 8],
        [2, 2],
        [0, 6],
      ],
    ])
  })
})

describe('defects of others that are not ours', () => {
  const figuresOf = (sets: Parameters<typeof workoutOn>[1], change = {}) =>
    monthFigures([workoutOn(5, sets, change)], factsOf).exercises[0]

  it('who lifts in pounds only has figures that are not nothing', () => {
    const day = figuresOf({ bench: [lb(225, 5), lb(225, 5)] })
    expect(day).toMatchObject({ sets: 2, hardSets: 2, tonnageG: 2 * 5 * 102_058, e1rmG: 114_815 })
  })

  it('100 lb beat no 50 kg: kilograms and pounds are compared as what they weigh', () => {
    expect(figuresOf({ bench: [done(50, 5), lb(100, 5)] })).toMatchObject({ bestLoadG: 50_000 })
    expect(figuresOf({ bench: [done(45, 5), lb(100, 5)] })).toMatchObject({ bestLoadG: 45_359 })
  })

  it('assistance takes from the body, a belt adds to it, and without a bodyweight neither is guessed', () => {
    const sets = (loadMode: 'assisted' | 'bodyweight_plus') => ({ pull: [done(20, 5, { loadMode })] })
    const weighed = { bodyweightG: 80_000 }
    expect(figuresOf(sets('assisted'), weighed)).toMatchObject({ tonnageG: 300_000 })
    expect(figuresOf(sets('bodyweight_plus'), weighed)).toMatchObject({ tonnageG: 500_000 })
    expect(figuresOf(sets('assisted'))).toMatchObject({ tonnageG: 0, e1rmG: null, reps: 5 })
  })

  it('a workout that goes past midnight is one, on the day it began', () => {
    const late = workoutOn(5, { bench: [done(100, 5), done(100, 5)] })
    for (const set of late.entries[0]?.sets ?? []) set.doneAt = 6 * DAY_MS + 3_600_000
    expect(monthFigures([late], factsOf).exercises).toMatchObject([{ localDay: 5, sets: 2 }])
  })
})
