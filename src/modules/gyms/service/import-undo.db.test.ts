import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newGym } from '../../../test/gyms.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import type { ImportRow } from '../model.ts'
import { unpackRoster } from '../rules/roster-wire.ts'
import { addLocation } from './gyms.ts'
import { undoImport } from './import-undo.ts'
import { importMembers } from './imports.ts'
import { previewInvite } from './invites.ts'
import { readLog } from './log.ts'
import { inviteMembers } from './member-invites.ts'
import { addMember, changeMembers, editMember, readMember } from './members.ts'
import { readRoster } from './roster.ts'

let db: TestDatabase
let owner: Person
let gymId: string
let dock: string
beforeAll(async () => {
  db = await openServices()
  const gym = await newGym()
  owner = gym.owner
  gymId = gym.gymId
  dock = (await addLocation(owner, { gymId, name: 'Dockside' })).locationId
})

const row = (fields: Partial<ImportRow>): ImportRow => {
  return { name: 'X', email: null, phone: null, startedOn: null, locationId: null, memberId: null, ...fields }
}
const look = async () => {
  const { members, version, at } = await readRoster(owner, { gymId })
  return { rows: unpackRoster(members), version, seenAt: at }
}
const bring = async (rows: ImportRow[], seen?: { version: number; seenAt: number }) => {
  const { version, seenAt } = seen ?? (await look())
  return importMembers(owner, { gymId, fileName: 'm.csv', columns: {}, rows, skipped: 0, version, seenAt })
}
const undo = ({ importId }: { importId: string }) => undoImport(owner, { gymId, importId })
const idOf = async (name: string) => (await look()).rows.find((one) => one.name === name)?.id ?? ''
const nameOf = async (memberId: string) => (await look()).rows.find(({ id }) => id === memberId)?.name
const add = async (name: string, email: string | null = null) =>
  (await addMember(owner, { gymId, name, email })).memberId

describe('an import that is taken out', () => {
  test('leaves whom something was done with since, and says how many', async () => {
    const names = ['Plain', 'Called Otherwise', 'Phoned', 'Moved', 'Coached', 'Invited', 'Ended']
    const done = await bring(names.map((name) => row({ name })))
    const ids = new Map(await Promise.all(names.map(async (name) => [name, await idOf(name)] as const)))
    const of = (name: string) => ({ gymId, memberIds: [ids.get(name) ?? ''] })
    const edit = { gymId, email: null, phone: null }
    await editMember(owner, { ...edit, memberId: ids.get('Called Otherwise') ?? '', name: 'Called So' })
    await editMember(owner, { ...edit, memberId: ids.get('Phoned') ?? '', name: 'Phoned', phone: '1' })
    await changeMembers(owner, { ...of('Moved'), change: { set: 'location', locationId: dock } })
    await changeMembers(owner, { ...of('Coached'), change: { set: 'coach', coachId: owner.userId } })
    await inviteMembers(owner, { ...of('Invited'), letters: false })
    await changeMembers(owner, { ...of('Ended'), change: { set: 'ended', ended: true } })
    expect(await undo(done)).toEqual({ removed: 1, stayed: 6, restored: 0 })
    const left = (await look()).rows.map(({ name }) => name)
    expect(left).not.toContain('Plain')
    expect(left).toEqual(expect.arrayContaining(['Called So', 'Phoned', 'Moved', 'Coached', 'Invited', 'Ended']))
  })

  test('takes those who came in as having left, but not whom somebody brought back', async () => {
    const done = await bring([row({ name: 'Left', isEnded: true }), row({ name: 'Came Back', isEnded: true })])
    expect((await look()).rows.find(({ name }) => name === 'Left')?.endedAt).not.toBeNull()
    const memberIds = [await idOf('Came Back')]
    await changeMembers(owner, { gymId, memberIds, change: { set: 'ended', ended: false } })
    expect(await undo(done)).toEqual({ removed: 1, stayed: 1, restored: 0 })
  })

  test('from before imports kept what they brought goes out all the same', async () => {
    const done = await bring([row({ name: 'From Before' })])
    await db.admin`delete from member_import_change where import_id = ${done.importId}`
    expect(await undo(done)).toEqual({ removed: 1, stayed: 0, restored: 0 })
  })

  test.each([['the first one first'], ['the last one first']])('%s: two come back to the start', async (order) => {
    const known = await add('A0')
    const first = await bring([row({ name: 'A1', memberId: known }), row({ name: 'New 1' })])
    const brought = await idOf('New 1')
    const second = await bring([row({ name: 'B1', memberId: known }), row({ name: 'New 2', memberId: brought })])
    const [one, other] = order.startsWith('the first') ? [first, second] : [second, first]
    await undo(one)
    await undo(other)
    expect(await nameOf(known)).toBe('A0')
    expect(await nameOf(brought)).toBeUndefined()
  })

  test('leaves what a later file says as well', async () => {
    const known = await add('C0')
    const [first, second] = [
      await bring([row({ name: 'C1', memberId: known })]),
      await bring([row({ name: 'C1', memberId: known })]),
    ]
    expect(await undo(first)).toMatchObject({ restored: 0 })
    expect(await nameOf(known)).toBe('C1')
    expect(await undo(second)).toMatchObject({ restored: 1 })
    expect(await nameOf(known)).toBe('C0')
  })
})

