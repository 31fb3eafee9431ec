import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newGym } from '../../../test/gyms.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refusal.ts'
import type { ImportRow, RosterView } from '../model.ts'
import { FIRST_VIEW, NOBODY } from '../rules/roster.ts'
import { unpackRoster } from '../rules/roster-wire.ts'
import { checkIn } from './check-in.ts'
import { addLocation, createGym } from './gyms.ts'
import { undoImport } from './import-undo.ts'
import { importMembers, listImports, UNDO_DAYS } from './imports.ts'
import { readLog } from './log.ts'
import { addMember, changeMembers, editMember, readMember, type Undo } from './members.ts'
import { forgetOldImports } from './retention.ts'
import { exportMembers, readRoster, startRoster } from './roster.ts'
import { addStaff, changeRole, endStaff, listStaff } from './staff.ts'

const DAY_MS = 86_400_000
let db: TestDatabase
let owner: Person
let coach: Person
let gymId: string
let dock: string
beforeAll(async () => {
  db = await openServices()
  const gym = await newGym()
  owner = gym.owner
  gymId = gym.gymId
  coach = await gym.hire('Cora Coach', 'coach')
  dock = (await addLocation(owner, { gymId, name: 'Dockside' })).locationId
})

const rosterOf = async (reader: Person = owner) => {
  const { members, version } = await readRoster(reader, { gymId })
  return { rows: unpackRoster(members), version }
}
const find = async (memberId: string) => (await rosterOf()).rows.find(({ id }) => id === memberId)
const add = async (name: string, email: string | null = null) =>
  (await addMember(owner, { gymId, name, email })).memberId
const log = async () => (await readLog(owner, { gymId, after: null })).entries

describe('many at once', () => {
  test('get a coach and a location, and the undo gives each their own back', async () => {
    const ids = [await add('A'), await add('B'), await add('C')]
    const [first = ''] = ids
    await changeMembers(owner, { gymId, memberIds: [first], change: { set: 'location', locationId: dock } })
    const done = await changeMembers(owner, { gymId, memberIds: ids, change: { set: 'coach', coachId: coach.userId } })
    expect(done.changed).toBe(3)
    expect(await find(first)).toMatchObject({ coachId: coach.userId, locationId: dock })
    const located = await changeMembers(owner, { gymId, memberIds: ids, change: { set: 'location', locationId: null } })
    expect(located.changed).toBe(1)
    for (const back of [...done.undo, ...located.undo]) await changeMembers(owner, { gymId, ...back })
    expect(await find(first)).toMatchObject({ coachId: null, locationId: dock })
  })

  test('end and come back; the log says it once, and to each of them who has an account', async () => {
    const person = await newPerson('Pat')
    const { memberId } = await addMember(owner, { gymId, name: 'Pat', userId: person.userId })
    const ids = [memberId, await add('Quin')]
    const { undo } = await changeMembers(owner, { gymId, memberIds: ids, change: { set: 'ended', ended: true } })
    expect((await find(memberId))?.endedAt).not.toBeNull()
    expect((await log())[0]).toMatchObject({ action: 'members.end', who: 'Olga Owner', values: { count: 2 } })
    const theirs = await db.admin`
      select action from audit where subject_id = ${person.userId} and action like 'member.%' order by at desc, id desc`
    expect(theirs.map(({ action }) => action)).toEqual(['member.end', 'member.add'])
    await restore(undo)
    expect((await find(memberId))?.endedAt).toBeNull()
  })

  const restore = async (undo: Undo) => {
    for (const back of undo) await changeMembers(owner, { gymId, ...back })
  }

  test('an old entry does not come back beside a newer one of the same account', async () => {
    const person = await newPerson('Rea')
    const { memberId } = await addMember(owner, { gymId, name: 'Rea', userId: person.userId })
    await changeMembers(owner, { gymId, memberIds: [memberId], change: { set: 'ended', ended: true } })
    await addMember(owner, { gymId, name: 'Rea again', userId: person.userId })
    const back = changeMembers(owner, { gymId, memberIds: [memberId], change: { set: 'ended', ended: false } })
    expect(await refusalOf(back)).toMatch(/^conflict: One of them is a member again already/)
  })

  test('a coach who does not work here, and members of another gym, are none', async () => {
    const memberId = await add('D')
    const stranger = await newPerson()
    const set = { set: 'coach', coachId: stranger.userId } as const
    expect(await refusalOf(changeMembers(owner, { gymId, memberIds: [memberId], change: set }))).toMatch(/^not_found/)
    const other = await createGym(stranger, { name: 'Other', zone: 'UTC' })
    const theirs = { gymId: other.gymId, memberIds: [memberId], change: { set: 'ended', ended: true } as const }
    expect(await refusalOf(changeMembers(stranger, theirs))).toMatch(/^not_found/)
    expect((await find(memberId))?.endedAt).toBeNull()
  })
})

