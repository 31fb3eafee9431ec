import { beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../test/database.ts'
import { newPerson, openServices, type Person } from '../../test/people.ts'
import { approve } from '../coaching/service/access.ts'
import { addMember, addStaff, createGym, listGyms, listMembers } from './service.ts'

const page = { search: '', after: null, limit: 50 }
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
  })

  test('its desk adds members but hires nobody; a member sees neither list', async () => {
    const [desk, member, other] = [await newPerson('Dan Desk'), await newPerson('Mia Member'), await newPerson()]
    await addStaff(owner, { gymId, userId: desk.userId, role: 'desk' })
    await addMember(desk, { gymId, name: 'Mia Member', userId: member.userId })
    await addMember(desk, { gymId, name: 'No Account', email: 'walk.in@example.test' })
    expect(await refusalOf(addStaff(desk, { gymId, userId: other.userId, role: 'coach' }))).toBe('forbidden')
    expect(await refusalOf(addMember(desk, { gymId, name: 'Again', userId: member.userId }))).toBe('conflict')
    const { members } = await listMembers(desk, { gymId, ...page })
    expect(members.map(({ name }) => name)).toEqual(['Mia Member', 'No Account'])
    expect(await refusalOf(listMembers(member, { gymId, ...page }))).toBe('not_found')
    expect((await listMembers(desk, { gymId, ...page, search: 'acc' })).members).toHaveLength(1)
  })

  test('opens no training: its owner sees a member’s name, and no row of theirs', async () => {
    const member = await newPerson('Private Pat')
    await addMember(owner, { gymId, name: 'Private Pat', userId: member.userId })
    expect(await approve(owner, { athleteIds: [member.userId], domain: 'training' })).toEqual([])
  })
})
