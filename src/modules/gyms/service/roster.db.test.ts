/** What the database tells of a roster's first rows is what the browser will show once it has everybody. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { withActor } from '../../../server/db.ts'
import { newId } from '../../../shared/id.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { ROSTER_SORTS, ROSTER_STATES, type RosterView } from '../model.ts'
import { findRoster } from '../queries/roster.ts'
import { countStates, DAY_MS, NOBODY, prepareRoster, viewRows } from '../rules/roster.ts'
import { createGym } from './gyms.ts'
import { startRoster } from './roster.ts'
import { addStaff, currentCoach, findCoaches } from './staff.ts'

const NOW = Date.UTC(2026, 5, 3, 10)
const NAMES = [
  'Ana',
  'ana',
  'Ána Ž',
  'Øystein',
  'Straße',
  'Ærø',
  '  ',
  'Zoe',
  '李雷',
  'O’Brien',
  'O`Brien',
  '😀',
  'Łucja',
  '',
]
let db: TestDatabase
let owner: Person
let gymId: string
let coach: Person
let left: Person
const locationId = newId()

beforeAll(async () => {
  db = await openServices()
  owner = await newPerson('Olga Owner')
  coach = await newPerson('Carl Coach')
  left = await newPerson('Lena Left')
  gymId = (await createGym(owner, { name: 'Iron Hall', zone: 'UTC' })).gymId
  for (const one of [coach, left]) await addStaff(owner, { gymId, userId: one.userId, role: 'coach' })
  await db.admin`update gym_staff set ended_at = ${NOW - DAY_MS} where gym_id = ${gymId} and user_id = ${left.userId}`
  await db.admin`insert into location (id, gym_id, name, created_at) values (${locationId}, ${gymId}, 'Dock', ${NOW})`
  const members = fc.sample(
    fc.record({
      name: fc.constantFrom(...NAMES),
      started: fc.integer({ min: 0, max: 60 }),
      ended: fc.constantFrom(null, null, null, -3, 0, 5),
      seen: fc.constantFrom(null, 0, 1, 7, 27, 28, 29, 90),
      coach: fc.constantFrom(null, coach.userId, left.userId),
      place: fc.constantFrom(null, locationId),
      invited: fc.constantFrom(null, null, -1, 3),
      known: fc.boolean(),
    }),
    150,
  )
  for (const [at, one] of members.entries()) {
    const id = newId()
    const days = (n: number | null) => (n === null ? null : NOW - n * DAY_MS)
    const userId = one.known ? (await newPerson()).userId : null
    await db.admin`insert into gym_member (id, gym_id, number, name, email, user_id, started_at, ended_at, last_seen_at, coach_id, location_id)
      values (${id}, ${gymId}, ${at + 1}, ${one.name}, ${at % 3 ? `m${at}@example.test` : null}, ${userId}, ${days(one.started)},
        ${days(one.ended)}, ${days(one.seen)}, ${one.coach}, ${one.place})`
    if (one.invited !== null)
      await db.admin`insert into gym_invite (id, gym_id, member_id, token_hash, created_by, created_at, expires_at, max_uses)
        values (${newId()}, ${gymId}, ${id}, ${newId()}, ${owner.userId}, ${NOW}, ${NOW + one.invited * DAY_MS}, 1)`
  }
})

const views: fc.Arbitrary<RosterView> = fc.record({
  search: fc.constantFrom('', '', '', 'an'),
  state: fc.constantFrom(...ROSTER_STATES),
  coach: fc.constantFrom(null, null, NOBODY, 'carl', 'lena', 'nobody at all'),
  location: fc.constantFrom(null, null, NOBODY, locationId, 'nowhere'),
  sort: fc.constantFrom(...ROSTER_SORTS),
  down: fc.boolean(),
  weeks: fc.constantFrom(null, null, 1, 4, 12),
})

test('whatever is looked at, in whatever order: the same rows, the same counts', async () => {
  const actor = owner
  const everybody = await withActor(actor, [gymId], async (tx) => {
    const coaches = await findCoaches(tx, { gymId })
    const records = await findRoster(tx, { gymId, now: NOW })
    return records.map((one) => ({
      ...one,
      coachId: currentCoach(one.coachId, coaches),
      canMail: one.email !== null,
    }))
  })
  const prepared = prepareRoster(everybody)
  const clock = { now: NOW, absentWeeks: 4 }
  const names = new Map([
    [coach.userId, 'Carl Coach'],
    [owner.userId, 'Olga Owner'],
    [locationId, 'Dock'],
  ])
  const idOf: Record<string, string> = { carl: coach.userId, lena: left.userId }
  await fc.assert(
    fc.asyncProperty(views, async (drawn) => {
      const view = { ...drawn, coach: drawn.coach === null ? null : (idOf[drawn.coach] ?? drawn.coach) }
      const told = await startRoster(actor, { gymId, view, limit: 40 }, NOW)
      const rows = viewRows(prepared, view, clock, names)
      expect(told.rows).toEqual(rows.slice(0, 40))
      expect(told.shown).toBe(rows.length)
      expect(told.counts).toEqual(countStates(everybody, clock))
    }),
    { numRuns: 150 },
  )
})
