/**
 * Every procedure there is, asked with something that can't be: a sentence that names the field and what stood in it, and
 * nothing is half-written. A new procedure fails this file until it has a row.
 */
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server'
import { beforeAll, expect, test } from 'vitest'
import { NO_EQUIPMENT } from '../modules/gyms/rules/place-templates.ts'
import type { Context } from '../server/trpc.ts'
import { newId } from '../shared/id.ts'
import { appRouter } from '../wiring/router.ts'
import type { TestDatabase } from './database.ts'
import { FEED_QUESTIONS } from './feed-questions.ts'
import { newPerson, openServices } from './people.ts'

let db: TestDatabase
let ctx: Context
beforeAll(async () => {
  db = await openServices()
  const actor = await newPerson('Ana')
  ctx = { actor, requestId: newId(), ip: '192.0.2.40', userAgent: '' }
})

const id = newId()
const page = { athleteId: id, today: 20_000 }
const pull = { protocol: 1, schemaV: 1, deviceId: id, space: id, epoch: null, cursor: null, limit: 10 }
const push = { protocol: 1, schemaV: 1, deviceId: id, space: id, build: 'test', clientNow: 1, mutations: [] }
const one = { seq: 1, mid: id, name: 'x', v: 1, args: {}, at: 1 }
const account = { name: 'Ben', email: 'ben@example.test', password: 'a good password' }
const invite = { domains: [] }
const gym = { gymId: id }
const view = { search: '', state: 'all', coach: null, location: null, sort: 'name', down: false, weeks: null }
const brought = { name: 'Ben', email: null, phone: null, startedOn: null, locationId: null, memberId: null }
const file = { ...gym, fileName: 'members.csv', columns: {}, rows: [brought], skipped: 0, version: 1 }
const FLOOR = { name: 'Floor', unit: 'kg', ...NO_EQUIPMENT }
const accept = { token: 'x'.repeat(30), shares: [], textVersion: 1 }

/** Those that take nothing say so: whatever is sent to them is not looked at. */
const TAKE_NOTHING = [
  'users.whoIsHere',
  'users.me',
  'users.sessions',
  'users.sendVerification',
  ...['users.passkeys', 'users.tokens'],
  'users.startPasskey',
  'users.startPasskeySignIn',
  'users.google',
  'users.unlinkGoogle',
  'users.revokeOtherSessions',
  'privacy.state',
  'privacy.export',
  'privacy.keepAccount',
  'media.removePhoto',
  'notifications.key',
  'users.revokeEverySession',
  ...['gyms.mine', 'gyms.memberships', 'gyms.checkInKeys', 'gyms.publishedPlaces'],
  'coaching.invites',
  'coaching.coaches',
  'sync.setAside',
  ...['feed.home', 'feed.hasTidings', 'feed.people', 'feed.makeLink'],
]

