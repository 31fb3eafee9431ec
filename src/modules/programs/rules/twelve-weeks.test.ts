/**
 * Every ready program over twelve weeks, in both units, with and without a place, with athletes of all kinds: no load
 * that can't be, none that runs away, and no place of a program that stands still for good.
 */
import { describe, expect, it } from 'vitest'
import { loadIn } from '../../../shared/units.ts'
import { READY_PROGRAMS } from '../data/ready.ts'
import { exerciseFacts, FOUND_G, follow, type Lifter, usualPlace } from './fixtures.ts'
import { isSameLoad } from './judge.ts'
import { rulesOf, weekOf } from './slot-state.ts'
import { snapAt } from './snap.ts'

const WEEKS = 12

/** Does whatever is asked, the end of every range, and of as many as possible what makes the weight go up. */
const steady: Lifter = ({ reps, loadG, amrap, rir2 }, { slot }) => ({
  reps: amrap
    ? Math.max(reps + 2, ...rulesOf(slot).flatMap(({ when, n }) => (when === 'last' ? (n ?? 0) : 0)))
    : Math.max(slot.repsTo ?? 0, reps),
  ...{ loadG, rir2: rir2 ?? null },
})

/** Can lift so much for the reps and not a gram more; stronger by the week. */
const limited =
  (mostKg: number): Lifter =>
  (set, _place, week) => {
    const canG = (mostKg + week * 0.5) * 1000
    return { reps: (set.loadG ?? 0) <= canG ? set.reps : Math.max(0, set.reps - 2), loadG: set.loadG }
  }

/** Fails everything, from the first day. */
const hopeless: Lifter = ({ loadG }) => ({ reps: 1, loadG })

/** Misses now and then, leaves a set out now and then, by a fixed seed. */
function moody(seed: number): Lifter {
  let state = seed
  const dice = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return (set, place, week, i) => {
    const luck = dice()
    if (luck < 0.02) return null
    const did = steady(set, place, week, i)
    return did && luck < 0.12 ? { ...did, reps: Math.max(0, set.reps - 1 - Math.floor(dice() * 3)) } : did
  }
}

/** Weak for three weeks, then as before. */
const rusty: Lifter = (set, place, week, i) =>
  week < 3 ? { reps: Math.max(1, set.reps - 3), loadG: set.loadG, rir2: 0 } : steady(set, place, week, i)

const LIFTERS: Record<string, () => Lifter> = {
  steady: () => steady,
  limited: () => limited(42),
  hopeless: () => hopeless,
  moody: () => moody(7),
  unlucky: () => moody(2026),
  rusty: () => rusty,
}

