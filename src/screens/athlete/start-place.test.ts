import { expect, test } from 'vitest'
import { places } from '../../modules/gyms/model/places.ts'
import { addPlace, placeMutations, removePlace } from '../../modules/gyms/mutators.ts'
import { templateEquipment } from '../../modules/gyms/rules/place-templates.ts'
import { workouts } from '../../modules/workouts/model.ts'
import { startWorkout, workoutMutations } from '../../modules/workouts/mutators.ts'
import { phoneWith } from '../../modules/workouts/ui/athlete/fixtures-phone.ts'
import type { AnyCollection, AnyMutation } from '../../sync/client/api.ts'
import { readStartPlace } from './start-place.ts'

test('a workout starts at the only place, and of several at the one of the last workout', async () => {
  const phone = await phoneWith({
    guest: true,
    collections: [places, workouts] as readonly AnyCollection[],
    mutations: [...placeMutations, ...workoutMutations] as readonly unknown[] as readonly AnyMutation[],
  })
  const add = (id: string) => {
    const { unit, equipment } = templateEquipment('home_kg')
    return phone.mutate(addPlace, { place: { id, name: id, unit, ...equipment, published: null } })
  }
  const start = (id: string, startedAt: number, placeId: string | null) => {
    const said = { title: '', zone: 'UTC', localDay: 0, bodyweightG: null, holder: null }
    return phone.mutate(startWorkout, { ...said, id, startedAt, placeId })
  }
  const place = async () => (await phone.read((rows) => readStartPlace(rows)))?.id
  expect(await place()).toBeUndefined()
  await start('before any place', 1, null)
  await add('garage')
  expect(await place()).toBe('garage')
  await add('gym')
  expect(await place()).toBeUndefined()
  await start('at the gym', 2, 'gym')
  expect(await place()).toBe('gym')
  await start('nowhere in particular', 3, null)
  expect(await place()).toBeUndefined()
  await phone.mutate(removePlace, { id: 'gym' })
  expect(await place()).toBe('garage')
})
