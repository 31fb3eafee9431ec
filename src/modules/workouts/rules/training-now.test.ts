import { expect, it } from 'vitest'
import type { WholeWorkout } from '../model.ts'
import { trainingNow } from './training-now.ts'

const MINUTE = 60_000
const NOW = 1_800_000_000_000

/** An open workout that began `began` minutes ago, with sets done so many minutes ago, or null for those to do. */
function open(began: number, sets: readonly (number | null)[], state: 'open' | 'done' = 'open'): WholeWorkout {
  return {
    workout: { id: `w${began}`, state, startedAt: NOW - began * MINUTE },
    entries: [{ entry: { id: 'e' }, sets: sets.map((ago) => ({ doneAt: ago === null ? null : NOW - ago * MINUTE })) }],
  } as unknown as WholeWorkout
}

it('says which set is next of how many', () => {
  expect(trainingNow([open(20, [15, 10, 5, null, null])], NOW)).toEqual({ kind: 'training', set: 4, of: 5 })
  expect(trainingNow([open(20, [15, 10])], NOW)).toEqual({ kind: 'all_done', of: 2 })
  expect(trainingNow([open(1, [])], NOW)).toEqual({ kind: 'started' })
})

it('a workout that was forgotten is not training', () => {
  expect(trainingNow([open(300, [280, null])], NOW)).toEqual({ kind: 'idle', sinceMs: 280 * MINUTE })
  expect(trainingNow([open(20, [5], 'done')], NOW)).toBeNull()
})

it('of two open workouts the later one counts', () => {
  expect(trainingNow([open(300, [290]), open(10, [5, null])], NOW)).toEqual({ kind: 'training', set: 2, of: 2 })
})
