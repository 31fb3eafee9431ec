import { describe, expect, it } from 'vitest'
import type { LoggedSet } from '../model.ts'
import { BARBELL, done, workoutOn } from './fixtures.ts'
import { withHandBest } from './hand-best.ts'
import { handDays } from './hand-days.ts'
import { BY_HAND, recordsAfter, recordsOf, standingAfter } from './records.ts'

const BENCH = { id: 'bench', ...BARBELL, loadMode: 'external' } as const
const bench = (day: number, ...sets: LoggedSet[]) => workoutOn(day, { bench: sets })
const broken = (history: ReturnType<typeof bench>[], bests: Record<string, number[]> | null) =>
  recordsOf(withHandBest(history, BENCH, bests), 'bench', BARBELL).filter(({ isBaseline }) => !isBaseline)

describe('a best that was entered by hand', () => {
  it('is what a record must beat: below it nothing is one, above it even the first workout is', () => {
    const bests = { bench: [100_000, 3, 10] }
    expect(broken([bench(20, done(90, 3)), bench(22, done(95, 3))], bests).map(({ kind }) => kind)).not.toContain(
      'max_load',
    )
    expect(broken([bench(20, done(90, 3)), bench(22, done(95, 3))], null).map(({ kind }) => kind)).toContain('max_load')
    expect(broken([bench(20, done(102.5, 3))], bests)).toContainEqual(
      expect.objectContaining({ kind: 'max_load', value: 102_500, previous: 100_000, localDay: 20 }),
    )
  })

  it('counts from its day on: a one-rep maximum that was tested later takes no record away from before', () => {
    const history = [bench(1, done(60, 5)), bench(3, done(65, 5)), bench(9, done(70, 5))]
    const with1rm = broken(history, { bench: [120_000, 1, 6] }).filter(({ kind }) => kind === 'max_load')
    expect(with1rm.map(({ localDay, workoutId }) => [localDay, workoutId === BY_HAND])).toEqual([
      [3, false],
      [6, true],
    ])
    expect(with1rm.every(({ isDoubtful }) => !isDoubtful)).toBe(true)
  })

  it('comes before all of its day and after the days before it, in whichever zone they were', () => {
    const DAY_MS = 86_400_000
    const at = (localDay: number, startedAt: number, kg: number) => {
      const whole = bench(localDay, done(kg, 1))
      return { ...whole, workout: { ...whole.workout, startedAt } }
    }
    const orderOf = (...history: ReturnType<typeof bench>[]) =>
      withHandBest(history, BENCH, { bench: [100_000, 1, 10] })
        .toSorted((a, b) => a.workout.startedAt - b.workout.startedAt)
        .map(({ workout }) => (workout.id === BY_HAND ? 'best' : workout.localDay))
    // Half past midnight in Auckland: in London it is noon of the day before.
    expect(orderOf(at(10, 9 * DAY_MS + 11.5 * 3_600_000, 90))).toEqual(['best', 10])
    // Late in the evening in Honolulu: in London it is the next morning.
    expect(orderOf(at(9, 10 * DAY_MS + 8 * 3_600_000, 90))).toEqual([9, 'best'])
  })

  it('is never mixed into volume', () => {
    const history = [bench(20, done(50, 5)), bench(22, done(55, 5))]
    const volume = (bests: Record<string, number[]> | null) =>
      recordsOf(withHandBest(history, BENCH, bests), 'bench', BARBELL)
        .filter(({ kind, isBaseline }) => kind.endsWith('_tonnage') && !isBaseline)
        .map(({ kind, value, previous }) => [kind, value, previous])
    expect(volume({ bench: [200_000, 10, 10] })).toEqual(volume(null))
    expect(volume(null).length).toBe(2)
  })

  it('holds while a set is logged, too', () => {
    const standing = standingAfter(withHandBest([], BENCH, { bench: [100_000, 1, 10] }), 'bench', BARBELL)
    const kinds = (kg: number) =>
      recordsAfter(standing, bench(20, done(kg, 1)), 'bench', BARBELL)
        .filter(({ isBaseline }) => !isBaseline)
        .map(({ kind }) => kind)
    expect(kinds(99)).toEqual([])
    expect(kinds(101)).toContain('max_load')
  })

  it('begins what is planned by a share of the maximum, where it gives an estimate', () => {
    const factsOf = (id: string) => ({ ...BENCH, id })
    expect(handDays({ bench: [100_000, 1, 10], squat: [100_000, 20, 10] }, factsOf)).toEqual([
      { exerciseId: 'bench', localDay: 10, e1rmG: 100_000 },
    ])
  })

  it('of pull-ups it is reps alone', () => {
    const pullUp = {
      id: 'pull-up',
      ...BARBELL,
      measure: 'reps',
      loadMode: 'bodyweight',
      bodyweightFraction: 1,
    } as const
    const [whole] = withHandBest([], pullUp, { 'pull-up': [0, 15, 10] })
    const later = workoutOn(20, { 'pull-up': [done(null, 16, { loadMode: 'bodyweight' })] })
    const records = recordsOf([later, ...(whole ? [whole] : [])], 'pull-up', pullUp)
    expect(records.find(({ isBaseline }) => !isBaseline)).toMatchObject({ kind: 'max_reps', value: 16, previous: 15 })
  })
})
