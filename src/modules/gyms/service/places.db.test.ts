import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { templateEquipment } from '../rules/place-templates.ts'
import { createGym } from './gyms.ts'
import { addMember, changeMembers } from './members.ts'
import { listGymPlaces, listPublishedPlaces, publishGymPlace, removeGymPlace, saveGymPlace } from './places.ts'

let db: TestDatabase
let owner: Person
let member: Person
let stranger: Person
let gymId: string
let memberId: string
let placeId: string
beforeAll(async () => {
  db = await openServices()
  owner = await newPerson('Ona')
  member = await newPerson('Mia')
  stranger = await newPerson('Sam')
})
beforeEach(async () => {
  gymId = (await createGym(owner, { name: 'Iron House', zone: 'UTC' })).gymId
  memberId = (await addMember(owner, { gymId, name: 'Mia', userId: member.userId })).memberId
  placeId = newId()
  await saveGymPlace(owner, { gymId, placeId, place: floor })
})

const floor = { name: 'Main floor', unit: 'kg' as const, ...templateEquipment('gym_kg').equipment }
const here = async (who: Person) => (await listPublishedPlaces(who)).filter((one) => one.gymId === gymId)

describe('a gym’s place', () => {
  test('is the office’s own until it is published, and then its members’ too', async () => {
    expect(await here(member)).toEqual([])
    expect(await listGymPlaces(owner, { gymId })).toMatchObject([{ placeId, version: 0, isChanged: true }])
    await publishGymPlace(owner, { gymId, placeId })
    expect(await here(member)).toEqual([{ gymId, gymName: 'Iron House', placeId, version: 1, place: floor }])
    expect(await here(stranger)).toEqual([])
    expect(await listGymPlaces(owner, { gymId })).toMatchObject([{ version: 1, isChanged: false }])
  })

  test('is worked on without anybody seeing it, and its next version is another number', async () => {
    await publishGymPlace(owner, { gymId, placeId })
    await saveGymPlace(owner, { gymId, placeId, place: { ...floor, name: 'Ground floor' } })
    expect(await here(member)).toMatchObject([{ version: 1, place: { name: 'Main floor' } }])
    expect(await listGymPlaces(owner, { gymId })).toMatchObject([{ version: 1, isChanged: true }])
    await publishGymPlace(owner, { gymId, placeId })
    expect(await here(member)).toMatchObject([{ version: 2, place: { name: 'Ground floor' } }])
    // Published as it stands: there is nothing new to offer.
    await publishGymPlace(owner, { gymId, placeId })
    expect(await here(member)).toMatchObject([{ version: 2 }])
  })

  test('is no former member’s, and nobody’s once it is removed', async () => {
    await publishGymPlace(owner, { gymId, placeId })
    await changeMembers(owner, { gymId, memberIds: [memberId], change: { set: 'ended', ended: true } })
    expect(await here(member)).toEqual([])
    await changeMembers(owner, { gymId, memberIds: [memberId], change: { set: 'ended', ended: false } })
    expect(await here(member)).toHaveLength(1)
    await removeGymPlace(owner, { gymId, placeId })
    expect(await here(member)).toEqual([])
    expect(await listGymPlaces(owner, { gymId })).toEqual([])
    const again = saveGymPlace(owner, { gymId, placeId, place: floor })
    await expect(again).rejects.toThrow('There is no such place in this gym: it was removed.')
  })

  test('leaves a row of audit for each change, and none for nothing', async () => {
    await saveGymPlace(owner, { gymId, placeId, place: floor })
    await saveGymPlace(owner, { gymId, placeId, place: { ...floor, name: 'Ground floor' } })
    await publishGymPlace(owner, { gymId, placeId })
    await publishGymPlace(owner, { gymId, placeId })
    await removeGymPlace(owner, { gymId, placeId })
    const rows = await db.admin`
      select action, before, after from audit where gym_id = ${gymId} and action like 'place.%' order by at, id`
    expect(rows.map(({ action, before, after }) => [action, before?.name ?? null, after?.name ?? null])).toEqual([
      ['place.add', null, 'Main floor'],
      ['place.edit', 'Main floor', 'Ground floor'],
      ['place.publish', null, 'Ground floor'],
      ['place.remove', 'Ground floor', null],
    ])
  })

  test('needs a name and rows of weights that end', async () => {
    const save = (place: object) => saveGymPlace(owner, { gymId, placeId, place: { ...floor, ...place } })
    await expect(save({ name: ' ' })).rejects.toThrow('The place has no name.')
    await expect(save({ dumbbells: [{ from: 5, to: 1, step: 1, unit: 'kg' }] })).rejects.toThrow('is no row of weights')
    expect(await listGymPlaces(owner, { gymId })).toMatchObject([{ place: floor }])
  })
})
