/** What the demo world shows, read off its logs: a screen or a talk about it must find what it is said to hold. */
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../modules/exercises/data/catalogue.ts'
import { gymPlaceFields, type Place } from '../modules/gyms/model/places.ts'
import { requireEquipment } from '../modules/gyms/rules/check-equipment.ts'
import type { WholeWorkout } from '../modules/workouts/model.ts'
import { estimateE1rm } from '../modules/workouts/rules/e1rm.ts'
import { findLoad, loadingAt } from '../modules/workouts/rules/loading.ts'
import { dayOf } from '../shared/local-day.ts'
import { gramsOf } from '../shared/units.ts'
import { bodyOf } from './body.ts'
import { FLOOR, GARAGE } from './floor.ts'
import { ATHLETES, COACHES, type DemoAthlete } from './people.ts'
import { correctionsOf, trainingOf } from './training.ts'

const NOW = Date.UTC(2026, 10, 23, 8, 10)
const DAY_MS = 86_400_000
const byId = new Map(CATALOGUE.map((exercise) => [exercise.id, exercise]))
const training = (person: DemoAthlete, now = NOW) => trainingOf(person, now, (id) => byId.get(id))
const WORLD = new Map(ATHLETES.map((person) => [person.key, training(person)]))

const logOf = (key: string) => WORLD.get(key) ?? []
const whoIs = (special: DemoAthlete['special']) => ATHLETES.find((person) => person.special === special)?.key ?? ''
const daysOf = (log: readonly WholeWorkout[]) => log.map(({ workout }) => workout.localDay)
const setsOf = (log: readonly WholeWorkout[]) => log.flatMap(({ entries }) => entries.flatMap(({ sets }) => sets))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
/** The one who has nothing and the one with eight years of twos a day are no pattern for the others. */
const ORDINARY = ATHLETES.filter(({ special }) => special !== 'nothing' && special !== 'five_thousand')

/** Whole days without a workout between one and the next. */
function gapsOf(log: readonly WholeWorkout[]): number[] {
  const days = daysOf(log)
  return days.slice(1).map((day, i) => day - (days[i] ?? day) - 1)
}

/** Best estimate of a lift in each session, by how many weeks ago it was. */
function strengthOf(log: readonly WholeWorkout[], exerciseId: string): { weeksAgo: number; g: number }[] {
  const today = dayOf(NOW, 'UTC')
  return log.flatMap(({ workout, entries }) => {
    const sets = entries.filter(({ entry }) => entry.exerciseId === exerciseId).flatMap((entry) => entry.sets)
    const best = Math.max(...sets.map((set) => estimateE1rm(set.loadG, set.reps, set.rir2)?.g ?? 0))
    return best > 0 ? [{ weeksAgo: (today - workout.localDay) / 7, g: best }] : []
  })
}

/** How much stronger on these lifts within the weeks: the last third of them against the first. */
function growth(key: string, lifts: string[], from: number, to: number): number {
  const third = (from - to) / 3
  const between = (lift: string, older: number, newer: number) =>
    mean(
      strengthOf(logOf(key), lift)
        .filter(({ weeksAgo }) => weeksAgo <= older && weeksAgo > newer)
        .map(({ g }) => g),
    )
  return mean(lifts.map((lift) => between(lift, to + third, to) / between(lift, from, from - third))) - 1
}

describe('who is there', () => {
  test('thirty athletes of two coaches, with names in at least four scripts', () => {
    expect(WORLD.size).toBe(30)
    expect(new Set(ATHLETES.map(({ coach }) => coach))).toEqual(new Set(COACHES.map(({ key }) => key)))
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u]
    for (const script of scripts) expect(ATHLETES.some(({ name }) => script.test(name))).toBe(true)
  })

  test('logs of 6 to 36 months', () => {
    const months = ORDINARY.map(({ key, special }) => {
      const days = daysOf(logOf(key))
      const last = special === 'left' ? dayOf(NOW, 'UTC') : (days.at(-1) ?? 0)
      return (last - (days[0] ?? 0)) / 30.44
    })
    expect(Math.min(...months)).toBeGreaterThan(5.5)
    expect(Math.max(...months)).toBeLessThan(36.5)
    expect(Math.max(...months) - Math.min(...months)).toBeGreaterThan(28)
  })

  test('one has nothing, one 5,000 workouts, one left, one is in mid-workout just now', () => {
    expect(logOf(whoIs('nothing'))).toEqual([])
    expect(logOf(whoIs('five_thousand'))).toHaveLength(5000)
    const left = logOf(whoIs('left')).at(-1)
    expect(left && NOW - left.workout.startedAt).toBeGreaterThan(40 * DAY_MS)
    const open = logOf(whoIs('in_mid_workout')).at(-1)
    const done = open?.entries.flatMap(({ sets }) => sets.filter(({ doneAt }) => doneAt !== null)) ?? []
    expect(open?.workout.state).toBe('open')
    expect(done).toHaveLength(5)
    expect(Math.max(...done.map(({ doneAt }) => doneAt ?? 0))).toBe(NOW - 90_000)
    expect(setsOf(open ? [open] : []).length).toBeGreaterThan(5)
  })

  test('nothing lies in the future, and nobody but the one in mid-workout has an open workout', () => {
    for (const { key, zone } of ATHLETES) {
      const log = logOf(key)
      expect(log.every(({ workout }) => workout.startedAt < NOW && workout.localDay <= dayOf(NOW, zone))).toBe(true)
      const open = log.filter(({ workout }) => workout.state === 'open').length
      expect(open).toBe(key === whoIs('in_mid_workout') ? 1 : 0)
    }
  })
})