describe.each(READY_PROGRAMS.map((one) => [one.title, one] as const))('%s', (_title, program) => {
  describe.each([
    ['kg', 'nowhere'],
    ['lb', 'nowhere'],
    ['kg', 'at a gym'],
    ['lb', 'at a gym'],
  ] as const)('in %s, %s', (unit, where) => {
    const at = where === 'at a gym' ? { place: usualPlace(unit) } : {}
    const snap = at.place && snapAt(at.place, exerciseFacts, unit)

    it.each(Object.keys(LIFTERS))('a %s athlete always gets loads that exist', (name) => {
      const lifter = LIFTERS[name]?.() ?? steady
      const sessions = follow(program, WEEKS, unit, lifter, at)
      expect(sessions).toHaveLength(
        Math.min(WEEKS * program.daysAWeek, (program.rounds ?? Number.POSITIVE_INFINITY) * program.days.length),
      )
      for (const { places } of sessions) {
        for (const place of places) {
          expect(place.sets.length).toBeGreaterThan(0)
          for (const { loadG, reps } of place.sets) {
            expect(reps).toBeGreaterThan(0)
            expect(reps).toBeLessThanOrEqual(30)
            if (loadG === null) continue
            const value = loadIn(loadG, unit)
            const { equipment } = exerciseFacts(place.exerciseId)
            const what = `${place.slot.slot} ${value} ${unit}`
            if (equipment === 'barbell')
              expect(value, what).toBeGreaterThanOrEqual(
                { kg: 20, lb: 45 }[unit] * (snap || (name !== 'hopeless' && place.slot.basis === undefined) ? 1 : 0),
              )
            expect(value, what).toBeGreaterThan(0)
            expect(value, what).toBeLessThan({ kg: 300, lb: 660 }[unit])
            const here = snap?.(place.exerciseId, loadG) ?? null
            if (here !== null) expect(isSameLoad(loadG, here), what).toBe(true)
            else if (place.slot.start) {
              const off = Math.abs(value / { kg: 2.5, lb: 5 }[unit] - Math.round(value / { kg: 2.5, lb: 5 }[unit]))
              expect(off, what).toBeLessThan(0.01)
            }
          }
        }
      }
    })

    it('who does every rep never stands still: load, reps, a harder variation or a cycle’s next training max', () => {
      const sessions = follow(program, WEEKS, unit, steady, at)
      const bySlot = Map.groupBy(
        sessions.flatMap(({ places, session }) => places.map((place) => ({ place, round: session.round }))),
        ({ place }) => place.slot.slot,
      )
      for (const [slot, all] of bySlot) {
        // The same week of a cycle is compared with itself.
        for (const same of Map.groupBy(all, ({ place, round }) => weekOf(place.slot, round)).values()) {
          const marks = same.flatMap(({ place: { sets, exerciseId, state } }) => {
            const mostG = Math.max(...sets.map(({ loadG }) => loadG ?? 0))
            // The heaviest there is can't be passed.
            if (mostG > 0 && snap?.(exerciseId, mostG * 2) === mostG) return []
            return JSON.stringify([exerciseId, sets.map(({ loadG, reps }) => [loadG, reps]), state.baseG])
          })
          const stays = longestRun(marks)
          const atTheEnd = program.id !== 'bodyweight-3' && same[0]?.place.slot.start !== undefined
          expect(stays, `${slot}: ${marks.join(' ')}`).toBeLessThanOrEqual(atTheEnd ? 3 : WEEKS * 3)
        }
      }
    })

    it('who was rusty for three weeks goes up again after', () => {
      const sessions = follow(program, WEEKS, unit, rusty, at)
      const later = sessions.filter(({ week }) => week >= 4)
      const ups = later.flatMap(({ places }) =>
        places.filter(({ why }) => why === 'add' || why === 'estimate' || why === 'reps' || why === 'ramp'),
      )
      expect(ups.length).toBeGreaterThan(0)
    })
  })

  it('who can lift 42 kg stays near it', () => {
    const places = follow(program, WEEKS, 'kg', limited(42)).flatMap(({ places }) => places)
    for (const { slot, sets } of places) {
      if (!slot.start || slot.basis) continue
      expect(Math.max(...sets.map(({ loadG }) => loadG ?? 0)), slot.slot).toBeLessThanOrEqual(60_000)
    }
  })
})

function longestRun(marks: readonly string[]): number {
  let longest = 0
  let run = 0
  marks.forEach((mark, i) => {
    run = mark === marks[i - 1] ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return longest
}

it('from the bar on, with every rep done, the plain barbell lifts get their step every time', () => {
  for (const program of READY_PROGRAMS) {
    const sessions = follow(program, WEEKS, 'kg', steady)
    const places = sessions.flatMap(({ places }) => places).filter(({ slot }) => slot.start && !slot.rules)
    for (const [, same] of Map.groupBy(places, ({ slot }) => slot.slot)) {
      same.forEach(({ sets, slot }, i) => {
        const expected = (slot.start?.kg ?? 0) + i * (slot.step?.kg ?? 0)
        expect(loadIn(sets[0]?.loadG ?? 0, 'kg'), `${program.title} ${slot.slot}`).toBeCloseTo(expected, 1)
      })
    }
  }
  expect(FOUND_G.kg).toBe(20_000)
})
