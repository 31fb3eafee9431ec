/** Defects of other apps that take more than one rule to have; those of a single rule are beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { e1rmOfSet, loadForG } from '../../workouts/rules/e1rm.ts'
import { explainE1rm } from '../../workouts/rules/e1rm-why.ts'
import { BARBELL, done, warmup, workoutOn } from '../../workouts/rules/fixtures.ts'
import { recordsOf } from '../../workouts/rules/records.ts'
import { tonnageG } from '../../workouts/rules/volume.ts'
import { dayFigures } from './day-figures.ts'
import { monthFigures } from './kept-figures.ts'
import { groupDays, intensityTenths, muscleSets } from './muscle-series.ts'

const facts = () => BARBELL

describe('one estimate, used everywhere', () => {
  // A single at RPE 7 and a fresh ten: screens of others disagree about the one, and about 103 % of the other.
  test.each([
    ['a single at RPE 7', done(100, 1, { rir2: 6 }), 112_108],
    ['a single of which nobody said how hard', done(100, 1), 100_000],
    ['a five', done(100, 5), 112_500],
    ['a ten', done(100, 10), 133_333],
  ])('%s is the same for the record, the day, the year’s line and the explanation', (_name, set, g) => {
    const whole = workoutOn(3, { bench: [set] })
    const before = workoutOn(1, { bench: [done(40, 1)] })
    const [made] = whole.entries.flatMap(({ sets }) => sets)
    const record = recordsOf([before, whole], 'bench', BARBELL).find(({ kind, localDay }) => {
      return kind === 'e1rm' && localDay === 3
    })
    const why = explainE1rm(set.loadG, set.reps, set.rir2)
    expect([
      made && e1rmOfSet(made, null, BARBELL)?.g,
      record?.value,
      dayFigures(3, [whole], facts).exercises[0]?.e1rmG,
      monthFigures([whole], facts).exercises[0]?.e1rmG,
      why.by !== null && why.g,
    ]).toEqual([g, g, g, g, g])
    if (set.rir2 !== null) expect(loadForG(g, 1, set.rir2)).toBe(100_000)
  })

  test('36, 37 and 40 reps make no estimate, no record of one and no negative figure of the day', () => {
    for (const reps of [36, 37, 40]) {
      const history = [workoutOn(1, { bench: [done(40, 5)] }), workoutOn(3, { bench: [done(40, reps)] })]
      expect(
        recordsOf(history, 'bench', BARBELL).filter(({ kind, localDay }) => kind === 'e1rm' && localDay > 1),
      ).toEqual([])
      const [figures] = dayFigures(3, history, facts).exercises
      expect(figures).toMatchObject({ e1rmG: null, tonnageG: 40_000 * reps })
    }
  })
})

describe('who lifts in pounds only', () => {
  const set = done(135, 10, { loadG: 61_235, enteredUnit: 'lb' })
  const [day] = dayFigures(3, [workoutOn(3, { bench: [set, set] })], facts).exercises

  test('has volume, sets and intensity as who lifts the same in kilograms', () => {
    const [same] = dayFigures(3, [workoutOn(3, { bench: [done(61.235, 10), done(61.235, 10)] })], facts).exercises
    expect(day).toEqual(same)
    expect(day).toMatchObject({ tonnageG: 1_224_700, hardSets: 2, sets: 2, e1rmG: 81_647 })
    if (!day) throw new Error('There should be figures.')
    expect(intensityTenths(day, BARBELL)).toBe(750)
    expect(muscleSets([day], facts)).toMatchObject({ chest: 200, triceps: 100 })
    expect(groupDays([day], facts, 'chest')).toMatchObject([{ intensityTenths: 750 }])
  })
})

describe('the best set of a day', () => {
  test('is the best lift, never the sum of kilograms, reps, metres and seconds', () => {
    // By the sum the warm-up with its thirty reps and the long light set would come first.
    const bench = [warmup(20, 30), done(40, 100), done(100, 3)]
    expect(dayFigures(3, [workoutOn(3, { bench })], facts).exercises[0]).toMatchObject({
      bestLoadG: 100_000,
      bestReps: 3,
    })
  })

  test('an empty-bar warm-up is no record of reps, and no figure of the day', () => {
    const history = [workoutOn(1, { bench: [done(60, 5)] }), workoutOn(3, { bench: [warmup(20, 30)] })]
    expect(recordsOf(history, 'bench', BARBELL).filter(({ localDay }) => localDay > 1)).toEqual([])
    expect(dayFigures(3, history, facts).exercises).toEqual([])
  })
})

test('2.5 kg and half a pound are weights: nothing is cut to whole numbers on the way to a figure', () => {
  expect(tonnageG([done(2.5, 12), done(0.25, 4)], BARBELL, null)).toBe(31_000)
  const half = done(0.5, 10, { loadG: 227, enteredUnit: 'lb' })
  expect(dayFigures(3, [workoutOn(3, { bench: [half] })], facts).exercises[0]).toMatchObject({ bestLoadG: 227 })
})

test('no calories are made up: none of the words and figures of the app speak of them', () => {
  const messages = 'src/messages/en'
  const words = readdirSync(messages).map((file) => readFileSync(join(messages, file), 'utf8'))
  expect(words.filter((text) => /\bkcal\b|calorie/i.test(text))).toEqual([])
  const figures = dayFigures(3, [workoutOn(3, { bench: [done(60, 5)] })], facts)
  expect(Object.keys({ ...figures, ...figures.exercises[0] }).filter((key) => /kcal|calor|energy/i.test(key))).toEqual(
    [],
  )
})