describe('how they log', () => {
  test('some in pounds, in whole steps of them; the others in kilograms; nobody in both', () => {
    const units = ORDINARY.map(({ key }) => [...new Set(setsOf(logOf(key)).map(({ enteredUnit }) => enteredUnit))])
    expect(units.every((one) => one.length === 1)).toBe(true)
    expect(units.filter(([unit]) => unit === 'lb').length).toBeGreaterThanOrEqual(3)
    const marcus = setsOf(logOf('marcus'))
    for (const { enteredLoad, loadG } of marcus) {
      expect((Number(enteredLoad) * 2) % 1, `${enteredLoad} lb`).toBe(0)
      const [whole = '', decimals = ''] = (enteredLoad ?? '').split('.')
      expect(loadG).toBe(gramsOf({ digits: BigInt(whole + decimals), scale: decimals.length }, 'lb'))
    }
  })

  test('some never say how hard it was, the others nearly always do', () => {
    const rated = ORDINARY.map(({ key }) => {
      const work = setsOf(logOf(key)).filter(({ kind, doneAt }) => kind === 'normal' && doneAt !== null)
      return work.filter(({ rir2 }) => rir2 !== null).length / work.length
    })
    expect(rated.filter((share) => share === 0).length).toBeGreaterThanOrEqual(3)
    expect(rated.filter((share) => share > 0 && share < 0.9)).toEqual([])
  })

  test('slips were corrected later: one rep less than first typed, with a note', () => {
    for (const { key } of ORDINARY.filter((person) => logOf(person.key).length >= 58)) {
      const first = new Map(setsOf(logOf(key)).map((set) => [set.id, set]))
      const corrected = correctionsOf(logOf(key))
      expect(corrected.length, key).toBeGreaterThan(0)
      expect(corrected.length / logOf(key).length).toBeLessThan(0.05)
      for (const set of corrected) {
        expect(set).toEqual({ ...first.get(set.id), reps: set.reps, notes: set.notes })
        expect(set.notes).not.toBe('')
        expect(set.reps).toBeLessThan(first.get(set.id)?.reps ?? 0)
      }
    }
  })
})

describe('how they train', () => {
  test('everyone misses between 8 and 30 of 100 sessions, some few and some many', () => {
    const missed = ORDINARY.map(({ key }) => {
      const days = daysOf(logOf(key).filter(({ workout }) => workout.state === 'done'))
      // A week without any training is a holiday; how many sessions a week has is what their best weeks show.
      const weeks = new Map<number, number>()
      for (const day of days) {
        const week = Math.floor((dayOf(NOW, ATHLETES.find((one) => one.key === key)?.zone ?? 'UTC') - day - 1) / 7)
        weeks.set(week, (weeks.get(week) ?? 0) + 1)
      }
      return 1 - mean([...weeks.values()]) / Math.max(...weeks.values())
    })
    expect(Math.min(...missed)).toBeGreaterThanOrEqual(0.08)
    expect(Math.max(...missed)).toBeLessThanOrEqual(0.3)
    expect(missed.filter((share) => share < 0.12).length).toBeGreaterThan(0)
    expect(missed.filter((share) => share > 0.2).length).toBeGreaterThanOrEqual(3)
  })

  test('holidays: a week and more without a session, after which they come back', () => {
    const rested = ['tomas', 'layla', 'finn'].map((key) => gapsOf(logOf(key)).filter((gap) => gap >= 7).length)
    expect(rested).toEqual([1, 1, 2])
  })

  test('a deload every sixth week: half the sets, lighter, after which it goes on', () => {
    for (const key of ['ingrid', 'dmitri', 'samir']) {
      const log = logOf(key)
      const today = dayOf(NOW, ATHLETES.find((person) => person.key === key)?.zone ?? 'UTC')
      const work = log.map(({ workout, entries }) => ({
        week: Math.ceil((today - workout.localDay) / 7),
        title: workout.title,
        sets: setsOf([{ workout, entries }]).filter(({ kind }) => kind === 'normal' || kind === 'failure').length,
        heaviest: Math.max(...setsOf([{ workout, entries }]).map(({ loadG }) => loadG ?? 0)),
      }))
      const most = (title: string) => Math.max(...work.filter((one) => one.title === title).map(({ sets }) => sets))
      const light = work.filter(({ title, sets }) => sets <= most(title) * 0.7)
      const weeks = [...new Set(light.map(({ week }) => week))].sort((a, b) => a - b)
      const due = (today - (daysOf(log)[0] ?? today)) / 7 / 6
      expect(Math.abs(weeks.length - due), key).toBeLessThan(2)
      expect(new Set(weeks.map((week) => week % 6)).size, key).toBe(1)
      const near = light.map(({ week, title, heaviest }) => {
        const others = work.filter((one) => one.title === title && Math.abs(one.week - week) <= 3 && one.week !== week)
        return heaviest / mean(others.map((one) => one.heaviest))
      })
      expect(mean(near.filter((share) => !Number.isNaN(share))), key).toBeLessThan(0.95)
    }
  })

  test('a plateau: a quarter of a year without gains, between months with them', () => {
    const lifts = {
      finn: ['back-squat', 'bench-press', 'deadlift', 'overhead-press'],
      quinn: ['back-squat', 'bench-press'],
    }
    for (const [key, main] of Object.entries(lifts)) {
      expect(growth(key, main, 44, 30), `${key} before`).toBeGreaterThan(0.03)
      expect(Math.abs(growth(key, main, 30, 16)), `${key} standing still`).toBeLessThan(0.015)
    }
  })

  test('an injury: a quarter and more is lost where it hurts, nothing elsewhere, and it comes back within two months', () => {
    const hurt = { marcus: [12, 'back-squat', 'bench-press'], liam: [20, 'bench-press', 'back-squat'] } as const
    for (const [key, [weeksAgo, there, elsewhere]] of Object.entries(hurt)) {
      const at = (lift: string, older: number, newer: number) =>
        mean(
          strengthOf(logOf(key), lift)
            .filter((one) => one.weeksAgo <= older && one.weeksAgo > newer)
            .map(({ g }) => g),
        )
      const before = at(there, weeksAgo + 6, weeksAgo + 1)
      expect(at(there, weeksAgo, weeksAgo - 2) / before, `${key} at first`).toBeLessThan(0.75)
      expect(at(there, weeksAgo - 7, weeksAgo - 12) / before, `${key} later`).toBeGreaterThan(0.95)
      const other = at(elsewhere, weeksAgo, weeksAgo - 6) / at(elsewhere, weeksAgo + 6, weeksAgo + 1)
      expect(other, `${key} elsewhere`).toBeGreaterThan(0.96)
    }
  })
})

