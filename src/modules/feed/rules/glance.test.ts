import { expect, test } from 'vitest'
import type { RoutineExercise } from '../../workouts/model/routines.ts'
import type { SharedDocument } from '../../workouts/model/shares.ts'
import { glanceOf } from './glance.ts'

const set = (kind: 'normal' | 'warmup') => ({ kind, loadMode: 'external' as const, loadG: 80_000 })
const exercise = (exerciseId: string, sets: RoutineExercise['sets']): RoutineExercise => ({
  ...{ slot: exerciseId, exerciseId, notes: 'left knee', restS: null, superset: null, sets },
})
const sled = {
  ...{ id: 'own-sled', name: 'Sled', aliases: [], equipment: 'sled' as const, pattern: 'carry' as const, restS: 60 },
  ...{ measure: 'load_reps' as const, loadMode: 'external' as const, bodyweightFraction: null, notes: '' },
  ...{ laterality: 'bilateral' as const, implements: 1 as const, muscles: {} },
}
const document: SharedDocument = {
  ...{ title: 'Push', notes: 'good day', localDay: 20_000, activeMs: 60_000, own: [sled] },
  exercises: [
    exercise('bench-press', [set('warmup'), set('normal'), set('normal')]),
    exercise('own-sled', [set('warmup')]),
  ],
}

test('says the exercises with their sets: warm-ups only where there is nothing else, own ones by their names', () => {
  expect(glanceOf(document)).toEqual({
    ...{ title: 'Push', notes: 'good day', localDay: 20_000, activeMs: 60_000, distanceM: 0, more: 0 },
    lines: [
      { exerciseId: 'bench-press', name: null, sets: 2 },
      { exerciseId: 'own-sled', name: 'Sled', sets: 1 },
    ],
  })
})

test('of many exercises the first five, and how many more there are', () => {
  const exercises = Array.from({ length: 8 }, (_, n) => exercise(`e${n}`, [set('normal')]))
  const { lines, more } = glanceOf({ ...document, exercises })
  expect([lines.length, more]).toEqual([5, 3])
})

test('adds up how far it was', () => {
  const run = { kind: 'normal' as const, loadMode: 'none' as const, distanceM: 2_600 }
  expect(glanceOf({ ...document, exercises: [exercise('running', [run, run])] }).distanceM).toBe(5_200)
})

test('shows the heart and the route where its maker chose to tell them', () => {
  const cardio = { avgHr: 140, maxHr: null, outline: [0, 0, 5, 5] }
  expect(glanceOf({ ...document, cardio }).cardio).toEqual(cardio)
  expect(glanceOf(document)).not.toHaveProperty('cardio')
})
