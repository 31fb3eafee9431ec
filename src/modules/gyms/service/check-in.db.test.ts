import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newGym } from '../../../test/gyms.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refusal.ts'
import { codeOfDigest, qrText, STEP_MS, spokenText, stepBytes, stepOf } from '../rules/check-in-code.ts'
import { AGAIN_MS, checkIn, readCheckInKeys, readDesk, undoCheckIn } from './check-in.ts'
import { addLocation, createGym, editLocation } from './gyms.ts'
import { addMember, changeMembers, listMemberships } from './members.ts'
import { readRoster } from './roster.ts'

/** Noon in Ljubljana, so that no test runs over the end of its day. */
const NOON = Date.UTC(2026, 5, 3, 10)
let db: TestDatabase
let owner: Person
let desk: Person
let gymId: string
beforeAll(async () => {
  db = await openServices()
  const gym = await newGym('Europe/Ljubljana')
  owner = gym.owner
  gymId = gym.gymId
  desk = await gym.hire('Dan Desk', 'desk')
})

const newMember = async (name: string, userId: string | null = null) =>
  (await addMember(owner, { gymId, name, userId })).memberId
const press = (memberId: string, now: number, id = newId()) =>
  checkIn(desk, { gymId, memberId, id, locationId: null }, now)
const show = (code: string, now: number) => checkIn(desk, { gymId, code, id: newId(), locationId: null }, now)
const visitsOf = async (memberId: string) =>
  (await db.admin`select 1 from attendance where member_id = ${memberId} and undone_at is null`).length

/** What a phone does, from the key that it fetched once. */
function codeAt(key: string, now: number): string {
  return codeOfDigest(
    createHmac('sha256', Buffer.from(key, 'base64url'))
      .update(stepBytes(stepOf(now)))
      .digest(),
  )
}