const TABLE: [procedure: string, input: unknown, sentence: string][] = [
  ['users.signUp', undefined, 'The input is missing.'],
  ['users.signUp', { ...account, email: 'ben' }, 'Email must be an address such as name@example.org, but was "ben".'],
  [
    'users.signUp',
    { ...account, password: 'short' },
    'Password must be at least 8 characters long, but had 5: something else.',
  ],
  ['users.signUp', { ...account, name: ' ' }, 'Name is blank: fill it in.'],
  ['users.signUp', { ...account, name: 'B\u0000n' }, 'Name holds a character that can’t be stored: it was "B␀n".'],
  [
    'users.changePassword',
    { current: 'x', next: 'short' },
    'New password must be at least 8 characters long, but had 5: something else.',
  ],
  ['users.askAddressChange', { email: 'ben' }, 'Email must be an address such as name@example.org, but was "ben".'],
  ['users.askAddressChange', { email: 'ben@example.test', password: 7 }, 'Password must be text, but was 7.'],
  ['users.changeAddress', { token: 'short' }, 'Token must be at least 20 characters long, but had 5: something else.'],
  ['users.changePassword', { current: 5, next: 'a good password' }, 'Current password must be text, but was 5.'],
  ['users.revokeSession', { sessionId: "' or 1=1 --" }, 'Session id must be an id (a UUID), but was "\' or 1=1 --".'],
  [
    'users.askLetter',
    { kind: 'verify', email: 'ben@example.test' },
    'Kind must be one of "sign-in" and "reset", but was "verify".',
  ],
  ['users.previewLetter', { token: 'short' }, 'Token must be at least 20 characters long, but had 5: something else.'],
  ['users.addPasskey', { response: 'none' }, 'Response must be an object, but was "none".'],
  ['users.renamePasskey', { passkeyId: 'x', name: '' }, 'Name is empty: fill it in.'],
  ['users.makeToken', { name: ' ', scope: 'read' }, 'Name is blank: fill it in.'],
  ['users.removeToken', { tokenId: 'mine' }, 'Token id must be an id (a UUID), but was "mine".'],
  ['users.removePasskey', {}, 'Passkey id is missing.'],
  ['users.verifyAddress', { token: 7 }, 'Token must be text, but was 7.'],
  ['privacy.askDeletion', { password: 7 }, 'Password must be text, but was 7.'],
  [
    'media.beginPhoto',
    { mime: 'image/svg+xml', bytes: 10 },
    'Mime must be one of "image/jpeg", "image/png" and "image/webp", but was "image/svg+xml".',
  ],
  ['media.beginPhoto', { mime: 'image/png', bytes: 2e9 }, 'Bytes must be at most 10485760, but was 2000000000.'],
  ['media.completePhoto', { id, crop: { x: 2, y: 0, side: 1 } }, 'X of crop must be at most 1, but was 2.'],
  [
    'media.beginUpload',
    { id, kind: 'holiday_photo', mime: 'image/jpeg', bytes: 10 },
    'Kind must be one of "progress_photo" and "activity_file", but was "holiday_photo".',
  ],
  ['media.completeUpload', { id: 7 }, 'Id must be text, but was 7.'],
  ['media.removeUploads', { ids: [] }, 'Ids must be a list of at least 1, but had 0.'],
  ['media.uploads', { ownerId: id, ids: [id], size: 2 }, 'Size must be one of 0, 360 and 1600, but was 2.'],
  ['workouts.body', {}, 'Athlete id is missing.'],
  ['media.photos', { personIds: [], size: 64 }, 'Person ids must be a list of at least 1, but had 0.'],
  [
    'notifications.subscribe',
    { endpoint: 'nowhere', p256dh: 'x', auth: 'y' },
    'Endpoint is not valid: it was "nowhere"; p256dh is not valid: it was "x"; auth is not valid: it was "y".',
  ],
  ['gyms.create', { name: '', zone: 'UTC' }, 'Name is empty: fill it in.'],
  [
    'gyms.create',
    { name: 'x'.repeat(121), zone: 'UTC' },
    'Name must be at most 120 characters long, but had 121: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…".',
  ],
  ['gyms.create', { name: 'G\u0000m', zone: 'UTC' }, 'Name holds a character that can’t be stored: it was "G␀m".'],
  ['gyms.home', { gymId: 'mine' }, 'Gym id must be an id (a UUID), but was "mine".'],
  ['gyms.edit', { ...gym, name: 'Gym', zone: 'UTC', absentWeeks: 0 }, 'Absent weeks must be at least 1, but was 0.'],
  ['gyms.addLocation', { ...gym, name: '' }, 'Name is empty: fill it in.'],
  [
    'gyms.editLocation',
    { ...gym, locationId: id, name: 'Dock', isClosed: 'no' },
    'Is closed must be yes or no, but was "no".',
  ],
  ['gyms.roster', {}, 'Gym id is missing.'],
  [
    'gyms.rosterStart',
    { ...gym, view: { ...view, state: 'lost' }, limit: 10 },
    'State of view must be one of "current", "new", "invited", "no_account", "absent", "never", "no_coach", "ended" and "all", but was "lost".',
  ],
  ['gyms.exportMembers', { ...gym, memberIds: [] }, 'Member ids must be a list of at least 1, but had 0.'],
  ['gyms.member', { ...gym, memberId: 7 }, 'Member id must be text, but was 7.'],
  ['gyms.photos', { ...gym, memberIds: [] }, 'Member ids must be a list of at least 1, but had 0.'],
  [
    'gyms.addMember',
    { ...gym, name: 'Ben', email: 'ben' },
    'Email must be an address such as name@example.org, but was "ben".',
  ],
  [
    'gyms.editMember',
    { ...gym, memberId: id, name: 'Ben', email: null, phone: '1'.repeat(41) },
    'Phone must be at most 40 characters long, but had 41: "1111111111111111111111111111111111111111…".',
  ],
  [
    'gyms.assignCoach',
    { ...gym, memberIds: ['x'], coachId: null },
    'Member ids 1 must be an id (a UUID), but was "x".',
  ],
  ['gyms.setLocation', { ...gym, memberIds: [id] }, 'Location id is missing.'],
  ['gyms.endMembers', { ...gym, memberIds: [id], ended: 1 }, 'Ended must be yes or no, but was 1.'],
  ['gyms.inviteMembers', { ...gym, memberIds: null }, 'Member ids must be a list, but was empty.'],
  ['gyms.revokeMemberInvite', { ...gym, memberId: 'x' }, 'Member id must be an id (a UUID), but was "x".'],
  ['gyms.staff', { gymId: null }, 'Gym id must be text, but was empty.'],
  [
    'gyms.inviteStaff',
    { ...gym, role: 'king' },
    'Role must be one of "owner", "manager", "coach" and "desk", but was "king".',
  ],
  ['gyms.staffInvites', {}, 'Gym id is missing.'],
  ['gyms.revokeInvite', { ...gym, inviteId: 'x' }, 'Invite id must be an id (a UUID), but was "x".'],
  ['gyms.changeRole', { ...gym, staffId: id }, 'Role is missing.'],
  ['gyms.endStaff', { ...gym, staffId: '' }, 'Staff id must be an id (a UUID), but was empty.'],
  ['gyms.previewInvite', { token: 'short' }, 'Token must be at least 16 characters long, but had 5: something else.'],
  ['gyms.acceptInvite', {}, 'Token is missing.'],
  [
    'gyms.importMembers',
    { ...file, rows: [{ ...brought, email: 'ben' }] },
    'Email of rows 1 must be an address such as name@example.org, but was "ben".',
  ],
  ['gyms.importMembers', { ...file, importId: 'mine' }, 'Import id must be an id (a UUID), but was "mine".'],
  [
    'gyms.importMembers',
    { ...file, rows: Array(20_001).fill(brought) },
    'Rows must be a list of at most 20000, but had 20001.',
  ],
  ['gyms.imports', { gymId: 'x' }, 'Gym id must be an id (a UUID), but was "x".'],
  ['gyms.undoImport', { ...gym, importId: 'x' }, 'Import id must be an id (a UUID), but was "x".'],
  ['gyms.desk', {}, 'Gym id is missing.'],
  ['gyms.checkIn', { ...gym, id, memberId: id }, 'Location id is missing.'],
  [
    'gyms.checkInByCode',
    { ...gym, id, locationId: null, code: 'x'.repeat(201) },
    'Code must be at most 200 characters long, but had 201: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…".',
  ],
  ['gyms.undoCheckIn', { ...gym, attendanceId: 1 }, 'Attendance id must be text, but was 1.'],
  ['gyms.places', { gymId: 'x' }, 'Gym id must be an id (a UUID), but was "x".'],
  [
    'gyms.savePlace',
    { ...gym, placeId: id, place: { ...FLOOR, unit: 'stone' } },
    'Unit of place must be one of "kg" and "lb", but was "stone".',
  ],
  [
    'gyms.savePlace',
    { ...gym, placeId: id, place: { ...FLOOR, bars: 'many' } },
    'Bars of place must be a list, but was "many".',
  ],
  ['gyms.publishPlace', { ...gym, placeId: 7 }, 'Place id must be text, but was 7.'],
  ['gyms.removePlace', gym, 'Place id is missing.'],
  ['gyms.log', { ...gym, after: { at: 0.5, id } }, 'At of after must be a whole number, but was 0.5.'],
  ['gyms.leave', { memberId: 'x' }, 'Member id must be an id (a UUID), but was "x".'],
  ['coaching.createInvite', { ...invite, maxUses: 0.5 }, 'Max uses must be a whole number, but was 0.5.'],
  ['coaching.createInvite', { ...invite, days: 1e9 }, 'Days must be at most 60, but was 1000000000.'],
  [
    'coaching.createInvite',
    { domains: [{ domain: 'dreams', level: 'read' }] },
    'Domain of domains 1 must be one of "training", "measurements", "photos", "video", "wellness", "injuries" and "attendance", but was "dreams".',
  ],
  ['coaching.revokeInvite', { inviteId: 'x' }, 'Invite id must be an id (a UUID), but was "x".'],
  ['workouts.shared', { athleteId: 'x', token: newId() }, 'Athlete id must be an id (a UUID), but was "x".'],
  [
    'coaching.previewInvite',
    { token: 'short' },
    'Token must be at least 16 characters long, but had 5: something else.',
  ],
  ['coaching.acceptInvite', { ...accept, textVersion: 'one' }, 'Text version must be a number, but was "one".'],
  ['coaching.athletes', { after: { name: 'Ana', id: 'x' } }, 'Id of after must be an id (a UUID), but was "x".'],
  ['coaching.endRelation', { relationId: null }, 'Relation id must be text, but was empty.'],
  [
    'coaching.changeGrant',
    { relationId: id, domain: 'training', level: 'own' },
    'Level must be one of "read" and "write", but was "own".',
  ],
  ['analytics.athletePage', { ...page, today: -1 }, 'Today must be at least 0, but was -1.'],
  [
    'analytics.athletePage',
    { ...page, exerciseIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
    'Exercise ids must be a list of at most 6, but had 7.',
  ],
  [
    'analytics.olderWorkouts',
    { athleteId: id, before: { startedAt: 'NaN', id } },
    'Started at of before must be a number, but was "NaN".',
  ],
  [
    'analytics.roster',
    { search: 'x'.repeat(121), today: 1 },
    'Search must be at most 120 characters long, but had 121: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…".',
  ],
  ['analytics.roster', { search: '\u0000', today: 1 }, 'Search holds a character that can’t be stored: it was "␀".'],
  ...FEED_QUESTIONS,
  ['sync.push', { ...push, space: 'mine' }, 'Space is not valid: it was "mine".'],
  ['sync.push', { ...push, mutations: [{ ...one, seq: 0 }] }, 'Seq of mutations 1 must be at least 1, but was 0.'],
  ['sync.push', { ...push, mutations: Array(101).fill(one) }, 'Mutations must be a list of at most 100, but had 101.'],
  [
    'sync.push',
    { ...push, mutations: [{ ...one, args: 'x'.repeat(300_000) }, one] },
    'The push holds 294 KiB and may hold 256: send fewer mutations at once.',
  ],
  ['sync.applyAgain', { mid: 'x' }, 'Mid is not valid: it was "x".'],
  ['sync.dismissAside', {}, 'Mid is missing.'],
  ['sync.pull', { ...pull, limit: 5_000 }, 'Limit must be at most 2000, but was 5000.'],
  ['sync.pull', { ...pull, cursor: [1, 'workout'] }, 'Cursor must be a list of at least 3, but had 2.'],
  ['sync.timeline', { have: { phone: 1 } }, 'Phone of have is not valid: it was 1.'],
  ['sync.boot', { ...pull, part: '2024-1' }, 'Part is not valid: it was "2024-1".'],
]

type Procedure = { _def: { type: 'query' | 'mutation' } }

async function sentenceOf(path: string, input: unknown): Promise<string> {
  const type = (appRouter._def.procedures as unknown as Record<string, Procedure>)[path]?._def.type
  if (!type) throw new Error(`${path} is no procedure`)
  const asked = { router: appRouter, path, type, ctx, getRawInput: async () => input }
  return callTRPCProcedure({ ...asked, signal: undefined, batchIndex: 0 }).then(
    (answer) => `It was answered: ${JSON.stringify(answer)}`,
    (cause: unknown) => {
      const error = getTRPCErrorFromUnknown(cause)
      return getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx }).message
    },
  )
}

/** How many rows each table holds; the limits count tries, and should. */
async function rowCounts(): Promise<unknown> {
  const tables = await db.admin<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`
  const counted = tables.filter(({ name }) => name !== 'rate_limit').map(({ name }) => name)
  return Promise.all(
    counted.map(async (name) => [name, (await db.admin`select count(*)::int from ${db.admin(name)}`)[0]?.count]),
  )
}

test('every procedure that takes something has a row here', () => {
  const names = [...new Set(TABLE.map(([name]) => name)), ...TAKE_NOTHING].sort()
  expect(names).toEqual(Object.keys(appRouter._def.procedures).sort())
})

test('each is answered with its sentence, and no table has a row more or less', async () => {
  const before = await rowCounts()
  const answers: [string, unknown, string][] = []
  for (const [name, input] of TABLE) answers.push([name, input, await sentenceOf(name, input)])
  expect(answers).toEqual(TABLE)
  expect(await rowCounts()).toEqual(before)
})
