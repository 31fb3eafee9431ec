import { beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { approve } from '../../coaching/service/access.ts'
import { unpackRoster } from '../rules/roster-wire.ts'
import { addLocation, createGym, editGym, editLocation, listGyms, openGym } from './gyms.ts'
import { addMember } from './members.ts'
import { readRoster } from './roster.ts'
import { addStaff } from './staff.ts'

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'allowed',
    ({ code }: { code: string }) => code,
  )

let db: TestDatabase
let owner: Person
let gymId: string
beforeAll(async () => {
  db = await openServices()
  owner = await newPerson('Olga Owner')
  gymId = (await createGym(owner, { name: 'Iron Hall', zone: 'Europe/Ljubljana' })).gymId
})

describe('a gym', () => {
  test('belongs to who makes it, and the log says so', async () => {
    expect(await listGyms(owner)).toEqual([{ id: gymId, name: 'Iron Hall', role: 'owner' }])
    const log = await db.admin`select action from audit where gym_id = ${gymId} order by action`
    expect(log.map((row) => row.action)).toEqual(['gym.create', 'staff.add'])
  })

  test('stands in a time zone that exists', async () => {
    expect(await refusalOf(createGym(owner, { name: 'Nowhere', zone: 'Mars/Olympus' }))).toBe('bad_input')
    const edit = { gymId, name: 'Iron Hall', zone: 'Mars/Olympus', absentWeeks: 4 }
    expect(await refusalOf(editGym(owner, edit))).toBe('bad_input')
  })

  test('is renamed, and the log holds both names', async () => {
    await editGym(owner, { gymId, name: 'Iron Hall West', zone: 'Europe/Vienna', absentWeeks: 6 })
    expect(await openGym(owner, { gymId })).toMatchObject({
      name: 'Iron Hall West',
      zone: 'Europe/Vienna',
      absentWeeks: 6,
    })
    const [row] = await db.admin`select before, after from audit where gym_id = ${gymId} and action = 'gym.edit'`
    expect([row?.before.name, row?.after.name]).toEqual(['Iron Hall', 'Iron Hall West'])
  })

  test('has locations that are renamed and closed, and none of another gym’s', async () => {
    const { locationId } = await addLocation(owner, { gymId, name: 'Dock' })
    await editLocation(owner, { gymId, locationId, name: 'Dockside', isClosed: true })
    expect((await openGym(owner, { gymId })).locations).toEqual([{ id: locationId, name: 'Dockside', isClosed: true }])
    expect(await refusalOf(addMember(owner, { gymId, name: 'Late', locationId }))).toBe('not_found')
    const other = await createGym(owner, { name: 'Other', zone: 'UTC' })
    const edit = { gymId: other.gymId, locationId, name: 'Mine', isClosed: false }
    expect(await refusalOf(editLocation(owner, edit))).toBe('not_found')
  })

  test('its desk adds members but hires nobody; a member sees neither list', async () => {
    const [desk, member, other] = [await newPerson('Dan Desk'), await newPerson('Mia Member'), await newPerson()]
    await addStaff(owner, { gymId, userId: desk.userId, role: 'desk' })
    await addMember(desk, { gymId, name: 'Mia Member', userId: member.userId })
    await addMember(desk, { gymId, name: 'No Account', email: 'Walk.In@Example.test' })
    expect(await refusalOf(addStaff(desk, { gymId, userId: other.userId, role: 'coach' }))).toBe('forbidden')
    expect(await refusalOf(addMember(desk, { gymId, name: 'Again', userId: member.userId }))).toBe('conflict')
    const rows = unpackRoster((await readRoster(desk, { gymId })).members)
    expect(rows.map(({ name, number }) => [name, number])).toEqual([
      ['Mia Member', 1],
      ['No Account', 2],
    ])
    expect(rows.map(({ email, canMail }) => [email, canMail])).toEqual([
      [null, false],
      [null, true],
    ])
    const seen = unpackRoster((await readRoster(owner, { gymId })).members)
    expect(seen.map(({ email }) => email)).toEqual([null, 'walk.in@example.test'])
    expect(await refusalOf(readRoster(member, { gymId }))).toBe('not_found')
  })

  test('opens no training: its owner sees a member’s name, and no row of theirs', async () => {
    const member = await newPerson('Private Pat')
    await addMember(owner, { gymId, name: 'Private Pat', userId: member.userId })
    expect(await approve(owner, { athleteIds: [member.userId], domain: 'training' })).toEqual([])
  })
})