describe('by the button', () => {
  test('counts once, however often it is pressed or sent', async () => {
    const memberId = await newMember('Ana')
    const id = newId()
    expect(await press(memberId, NOON, id)).toMatchObject({ outcome: 'in', attendanceId: id, name: 'Ana', visits: 1 })
    expect(await press(memberId, NOON + 5, id)).toMatchObject({ outcome: 'in', attendanceId: id, at: NOON, visits: 1 })
    expect(await press(memberId, NOON + AGAIN_MS - 1)).toMatchObject({ outcome: 'again', attendanceId: id, at: NOON })
    expect(await visitsOf(memberId)).toBe(1)
    expect(await press(memberId, NOON + AGAIN_MS)).toMatchObject({ outcome: 'in', visits: 2 })
  })

  test('the roster’s last seen is the latest visit that counts, whatever came and was taken back', async () => {
    const memberId = await newMember('Zoe')
    const lastSeen = async () => {
      const { members } = await readRoster(desk, { gymId }, NOON)
      return members.seen[members.ids.indexOf(memberId)]
    }
    expect(await lastSeen()).toBeNull()
    const times = [0, 3, 1, 2].map((nth) => NOON + nth * AGAIN_MS)
    const came = await Promise.all(times.map((at) => press(memberId, at)))
    // Whoever came first in the queue, what the roster says is what the visits say.
    const latest = async () =>
      (await db.admin`select max(at) as at from attendance where member_id = ${memberId} and undone_at is null`)[0]?.at
    for (const { attendanceId } of [null, ...came].map((one) => one ?? { attendanceId: null })) {
      if (attendanceId) await undoCheckIn(desk, { gymId, attendanceId })
      const at = await latest()
      expect(await lastSeen()).toBe(at === null ? null : Math.round(Number(at) / 1000))
    }
    expect(await lastSeen()).toBeNull()
  })

  test('two desks at once count one', async () => {
    const memberId = await newMember('Bea')
    const outcomes = await Promise.all([press(memberId, NOON), press(memberId, NOON)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['again', 'in'])
    expect(await visitsOf(memberId)).toBe(1)
  })

  test('taken back it counts no more, keeps its row and its two lines in the log', async () => {
    const memberId = await newMember('Cem')
    const { attendanceId } = await press(memberId, NOON)
    await undoCheckIn(desk, { gymId, attendanceId })
    await undoCheckIn(desk, { gymId, attendanceId })
    expect(await visitsOf(memberId)).toBe(0)
    expect(await refusalOf(press(memberId, NOON, attendanceId))).toMatch(/^conflict: This check-in was taken back/)
    const log = await db.admin`
      select action from audit where gym_id = ${gymId} and coalesce(after, before) ->> 'memberId' = ${memberId}
        and action like 'attendance.%' order by at`
    expect(log.map(({ action }) => action)).toEqual(['attendance.add', 'attendance.undo'])
    expect(await press(memberId, NOON + 1)).toMatchObject({ outcome: 'in', visits: 1 })
  })

  test('is at an open location of this gym, or at none', async () => {
    const memberId = await newMember('Eli')
    const other = await createGym(owner, { name: 'Elsewhere', zone: 'UTC' })
    const { locationId: theirs } = await addLocation(owner, { gymId: other.gymId, name: 'Their dock' })
    const { locationId } = await addLocation(owner, { gymId, name: 'Dock' })
    const at = (where: string, id = newId(), now = NOON) =>
      checkIn(desk, { gymId, memberId, id, locationId: where }, now)
    for (const where of [theirs, newId()]) {
      expect(await refusalOf(at(where))).toBe('not_found: There is no such location in this gym: reload the page.')
    }
    const id = newId()
    expect(await at(locationId, id)).toMatchObject({ outcome: 'in' })
    await editLocation(owner, { gymId, locationId, name: 'Dock', isClosed: true })
    expect(await at(locationId, id)).toMatchObject({ outcome: 'in', attendanceId: id })
    expect(await refusalOf(at(locationId, newId(), NOON + AGAIN_MS))).toMatch(/^not_found: There is no such location/)
  })

  test('is not for who has left', async () => {
    const memberId = await newMember('Dov')
    await changeMembers(owner, { gymId, memberIds: [memberId], change: { set: 'ended', ended: true } }, NOON - 1)
    expect(await refusalOf(press(memberId, NOON))).toMatch(/^conflict: This membership has ended/)
  })
})

describe('by the member’s code', () => {
  const join = async (name: string) => {
    const person = await newPerson(name)
    const memberId = await newMember(name, person.userId)
    const { keys } = await readCheckInKeys(person)
    const key = keys.find((one) => one.memberId === memberId)
    if (!key) throw new Error('no key')
    return { person, ...key }
  }

  test('the picture and the read-out digits check the same member in; a replay counts once', async () => {
    const eva = await join('Eva')
    const code = codeAt(eva.key, NOON)
    expect(await show(qrText({ ...eva, code }), NOON + 900)).toMatchObject({ outcome: 'in', name: 'Eva', visits: 1 })
    expect(await show(spokenText({ ...eva, code }), NOON + 1_500)).toMatchObject({ outcome: 'again' })
    expect(await visitsOf(eva.memberId)).toBe(1)
    expect(await listMemberships(eva.person)).toMatchObject([{ visits: 1, lastSeenAt: NOON + 900 }])
  })

  test('a code that was used is used, also after its visit was taken back', async () => {
    const fay = await join('Fay')
    const text = qrText({ ...fay, code: codeAt(fay.key, NOON) })
    const { attendanceId } = await show(text, NOON)
    await undoCheckIn(desk, { gymId, attendanceId })
    expect(await refusalOf(show(text, NOON + 1))).toMatch(/^conflict: This code was used already/)
  })

  test('a phone whose clock is a minute off is let in, one that is two minutes off is not', async () => {
    const gil = await join('Gil')
    const text = (ms: number) => qrText({ ...gil, code: codeAt(gil.key, ms) })
    expect(await refusalOf(show(text(NOON - 4 * STEP_MS), NOON))).toMatch(/^bad_input: This code is not valid now/)
    expect(await show(text(NOON - 2 * STEP_MS), NOON)).toMatchObject({ outcome: 'in' })
  })

  test('another gym’s code, a wrong one and one of nobody say what to do', async () => {
    const hal = await join('Hal')
    const other = await createGym(owner, { name: 'Other', zone: 'UTC' })
    const code = codeAt(hal.key, NOON)
    expect(await refusalOf(show(qrText({ ...hal, gymId: other.gymId, code }), NOON))).toMatch(/for another gym/)
    expect(await refusalOf(show(`${hal.number} 000000`, NOON))).toMatch(/not valid now/)
    expect(await refusalOf(show('999999 123456', NOON))).toMatch(/not valid now/)
    expect(await refusalOf(show('hello', NOON))).toMatch(/no check-in code/)
  })

  test('the database holds nothing that makes codes', async () => {
    const { key } = await join('Ivo')
    const tables = await db.admin<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`
    for (const { name } of tables) {
      const rows = await db.admin`select 1 from ${db.admin(name)} t where t::text like ${`%${key}%`}`
      expect(rows.length, name).toBe(0)
    }
  })
})

test('the desk’s day is the gym’s own', async () => {
  const memberId = await newMember('Jo')
  const evening = Date.UTC(2026, 6, 1, 21, 30)
  await press(memberId, evening)
  const { visits } = await readDesk(desk, { gymId }, Date.UTC(2026, 6, 1, 21, 59))
  expect(visits.map(({ name, way }) => [name, way])).toEqual([['Jo', 'desk']])
  // 22:00 UTC is midnight in Ljubljana in summer.
  expect((await readDesk(desk, { gymId }, Date.UTC(2026, 6, 1, 22))).visits).toEqual([])
})
