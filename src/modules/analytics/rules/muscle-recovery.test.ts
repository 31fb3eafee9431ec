import { describe, expect, it } from 'vitest'
import { BARBELL } from '../../workouts/rules/fixtures.ts'
import { muscleRecovery } from './muscle-recovery.ts'

const TODAY = 20_000
/** Chest 1, triceps 0.5. */
const bench = (daysAgo: number, hardSets: number) => ({ exerciseId: 'bench', localDay: TODAY - daysAgo, hardSets })
const of = (days: ReturnType<typeof bench>[], recoveryDays?: number) =>
  muscleRecovery(days, () => BARBELL, TODAY, recoveryDays)

describe('how far a muscle has recovered', () => {
  it('what was not trained is whole', () => {
    expect(of([]).chest).toBe(100)
    expect(of([bench(0, 4)]).quads).toBe(100)
  })

  it('ten hard sets take it down to nothing, four to 60 %, and what only helps half as far', () => {
    expect(of([bench(0, 10)]).chest).toBe(0)
    expect(of([bench(0, 4)])).toMatchObject({ chest: 60, triceps: 80 })
    expect(of([bench(0, 25)]).chest).toBe(0)
  })

  it('comes back evenly, and is whole after seven days', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((ago) => of([bench(ago, 10)]).chest)).toEqual([0, 14, 28, 42, 57, 71, 85, 100])
  })

  it('a day that was too much takes no longer than seven days, and days add up', () => {
    expect(of([bench(6, 25)]).chest).toBe(85)
    expect(of([bench(0, 2), bench(2, 5)]).chest).toBe(44)
  })

  it('the athlete says how many days it takes', () => {
    expect(of([bench(2, 10)], 4).chest).toBe(50)
    expect(of([bench(4, 10)], 4).chest).toBe(100)
    expect(of([bench(7, 10)], 14).chest).toBe(50)
  })

  it('what stands in days to come tires nobody yet', () => {
    expect(of([bench(-1, 10)]).chest).toBe(100)
  })
})
