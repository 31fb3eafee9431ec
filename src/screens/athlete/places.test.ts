import { expect, test } from 'vitest'
import { addExercise, finishWorkout, startWorkout } from '../../modules/workouts/mutators.ts'
import { phoneOfGuest } from '../../modules/workouts/ui/athlete/fixtures-phone.ts'
import type { DeadMutation } from '../../sync/client/api.ts'
import { findPlaces } from './places.ts'

const dead = (mid: string, args: object, rows: string[]): DeadMutation => ({
  ...{ mid, name: 'workouts.checkSet', args, at: 0, status: 'rejected', code: 'forbidden', message: '' },
  rows,
})

test('what was refused leads to its workout: by what it names, or by the rows that it would have changed', async () => {
  const phone = await phoneOfGuest()
  const start = { title: '', startedAt: 1, zone: 'UTC', localDay: 0, bodyweightG: null, holder: null }
  const set = {
    ...{ id: 's', position: 'a0', kind: 'normal' as const, loadMode: 'external' as const, loadG: 1, reps: 1 },
    ...{ enteredLoad: null, enteredUnit: null, rir2: null, durationMs: null },
    ...{ distanceM: null, enteredDistance: null, distanceUnit: null },
  }
  for (const id of ['open', 'past']) await phone.mutate(startWorkout, { ...start, id })
  await phone.mutate(addExercise, {
    ...{ workoutId: 'open', id: 'e', exerciseId: 'back-squat', position: 'a0', restS: null, superset: null },
    sets: [set],
  })
  await phone.mutate(finishWorkout, { id: 'past', endedAt: 2, activeMs: 1, state: 'done' })
  const places = await phone.read((rows) =>
    findPlaces(rows, [
      dead('check', { id: 's' }, ['s']),
      dead('add', { workoutId: 'open', entryId: 'e' }, ['s-refused']),
      dead('move', { id: 'e' }, ['e']),
      dead('finish', { id: 'past' }, ['past']),
      dead('never here', { workoutId: 'refused' }, ['refused-set']),
      dead('of many', {}, ['open', 'past']),
      dead('of none', { fields: {} }, ['profile']),
    ]),
  )
  expect(Object.fromEntries(places)).toEqual({
    check: '/workout/open',
    add: '/workout/open',
    move: '/workout/open',
    finish: '/history/past',
  })
})
