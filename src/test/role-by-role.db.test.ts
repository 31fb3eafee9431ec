/**
 * Who may do what in a gym, cell by cell: every procedure of the gym's, called by each role, by somebody who no longer
 * works there, by a member and by a stranger. The table is written out and not read off the rules: one that is loosened
 * by mistake turns a cell red. A new procedure fails this file until it has its row.
 */
import { TRPCError } from '@trpc/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { NO_EQUIPMENT } from '../modules/gyms/rules/place-templates.ts'
import { checkIn } from '../modules/gyms/service/check-in.ts'
import { addLocation, createGym } from '../modules/gyms/service/gyms.ts'
import { importMembers } from '../modules/gyms/service/imports.ts'
import { acceptInvite, inviteStaff } from '../modules/gyms/service/invites.ts'
import { addMember } from '../modules/gyms/service/members.ts'
import { saveGymPlace } from '../modules/gyms/service/places.ts'
import { readRoster } from '../modules/gyms/service/roster.ts'
import { addStaff, endStaff, listStaff } from '../modules/gyms/service/staff.ts'
import { createCallerFactory } from '../server/trpc.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { appRouter } from '../wiring/router.ts'
import type { TestDatabase } from './database.ts'
import { newPerson, openServices, type Person } from './people.ts'

const WHO = ['owner', 'manager', 'coach', 'desk', 'ended', 'member', 'stranger'] as const
type Who = (typeof WHO)[number]

type World = {
  gymId: string
  memberId: string
  locationId: string
  staffId: string
  attendanceId: string
  importId: string
  inviteId: string
  placeId: string
  version: number
}

const view = { search: '', state: 'all', coach: null, location: null, sort: 'name', down: false, weeks: null }
const row = { name: 'Row', email: null, phone: null, startedOn: null, locationId: null, memberId: null }

/** What each is called with. */
const CALLS: Record<string, (world: World) => unknown> = {
  'gyms.home': ({ gymId }) => ({ gymId }),
  'gyms.edit': ({ gymId }) => ({ gymId, name: 'New name', zone: 'UTC', absentWeeks: 3 }),
  'gyms.addLocation': ({ gymId }) => ({ gymId, name: 'Annex' }),
  'gyms.editLocation': ({ gymId, locationId }) => ({ gymId, locationId, name: 'Dock', isClosed: false }),
  'gyms.roster': ({ gymId }) => ({ gymId }),
  'gyms.rosterStart': ({ gymId }) => ({ gymId, view, limit: 10 }),
  'gyms.exportMembers': ({ gymId, memberId }) => ({ gymId, memberIds: [memberId] }),
  'gyms.member': ({ gymId, memberId }) => ({ gymId, memberId }),
  'gyms.photos': ({ gymId, memberId }) => ({ gymId, memberIds: [memberId] }),
  'gyms.addMember': ({ gymId }) => ({ gymId, name: 'Somebody New' }),
  'gyms.editMember': ({ gymId, memberId }) => ({ gymId, memberId, name: 'Renamed', email: null, phone: null }),
  'gyms.assignCoach': ({ gymId, memberId }) => ({ gymId, memberIds: [memberId], coachId: null }),
  'gyms.setLocation': ({ gymId, memberId, locationId }) => ({ gymId, memberIds: [memberId], locationId }),
  'gyms.endMembers': ({ gymId, memberId }) => ({ gymId, memberIds: [memberId], ended: true }),
  'gyms.inviteMembers': ({ gymId, memberId }) => ({ gymId, memberIds: [memberId] }),
  'gyms.revokeMemberInvite': ({ gymId, memberId }) => ({ gymId, memberId }),
  'gyms.staff': ({ gymId }) => ({ gymId }),
  'gyms.inviteStaff': ({ gymId }) => ({ gymId, role: 'desk' }),
  'gyms.staffInvites': ({ gymId }) => ({ gymId }),
  'gyms.revokeInvite': ({ gymId, inviteId }) => ({ gymId, inviteId }),
  'gyms.changeRole': ({ gymId, staffId }) => ({ gymId, staffId, role: 'coach' }),
  'gyms.endStaff': ({ gymId, staffId }) => ({ gymId, staffId }),
  'gyms.importMembers': ({ gymId, version }) => ({
    gymId,
    fileName: 'a.csv',
    columns: {},
    rows: [row],
    skipped: 0,
    version,
  }),
  'gyms.imports': ({ gymId }) => ({ gymId }),
  'gyms.undoImport': ({ gymId, importId }) => ({ gymId, importId }),
  'gyms.desk': ({ gymId }) => ({ gymId }),
  'gyms.checkIn': ({ gymId, memberId }) => ({ gymId, memberId, id: newId(), locationId: null }),
  'gyms.checkInByCode': ({ gymId }) => ({ gymId, code: '1 000000', id: newId(), locationId: null }),
  'gyms.undoCheckIn': ({ gymId, attendanceId }) => ({ gymId, attendanceId }),
  'gyms.places': ({ gymId }) => ({ gymId }),
  'gyms.savePlace': ({ gymId, placeId }) => ({ gymId, placeId, place: { name: 'Floor', unit: 'kg', ...NO_EQUIPMENT } }),
  'gyms.publishPlace': ({ gymId, placeId }) => ({ gymId, placeId }),
  'gyms.removePlace': ({ gymId, placeId }) => ({ gymId, placeId }),
  'gyms.log': ({ gymId }) => ({ gymId }),
}

