import { expect, test } from 'vitest'
import { assembleWorkouts } from './assemble.ts'
import { BARBELL, done, planned, warmup, workoutOn } from './fixtures.ts'
import { summarise } from './summary.ts'

test('a list’s line counts what was done: no warm-up, no planned set, an exercise that comes twice once', () => {
  const whole = workoutOn(20_000, { 'bench-press': [warmup(60, 8), done(100, 5), done(100, 5), planned(100, 5)] })
  const twice = { ...whole, entries: [...whole.entries, ...whole.entries] }
  expect(summarise(whole, () => BARBELL)).toMatchObject({
    exercises: [{ exerciseId: 'bench-press', sets: 2 }],
    sets: 2,
    tonnageG: 1_000_000,
  })
  expect(summarise(twice, () => BARBELL).exercises).toEqual([{ exerciseId: 'bench-press', sets: 4 }])
})

test('an exercise that is not known counts as what its sets say', () => {
  expect(summarise(workoutOn(20_000, { mystery: [done(50, 10)] }), () => undefined).tonnageG).toBe(500_000)
})

test('rows from anywhere come together in order, and strangers are left out', () => {
  const first = workoutOn(20_000, { 'back-squat': [done(100, 5), done(110, 3)], 'leg-press': [done(200, 10)] })
  const other = workoutOn(20_001, { 'bench-press': [done(80, 5)] })
  const entries = [...other.entries, ...first.entries].map(({ entry }) => entry).reverse()
  const sets = [...first.entries, ...other.entries].flatMap((one) => one.sets).reverse()
  expect(assembleWorkouts([first.workout], entries, sets)).toEqual([first])
})