describe('a preview that is no longer true', () => {
  test('is laid over nobody who was changed or erased since, and says how many', async () => {
    const [still, changed, erased] = [await add('Still'), await add('Changed', 'old@example.test'), await add('Erased')]
    const seen = await look()
    await editMember(owner, { gymId, memberId: changed, name: 'Changed', email: 'old@example.test', phone: '070 1' })
    await db.admin`update gym_member set name = '', email = null, phone = null where id = ${erased}`
    const file = [still, changed, erased].map((memberId) => row({ name: 'From The File', phone: '999', memberId }))
    expect(await bring(file, seen)).toMatchObject({ added: 0, updated: 1, leftAlone: 2 })
    expect(await nameOf(still)).toBe('From The File')
    expect(await readMember(owner, { gymId, memberId: changed })).toMatchObject({ name: 'Changed', phone: '070 1' })
    expect(await nameOf(erased)).toBe('')
    expect(await bring(file.slice(1, 2))).toMatchObject({ updated: 1, leftAlone: 0 })
  })

  test('knows what its reader did to the list by themselves', async () => {
    const memberId = await add('Moved By Hand')
    const seen = await look()
    await changeMembers(owner, { gymId, memberIds: [memberId], change: { set: 'location', locationId: dock } })
    expect(await bring([row({ name: 'Moved', memberId })], seen)).toMatchObject({ updated: 1, leftAlone: 0 })
  })

  test('stays what it was when it is sent again', async () => {
    const memberId = await add('Again')
    const seen = await look()
    await editMember(owner, { gymId, memberId, name: 'Again', email: null, phone: '1' })
    const { version, seenAt } = await look()
    const rows = [row({ name: 'Else', memberId })]
    const file = { gymId, importId: newId(), fileName: 'm.csv', columns: {}, rows, skipped: 0, version }
    const done = await importMembers(owner, { ...file, seenAt: seen.seenAt })
    expect(done).toMatchObject({ updated: 0, leftAlone: 1 })
    expect(await importMembers(owner, { ...file, seenAt })).toEqual(done)
  })
})

test('everybody whom a file changed or took away is in the log, told once, and no address is', async () => {
  const person = await newPerson('Pia')
  const { memberId } = await addMember(owner, { gymId, name: 'Pia Old', userId: person.userId })
  const same = await add('Same')
  const laid = [row({ name: 'Pia', email: 'pia@example.test', memberId }), row({ name: 'Same', memberId: same })]
  const done = await bring([...laid, row({ name: 'Taken Away' })])
  const brought = await idOf('Taken Away')
  await undo(done)
  const rows = await db.admin`
    select action, subject_id, before, after from audit
    where gym_id = ${gymId} and after ->> 'importId' = ${done.importId} and after ->> 'batch' = 'part' order by at, action`
  const part = { importId: done.importId, batch: 'part' }
  const changed = ['name', 'email']
  const [old, now] = [
    { memberId, name: 'Pia Old' },
    { memberId, name: 'Pia' },
  ]
  expect(rows).toEqual([
    { action: 'member.edit', subject_id: person.userId, before: old, after: { ...now, changed, ...part } },
    { action: 'member.edit', subject_id: person.userId, before: now, after: { ...old, changed, ...part } },
    { action: 'member.remove', subject_id: null, before: { memberId: brought, name: 'Taken Away' }, after: part },
  ])
  const told = (await readLog(owner, { gymId, after: null })).entries.slice(0, 2)
  expect(told.map(({ action }) => action)).toEqual(['members.import_undo', 'members.import'])
})

test('an address that a file corrects, or an undo, closes the links that went to the one before', async () => {
  const memberId = await add('Typo', 'tpyo@example.test')
  const link = async () =>
    (await inviteMembers(owner, { gymId, memberIds: [memberId], letters: false }))[0]?.token ?? ''
  const state = (token: string) =>
    previewInvite({ token, ip: '192.0.2.1' }).then(
      () => 'open',
      ({ message }: { message: string }) => message,
    )
  const first = await link()
  const done = await bring([row({ name: 'Typo', email: 'typo@example.test', memberId })])
  expect(await state(first)).toMatch(/taken this invite back/)
  const second = await link()
  await undo(done)
  expect(await state(second)).toMatch(/taken this invite back/)
})