/** Of nobody's gym in particular: about the caller alone, or by the secret in a link. */
const FOR_EVERYBODY = [
  'gyms.create',
  'gyms.mine',
  'gyms.memberships',
  'gyms.checkInKeys',
  'gyms.leave',
  'gyms.publishedPlaces',
  'gyms.previewInvite',
  'gyms.acceptInvite',
]

/** In the order of WHO: does it, may not (the role says so), or hears that there is no such gym. */
const YES = '✓'
const NO = '✗'
const GONE = '·'
const TABLE: Record<string, string> = {
  //                      own man coa des end mem str
  'gyms.home': '          ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.edit': '          ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.addLocation': '   ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.editLocation': '  ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.roster': '        ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.rosterStart': '   ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.exportMembers': ' ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.member': '        ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.photos': '        ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.addMember': '     ✓   ✓   ✗   ✓   ·   ·   ·',
  'gyms.editMember': '    ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.assignCoach': '   ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.setLocation': '   ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.endMembers': '    ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.inviteMembers': ' ✓   ✓   ✗   ✓   ·   ·   ·',
  'gyms.revokeMemberInvite': ' ✓   ✓   ✗   ✓   ·   ·   ·',
  'gyms.staff': '         ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.inviteStaff': '   ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.staffInvites': '  ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.revokeInvite': '  ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.changeRole': '    ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.endStaff': '      ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.importMembers': ' ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.imports': '       ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.undoImport': '    ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.desk': '          ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.checkIn': '       ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.checkInByCode': ' ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.undoCheckIn': '   ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.places': '        ✓   ✓   ✓   ✓   ·   ·   ·',
  'gyms.savePlace': '     ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.publishPlace': '  ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.removePlace': '   ✓   ✓   ✗   ✗   ·   ·   ·',
  'gyms.log': '           ✓   ✓   ✗   ✗   ·   ·   ·',
}

const createCaller = createCallerFactory(appRouter)
const people = {} as Record<Who | 'temp', Person>

let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
  for (const who of [...WHO, 'temp'] as const) people[who] = await newPerson(`The ${who}`)
})

