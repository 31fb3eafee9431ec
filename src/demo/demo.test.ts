import { expect, test } from 'vitest'
import { CATALOGUE } from '../modules/exercises/data/catalogue.ts'
import { dayOf } from '../shared/local-day.ts'
import { ATHLETES, type DemoAthlete } from './people.ts'
import { trainingOf } from './training.ts'

const NOW = Date.UTC(2026, 10, 23, 8, 10)
const byId = new Map(CATALOGUE.map((exercise) => [exercise.id, exercise]))
const training = (person: DemoAthlete, now = NOW) => trainingOf(person, now, (id) => byId.get(id))
const whoIs = (special: DemoAthlete['special']) => ATHLETES.find((person) => person.special === special) as DemoAthlete

test('thirty athletes in at least four scripts, some in pounds, some without effort', () => {
  expect(ATHLETES).toHaveLength(30)
  const scripts = [
    /\p{Script=Latin}/u,
    /\p{Script=Cyrillic}/u,
    /\p{Script=Arabic}/u,
    /\p{Script=Han}/u,
    /\p{Script=Greek}/u,
  ]
  for (const script of scripts) expect(ATHLETES.some(({ name }) => script.test(name))).toBe(true)
  expect(ATHLETES.some(({ unit }) => unit === 'lb')).toBe(true)
  expect(ATHLETES.some(({ rpe }) => !rpe)).toBe(true)
  expect(ATHLETES.every(({ months }) => months >= 6 && months <= 36)).toBe(true)
  expect(ATHLETES.every(({ missed }) => missed >= 0.08 && missed <= 0.3)).toBe(true)
})

test('the same moment rolls the same world, and every exercise in it is in the catalogue', () => {
  const [tomas] = ATHLETES
  expect(training(tomas as DemoAthlete)).toEqual(training(tomas as DemoAthlete))
  const used = ATHLETES.flatMap((person) =>
    training(person).flatMap(({ entries }) => entries.map(({ entry }) => entry.exerciseId)),
  )
  expect([...new Set(used)].filter((id) => !byId.has(id))).toEqual([])
})

test('one has nothing, one 5,000 workouts, one left, one is in mid-workout just now', () => {
  expect(training(whoIs('nothing'))).toEqual([])
  expect(training(whoIs('five_thousand'))).toHaveLength(5000)
  const left = training(whoIs('left')).at(-1)
  expect(left && NOW - left.workout.startedAt).toBeGreaterThan(40 * 86_400_000)
  const open = training(whoIs('in_mid_workout')).at(-1)
  const done = open?.entries.flatMap(({ sets }) => sets.filter(({ doneAt }) => doneAt !== null)) ?? []
  expect(open?.workout.state).toBe('open')
  expect(done).toHaveLength(5)
  expect(Math.max(...done.map(({ doneAt }) => doneAt ?? 0))).toBe(NOW - 90_000)
})

test('nothing lies in the future, and nobody but the one in mid-workout has an open workout', () => {
  for (const person of ATHLETES) {
    const all = training(person)
    expect(all.every(({ workout }) => workout.startedAt < NOW && workout.localDay <= dayOf(NOW, person.zone))).toBe(
      true,
    )
    expect(all.filter(({ workout }) => workout.state === 'open').length).toBe(
      person.special === 'in_mid_workout' ? 1 : 0,
    )
  }
})
