/** Every ready program over twelve weeks, with athletes of all kinds: no load that can't be, and none that runs away. */
import { describe, expect, it } from 'vitest'
import { loadIn } from '../../../shared/units.ts'
import { READY_PROGRAMS } from '../data/ready.ts'
import { FOUND_G, follow, type Lifter } from './fixtures.ts'

const WEEKS = 12

/** Does whatever is asked, and the end of every range. */
const steady: Lifter = ({ slot, sets }) => Math.max(slot.repsTo ?? 0, sets[0]?.reps ?? 0)
/** Can lift so much for the reps and not a gram more; stronger by the week. */
const limited =
  (mostKg: number): Lifter =>
  ({ sets, slot }, week) => {
    const [first] = sets
    const canG = (mostKg + week * 0.5) * 1000
    const asked = first?.reps ?? slot.reps
    return (first?.loadG ?? 0) <= canG ? asked : Math.max(0, asked - 2)
  }
/** Fails everything, from the first day. */
const hopeless: Lifter = () => 1

const LIFTERS = { steady, limited: limited(42), hopeless } as const

describe.each(READY_PROGRAMS.map((one) => [one.title, one] as const))('%s', (_title, program) => {
  describe.each(['kg', 'lb'] as const)('in %s', (unit) => {
    it.each(Object.keys(LIFTERS) as (keyof typeof LIFTERS)[])('a %s athlete always gets loads that exist', (name) => {
      for (const week of follow(program, WEEKS, unit, LIFTERS[name])) {
        expect(week).toHaveLength(program.daysAWeek)
        for (const { places } of week) {
          for (const { slot, sets } of places) {
            for (const { loadG, reps } of sets) {
              expect(reps).toBeGreaterThanOrEqual(slot.reps)
              expect(reps).toBeLessThanOrEqual(slot.repsTo ?? slot.reps)
              if (loadG === null) continue
              const value = loadIn(loadG, unit)
              // A bar by the pairs of plates that gyms have, all else by its own steps from the load that was found.
              const grid = slot.start ? { kg: 2.5, lb: 5 }[unit] : (slot.step?.[unit] ?? 1)
              const above = slot.start ? value : value - loadIn(FOUND_G[unit], unit)
              const off = Math.abs(above / grid - Math.round(above / grid))
              expect(off, `${slot.exerciseId} ${value} ${unit}`).toBeLessThan(0.01)
              if (slot.start && name !== 'hopeless') expect(value).toBeGreaterThanOrEqual(slot.start[unit])
              expect(value).toBeGreaterThan(0)
              expect(loadG).toBeLessThan(220_000)
            }
          }
        }
      }
    })

    it('who does every rep gets the step every time, from the bar on', () => {
      const weeks = follow(program, WEEKS, unit, steady)
      const squats = weeks.flat().flatMap(({ places }) => places.filter(({ slot }) => slot.start))
      const bySlot = Map.groupBy(squats, ({ slot }) => slot.slot)
      for (const [, places] of bySlot) {
        places.forEach(({ sets, slot }, i) => {
          expect(loadIn(sets[0]?.loadG ?? 0, unit)).toBeCloseTo(
            (slot.start?.[unit] ?? 0) + i * (slot.step?.[unit] ?? 0),
            1,
          )
        })
      }
    })
  })

  it('who can lift 42 kg stays near it: the same again, a tenth less after three misses, and up once more', () => {
    const places = follow(program, WEEKS, 'kg', limited(42))
      .flat()
      .flatMap(({ places }) => places)
    const last = Map.groupBy(
      places.filter(({ slot }) => slot.start),
      ({ slot }) => slot.slot,
    )
    for (const [name, all] of last) {
      expect(Math.max(...all.map(({ sets }) => sets[0]?.loadG ?? 0)), name).toBeLessThanOrEqual(55_000)
    }
    const whys = new Set(places.map(({ why }) => why))
    expect([...whys]).toEqual(expect.arrayContaining(['first', 'more', 'again']))
  })
})