/** Everything that a call may be about, fresh, in a gym that has all of them. */
async function newWorld(): Promise<World> {
  await db.admin`delete from rate_limit`
  const { owner } = people
  const { gymId } = await createGym(owner, { name: 'The Gym', zone: 'UTC' })
  for (const role of ['manager', 'coach', 'desk'] as const) {
    await addStaff(owner, { gymId, userId: people[role].userId, role })
  }
  await addStaff(owner, { gymId, userId: people.ended.userId, role: 'owner' })
  const held = (await listStaff(owner, { gymId })).find(({ userId }) => userId === people.ended.userId)
  await endStaff(owner, { gymId, staffId: held?.id ?? '' })
  await addMember(owner, { gymId, name: 'Member', userId: people.member.userId })
  await addStaff(owner, { gymId, userId: people.temp.userId, role: 'desk' })
  const { locationId } = await addLocation(owner, { gymId, name: 'Dock' })
  const { inviteId } = await inviteStaff(owner, { gymId, role: 'desk', maxUses: 1 })
  const brought = await importMembers(owner, {
    gymId,
    fileName: 'b.csv',
    columns: {},
    rows: [row],
    skipped: 0,
    version: 2,
  })
  const { memberId } = await addMember(owner, { gymId, name: 'Walk In' })
  const placeId = newId()
  await saveGymPlace(owner, { gymId, placeId, place: { name: 'Main floor', unit: 'kg', ...NO_EQUIPMENT } })
  const other = await addMember(owner, { gymId, name: 'Was There' })
  const visit = await checkIn(owner, { gymId, memberId: other.memberId, id: newId(), locationId: null })
  const temp = (await listStaff(owner, { gymId })).find(({ userId }) => userId === people.temp.userId)
  const { version } = await readRoster(owner, { gymId })
  const { attendanceId } = visit
  return {
    gymId,
    memberId,
    locationId,
    inviteId,
    placeId,
    version,
    attendanceId,
    importId: brought.importId,
    staffId: temp?.id ?? '',
  }
}

async function cell(actor: Actor, name: string, input: unknown): Promise<string> {
  const caller = createCaller({ actor, requestId: 'test', ip: '192.0.2.9', userAgent: '' })
  const procedure = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller)
  try {
    await (procedure as (given: unknown) => Promise<unknown>)(input)
    return YES
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    if (error.code === 'FORBIDDEN') return NO
    if (error.code === 'NOT_FOUND' && /^There is no such gym/.test(error.message)) return GONE
    // A code that is wrong is looked at by who may look at codes.
    return error.code === 'BAD_REQUEST' && name === 'gyms.checkInByCode' ? YES : `${error.code}: ${error.message}`
  }
}

test('every procedure of the gym’s is in the table, and none that is gone', () => {
  const names = Object.keys(appRouter._def.procedures).filter((name) => name.startsWith('gyms.'))
  expect([...Object.keys(TABLE), ...FOR_EVERYBODY].sort()).toEqual(names.sort())
  expect(Object.keys(CALLS).sort()).toEqual(Object.keys(TABLE).sort())
})

describe('role by role', () => {
  test.each(Object.entries(TABLE))('%s', async (name, expected) => {
    const cells: string[] = []
    for (const who of WHO) {
      const world = await newWorld()
      cells.push(await cell(people[who], name, CALLS[name]?.(world)))
    }
    expect(cells.join(' ')).toBe(expected.trim().split(/\s+/).join(' '))
  })
})

test('a link for staff from before somebody was let go hires everybody but them', async () => {
  const { owner, ended } = people
  const { gymId } = await createGym(owner, { name: 'The Gym', zone: 'UTC' })
  const { token } = await inviteStaff(owner, { gymId, role: 'desk', maxUses: 10 })
  await acceptInvite(ended, { token })
  const held = (await listStaff(owner, { gymId })).find(({ userId }) => userId === ended.userId)
  await endStaff(owner, { gymId, staffId: held?.id ?? '' })
  await addMember(owner, { gymId, name: 'Member', userId: people.member.userId })
  const cells: string[] = []
  for (const who of ['ended', 'member', 'stranger'] as const) {
    cells.push(await cell(people[who], 'gyms.acceptInvite', { token }))
  }
  expect(cells).toEqual([NO, YES, YES])
})