describe('the world', () => {
  test('is the same for the same moment, and of exercises in the catalogue', () => {
    for (const person of ATHLETES.slice(0, 6)) expect(training(person)).toEqual(logOf(person.key))
    const used = new Set(
      ATHLETES.flatMap(({ key }) => logOf(key).flatMap((one) => one.entries.map(({ entry }) => entry.exerciseId))),
    )
    expect([...used].filter((id) => !byId.has(id))).toEqual([])
  })

  test('moves with the day on which it is loaded: the same sets, as many days before', () => {
    const shape = (person: DemoAthlete, now: number) =>
      training(person, now).map((one) => [
        dayOf(now, person.zone) - one.workout.localDay,
        setsOf([one]).map(({ kind, enteredLoad, reps, rir2 }) => [kind, enteredLoad, reps, rir2]),
      ])
    for (const person of ORDINARY.slice(0, 3)) {
      for (const days of [1, 40]) expect(shape(person, NOW + days * DAY_MS), person.key).toEqual(shape(person, NOW))
    }
  })
})

describe('what there is to lift', () => {
  test('a floor and a garage that could have been typed, with machines of the catalogue', () => {
    for (const place of [FLOOR, GARAGE]) {
      expect(gymPlaceFields.parse(place)).toEqual(place)
      expect(() => requireEquipment(place)).not.toThrow()
      const own = place.machines.filter(({ what }) => what !== 'machine' && what !== 'cable')
      expect(own.filter(({ what }) => !byId.has(what))).toEqual([])
    }
    expect(FLOOR.machines.length).toBeGreaterThan(GARAGE.machines.length + 5)
  })

  test('every load of who trains on that floor can be put together there', () => {
    const place: Place = { id: 'floor', ...FLOOR, published: null }
    const missing = logOf('tomas').flatMap(({ entries }) =>
      entries.flatMap(({ entry, sets }) => {
        const exercise = byId.get(entry.exerciseId)
        const loading = exercise ? loadingAt(place, exercise, 'kg') : 'none'
        if (!loading || loading === 'none') return [`${entry.exerciseId}: not there`]
        return sets
          .filter(({ loadG }) => loadG !== null && !findLoad(loading.sources, loadG).isExact)
          .map(({ enteredLoad }) => `${entry.exerciseId}: ${enteredLoad} kg`)
      }),
    )
    expect([...new Set(missing)]).toEqual([])
  })
})

test('athletes weigh themselves every week, and end at what they weigh', () => {
  for (const person of ORDINARY) {
    const weighings = bodyOf(person, NOW).filter(({ kind }) => kind === 'weight')
    expect(weighings.length).toBe(Math.min(40, person.months * 4))
    expect(weighings.map(({ at }) => at)).toEqual(weighings.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(Math.abs((weighings.at(-1)?.value ?? 0) - person.bodyweightKg * 1000)).toBeLessThan(1_000)
    expect(bodyOf(person, NOW)).toEqual(bodyOf(person, NOW))
  }
})