test('a coach who left, or coaches no more, is nobody’s coach: found, shown, exported and undone as that', async () => {
  const gone = await newPerson('Gil Gone')
  await addStaff(owner, { gymId, userId: gone.userId, role: 'coach' })
  const memberId = await add('Left Behind')
  const one = { gymId, memberIds: [memberId] }
  await changeMembers(owner, { ...one, change: { set: 'coach', coachId: gone.userId } })
  const staffId = async () => (await listStaff(owner, { gymId })).find(({ userId }) => userId === gone.userId)?.id ?? ''
  await changeRole(owner, { gymId, staffId: await staffId(), role: 'desk' })
  expect(await find(memberId)).toMatchObject({ coachId: null })
  await endStaff(owner, { gymId, staffId: await staffId() })
  const view: RosterView = { ...FIRST_VIEW, search: 'left behind', state: 'no_coach', coach: NOBODY }
  const { rows } = await startRoster(owner, { gymId, view, limit: 10 })
  expect(rows.map(({ id, coachId }) => [id, coachId])).toEqual([[memberId, null]])
  expect(await readMember(owner, { gymId, memberId })).toMatchObject({ coachId: null })
  expect(await exportMembers(owner, one)).toMatchObject([{ coachId: null }])
  const { undo } = await changeMembers(owner, { ...one, change: { set: 'coach', coachId: coach.userId } })
  for (const back of undo) await changeMembers(owner, { gymId, ...back })
  expect(await find(memberId)).toMatchObject({ coachId: null })
})

describe('an address', () => {
  test('shows to the office and to the coach who looks after the member, and stands in no log', async () => {
    const memberId = await add('Eve', 'eve@example.test')
    const seenBy = async (reader: Person) => (await rosterOf(reader)).rows.find(({ id }) => id === memberId)?.email
    expect([await seenBy(owner), await seenBy(coach)]).toEqual(['eve@example.test', null])
    await changeMembers(owner, { gymId, memberIds: [memberId], change: { set: 'coach', coachId: coach.userId } })
    expect(await seenBy(coach)).toBe('eve@example.test')
    await editMember(owner, { gymId, memberId, name: 'Eve', email: 'Eve.New@example.test', phone: '070 1' })
    expect((await log())[0]).toMatchObject({ action: 'member.edit', name: 'Eve', values: { changed: 'email, phone' } })
    const leaked = await db.admin`select 1 from audit a where a::text ilike '%example.test%'`
    expect(leaked.length).toBe(0)
  })

  test('leaves the house with a line in the log', async () => {
    const memberId = await add('Fay', 'fay@example.test')
    expect(await exportMembers(owner, { gymId, memberIds: [memberId] })).toMatchObject([
      { name: 'Fay', email: 'fay@example.test' },
    ])
    expect((await log())[0]).toMatchObject({ action: 'members.export', values: { count: 1 } })
  })
})

describe('a file of members', () => {
  const row = (fields: Partial<ImportRow>): ImportRow => {
    return { name: 'X', email: null, phone: null, startedOn: null, locationId: null, memberId: null, ...fields }
  }
  const bring = async (rows: ImportRow[], now?: number) =>
    importMembers(
      owner,
      { gymId, fileName: 'm.csv', columns: { Name: 'name' }, rows, skipped: 0, version: (await rosterOf()).version },
      now,
    )

  test('adds and updates in one go, and goes out in one go', async () => {
    const known = await add('Gil Old', 'gil@example.test')
    const before = (await rosterOf()).rows.length
    const { importId } = await bring([
      row({ name: 'Gil New', phone: '1', locationId: dock, memberId: known }),
      row({ name: 'Hal', startedOn: 20_000 }),
      row({ name: 'Ivo' }),
    ])
    expect((await rosterOf()).rows.length).toBe(before + 2)
    expect(await find(known)).toMatchObject({ name: 'Gil New', email: 'gil@example.test', locationId: dock })
    expect((await rosterOf()).rows.find(({ name }) => name === 'Hal')?.startedAt).toBe(20_000 * DAY_MS + DAY_MS / 2)
    expect(await listImports(owner, { gymId })).toMatchObject([
      { added: 2, updated: 1, columns: { Name: 'name' }, canUndo: true },
    ])
    expect(await undoImport(owner, { gymId, importId })).toEqual({ removed: 2, stayed: 0, restored: 1 })
    expect((await rosterOf()).rows.length).toBe(before)
    expect(await find(known)).toMatchObject({ name: 'Gil Old', locationId: null })
    expect(await refusalOf(undoImport(owner, { gymId, importId }))).toMatch(
      /^conflict: This import was taken out already/,
    )
  })

  test('pressed twice, or sent again after a lost answer, comes in once', async () => {
    const { version, rows } = await rosterOf()
    const importId = newId()
    const file = { gymId, importId, fileName: 'm.csv', columns: {}, rows: [row({ name: 'Once' })], skipped: 2, version }
    const both = await Promise.all([importMembers(owner, file), importMembers(owner, file)])
    const done = { importId, added: 1, updated: 0, skipped: 2, leftAlone: 0 }
    expect([...both, await importMembers(owner, file)]).toEqual([done, done, done])
    expect((await rosterOf()).rows.length).toBe(rows.length + 1)
    expect(
      (await log()).filter(({ action, values }) => action === 'members.import' && values.importId === importId),
    ).toHaveLength(1)

    const elsewhere = await createGym(coach, { name: 'Elsewhere', zone: 'UTC' })
    const theirs = importMembers(coach, { ...file, gymId: elsewhere.gymId, version: 1 })
    expect(await refusalOf(theirs)).toMatch(/^conflict: This import can’t be begun/)
    await undoImport(owner, { gymId, importId })
    expect(await refusalOf(importMembers(owner, file))).toMatch(/^conflict: This import was taken out already/)
  })

  test('who was there since stays, and what was changed by hand stays', async () => {
    const known = await add('Jo')
    const { importId } = await bring([
      row({ name: 'Kay' }),
      row({ name: 'Lou' }),
      row({ name: 'Joe', memberId: known }),
    ])
    const kay = (await rosterOf()).rows.find(({ name }) => name === 'Kay')?.id ?? ''
    await checkIn(owner, { gymId, memberId: kay, id: newId(), locationId: null })
    await editMember(owner, { gymId, memberId: known, name: 'Joseph', email: null, phone: null })
    expect(await undoImport(owner, { gymId, importId })).toEqual({ removed: 1, stayed: 1, restored: 0 })
    expect(await find(known)).toMatchObject({ name: 'Joseph' })
    expect(await find(kay)).toMatchObject({ name: 'Kay' })
  })

  test('is written for the roster of its preview, all of it or nothing', async () => {
    const { version, rows } = await rosterOf()
    await add('Meanwhile')
    const late = { gymId, fileName: 'm.csv', columns: {}, rows: [row({ name: 'Late' })], skipped: 0, version }
    expect(await refusalOf(importMembers(owner, late))).toMatch(/^conflict: The roster has changed since this preview/)
    const stranger = await createGym(coach, { name: 'Theirs', zone: 'UTC' })
    const theirs = await addMember(coach, { gymId: stranger.gymId, name: 'Theirs' })
    expect(await refusalOf(bring([row({ name: 'New' }), row({ memberId: theirs.memberId })]))).toMatch(/^not_found/)
    const same = row({ memberId: rows[0]?.id ?? '' })
    expect(await refusalOf(bring([same, same]))).toMatch(/^bad_input: Two rows are laid over the same member/)
    expect((await rosterOf()).rows.length).toBe(rows.length + 1)
  })

  test('can be taken out for thirty days; then what was before is forgotten', async () => {
    const now = Date.now()
    const known = await add('Ned')
    const { importId } = await bring([row({ name: 'Nell', memberId: known })], now)
    expect(await refusalOf(undoImport(owner, { gymId, importId }, now + UNDO_DAYS * DAY_MS))).toMatch(
      /this one is older/,
    )
    const kept = async () => (await db.admin`select 1 from member_import_change where import_id = ${importId}`).length
    await forgetOldImports(now + UNDO_DAYS * DAY_MS)
    expect(await kept()).toBe(1)
    await forgetOldImports(now + UNDO_DAYS * DAY_MS + 1)
    expect(await kept()).toBe(0)
  })
})

test('the log is walked page by page, each line once', async () => {
  for (let n = 0; n < 105; n++) await add(`Page ${n}`)
  const seen: string[] = []
  let after: { at: number; id: string } | null = null
  do {
    const page: Awaited<ReturnType<typeof readLog>> = await readLog(owner, { gymId, after })
    seen.push(...page.entries.map(({ id }) => id))
    after = page.next
  } while (after)
  const [all] = await db.admin`
    select count(*)::int as count from audit where gym_id = ${gymId} and coalesce(after ->> 'batch', '') <> 'part'`
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe(all?.count)
})
