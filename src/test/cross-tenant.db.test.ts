/**
 * Every procedure of the router, called by a stranger with another person's ids and with ids of nobody: the two answers
 * must be the same to the letter, and nothing of the other person may have changed. A new procedure fails this file
 * until procedure-calls.ts says which ids it takes.
 */
import { isDeepStrictEqual } from 'node:util'
import { TRPCError } from '@trpc/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { createInvite } from '../modules/coaching/service/invites.ts'
import { NO_EQUIPMENT } from '../modules/gyms/rules/place-templates.ts'
import { checkIn } from '../modules/gyms/service/check-in.ts'
import { addLocation, createGym } from '../modules/gyms/service/gyms.ts'
import { importMembers } from '../modules/gyms/service/imports.ts'
import { inviteStaff } from '../modules/gyms/service/invites.ts'
import { addMember } from '../modules/gyms/service/members.ts'
import { publishGymPlace, saveGymPlace } from '../modules/gyms/service/places.ts'
import { listStaff } from '../modules/gyms/service/staff.ts'
import { beginPhoto } from '../modules/media/service/photos.ts'
import { defaultProfile, profiles } from '../modules/users/model.ts'
import { signIn } from '../modules/users/service/accounts.ts'
import { makeToken } from '../modules/users/service/api-tokens.ts'
import { withActor } from '../server/db.ts'
import { createCallerFactory } from '../server/trpc.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { withSpace } from '../sync/server/space.ts'
import { appRouter } from '../wiring/router.ts'
import { syncServer } from '../wiring/sync-server.ts'
import type { TestDatabase } from './database.ts'
import { befriend, FEED_SENTENCES, feedRowsOf } from './feed.ts'
import { beginCoaching, newPerson, openServices, type Person } from './people.ts'
import { CALLS, type Ids } from './procedure-calls.ts'

const names = Object.keys(appRouter._def.procedures)
const createCaller = createCallerFactory(appRouter)

let db: TestDatabase
let victim: Person
let stranger: Person
let theirs: Ids
/** The stranger's own gym, and somebody in it. */
let own: Pick<Ids, 'gymId' | 'memberId'>

beforeAll(async () => {
  db = await openServices()
  const coach = await newPerson('Their Coach')
  victim = await newPerson('Victim')
  stranger = await newPerson('Stranger')
  // The stranger coaches somebody too: that opens nobody else's data.
  await beginCoaching(stranger, await newPerson('Own Athlete'), [{ domain: 'training', level: 'write' }])
  const relationId = await beginCoaching(coach, victim, [{ domain: 'training', level: 'write' }])
  const { sessionId } = await signIn({ ...victim, ip: '192.0.2.9', userAgent: '' })
  const { gymId } = await createGym(victim, { name: 'Their Gym', zone: 'Europe/Ljubljana' })
  const { memberId } = await addMember(victim, { gymId, name: 'Victim', userId: victim.userId })
  // The stranger has a gym too: that opens nobody else's.
  const ownGym = await createGym(stranger, { name: 'Own Gym', zone: 'UTC' })
  const ownMember = await addMember(stranger, { gymId: ownGym.gymId, name: 'Own Member' })
  own = { gymId: ownGym.gymId, memberId: ownMember.memberId }
  const { locationId } = await addLocation(victim, { gymId, name: 'Their Dock' })
  const { attendanceId } = await checkIn(victim, { gymId, memberId, id: newId(), locationId })
  const brought = { name: 'Their Import', email: null, phone: null, startedOn: null, locationId: null, memberId: null }
  const file = { fileName: 'theirs.csv', columns: {}, rows: [brought], skipped: 0, version: 2 }
  const { importId } = await importMembers(victim, { gymId, ...file })
  const gymInvite = await inviteStaff(victim, { gymId, role: 'desk', maxUses: 1 })
  const gymPlaceId = newId()
  await saveGymPlace(victim, {
    gymId,
    placeId: gymPlaceId,
    place: { name: 'Their floor', unit: 'kg', ...NO_EQUIPMENT },
  })
  await publishGymPlace(victim, { gymId, placeId: gymPlaceId })
  const staffId = (await listStaff(victim, { gymId }))[0]?.id ?? ''
  const ofGym = { memberId, locationId, attendanceId, importId, gymInviteId: gymInvite.inviteId, gymPlaceId, staffId }
  const invite = await createInvite(victim, {
    role: 'head',
    domains: [{ domain: 'training', level: 'read' }],
    maxUses: 5,
  })
  await withActor(victim, [victim.userId], (tx) =>
    withSpace(tx, victim.userId, (space) =>
      space.put(profiles, { ...defaultProfile(victim.userId), name: 'Victim', bodyweightG: 81_000 }),
    ),
  )
  const asideMid = newId()
  const aside = { seq: 1, mid: asideMid, name: 'test.unknown', v: 1, args: { of: 'Victim' }, at: 1 }
  const at = { protocol: 1, schemaV: 1, deviceId: newId(), space: victim.userId, build: 'test', clientNow: 1 }
  await syncServer().push({ id: victim.userId }, { ...at, mutations: [aside] })
  const ids = { athleteId: victim.userId, relationId, inviteId: invite.id, sessionId, gymId, ...ofGym }
  const { id: mediaId } = await beginPhoto(victim, { mime: 'image/jpeg', bytes: 10 })
  await db.admin`
    insert into media_object (id, owner_id, kind, state, mime, size, variants, created_at)
    values (${newId()}, ${victim.userId}, 'profile_photo', 'ready', 'image/jpeg', 10,
      ${db.admin.json([{ size: 64, key: 'photo/x/64.webp', bytes: 1, sha256: '' }])}, 1)`
  const passkeyId = 'the-credential-of-victim'
  await db.admin`
    insert into passkey (id, user_id, public_key, counter, transports, name, backed_up, created_at)
    values (${passkeyId}, ${victim.userId}, 'x', 0, '[]', 'Their phone', true, 1)`
  const { id: tokenId } = await makeToken(victim, { name: 'Their script', scope: 'write' })
  const inFeed = await befriend(victim, stranger)
  theirs = { ...ids, workoutId: newId(), mediaId, asideMid, passkeyId, tokenId, ...inFeed }
})

const nobodys = (): Ids => ({
  athleteId: newId(),
  relationId: newId(),
  inviteId: newId(),
  sessionId: newId(),
  gymId: newId(),
  memberId: newId(),
  locationId: newId(),
  staffId: newId(),
  gymInviteId: newId(),
  gymPlaceId: newId(),
  attendanceId: newId(),
  importId: newId(),
  workoutId: newId(),
  mediaId: newId(),
  asideMid: newId(),
  passkeyId: newId(),
  tokenId: newId(),
  postId: newId(),
  commentId: newId(),
})

async function answerOf(actor: Actor, name: string, input: unknown): Promise<unknown> {
  const caller = createCaller({ actor, requestId: 'test', ip: '192.0.2.8', userAgent: '' })
  const procedure = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller)
  try {
    return { data: await (procedure as (given: unknown) => Promise<unknown>)(input) }
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    return { code: error.code, message: error.message }
  }
}

/** Everything of the victim, behind row-level security. */
async function everythingOfVictim(): Promise<unknown> {
  const { userId } = victim
  const { relationId, gymId, inviteId } = theirs
  return [
    await db.admin`select * from person where id = ${userId}`,
    await db.admin`select * from profile where athlete_id = ${userId}`,
    await db.admin`select * from relation where id = ${relationId}`,
    await db.admin`select * from consent_grant where athlete_id = ${userId} order by id`,
    await db.admin`select * from auth_session where user_id = ${userId}`,
    await db.admin`select * from invite where id = ${inviteId}`,
    await db.admin`select * from gym where id = ${gymId}`,
    await db.admin`select * from gym_member where gym_id = ${gymId} order by id`,
    await db.admin`select * from gym_staff where gym_id = ${gymId} order by id`,
    await db.admin`select * from gym_invite where gym_id = ${gymId} order by id`,
    await db.admin`select * from gym_place where gym_id = ${gymId} order by id`,
    await db.admin`select * from location where gym_id = ${gymId} order by id`,
    await db.admin`select * from attendance where gym_id = ${gymId} order by id`,
    await db.admin`select * from member_import where gym_id = ${gymId} order by id`,
    await db.admin`select * from media_object where owner_id = ${userId} order by id`,
    await db.admin`select * from push_subscription where user_id = ${userId}`,
    await db.admin`select * from timer where user_id = ${userId}`,
    await db.admin`select * from passkey where user_id = ${userId}`,
    await db.admin`select * from api_token where user_id = ${userId}`,
    await db.admin`select * from sync_space where space_id = ${userId}`,
    await db.admin`select * from sync_quarantine where space_id = ${userId}`,
    ...(await feedRowsOf(db, userId)),
    await db.admin`select * from audit where subject_id = ${userId} or gym_id = ${gymId} order by id`,
  ]
}

const NO_LOG = 'There is no such log, or it is not shared with you.'
const NO_ASIDE = 'There is no such entry among what was set aside: it was applied or dismissed. Reload the list.'
const NO_ATHLETE = 'There is no such athlete among those who share this with you. Open them from your list.'
const NO_GYM = 'There is no such gym, or you don’t work there. Open it from your own list.'
const NO_RELATION = 'There is no such coach or athlete in your list: reload it.'

/** What is said to who comes with another person's ids; lists just go on after the id they were given. */
const SENTENCES: Record<string, string | null> = {
  'users.renamePasskey': 'This passkey is not in the list any more: reload it.',
  'users.removePasskey': 'This passkey is not in the list any more: reload it.',
  'users.removeToken': 'This token is not in the list any more: reload it.',
  'users.revokeSession': 'This device is not signed in any more: reload the list.',
  ...Object.fromEntries(
    names.filter((name) => name.startsWith('gyms.') && CALLS[name]).map((name) => [name, NO_GYM] as const),
  ),
  'media.completePhoto': 'There is no such upload of yours: choose the picture again.',
  'media.photos': null,
  'media.completeUpload': 'There is no such upload of yours: send it again.',
  'media.removeUploads': null,
  'media.uploads': null,
  'workouts.body': null,
  'gyms.leave': 'You are no member of this gym, or not any more: reload the list.',
  'coaching.createInvite': NO_GYM,
  'coaching.revokeInvite': 'There is no such invite among yours: reload the list.',
  'coaching.athletes': null,
  'coaching.endRelation': NO_RELATION,
  'coaching.changeGrant': NO_RELATION,
  'analytics.athletePage': NO_ATHLETE,
  'analytics.olderWorkouts': NO_ATHLETE,
  'analytics.roster': null,
  ...FEED_SENTENCES,
  'sync.applyAgain': NO_ASIDE,
  'sync.dismissAside': NO_ASIDE,
  'sync.timeline': null,
  'sync.push': NO_LOG,
  'sync.pull': NO_LOG,
  'sync.boot': NO_LOG,
}

test('every procedure of the router is in this file, and none that is gone', () => {
  expect(Object.keys(CALLS).sort()).toEqual([...names].sort())
})

describe('with another person’s ids', () => {
  test.each(names.filter((name) => CALLS[name]))('%s answers as with ids of nobody', async (name) => {
    const input = CALLS[name]
    if (!input) return
    const before = await everythingOfVictim()
    const aboutVictim = await answerOf(stranger, name, input(theirs))
    const aboutNobody = await answerOf(stranger, name, input(nobodys()))
    expect(aboutVictim).toEqual(aboutNobody)
    const sentence = SENTENCES[name]
    if (sentence !== null) expect(aboutVictim).toEqual({ code: 'NOT_FOUND', message: sentence })
    expect(JSON.stringify(aboutVictim)).not.toMatch(/Victim|Their/)
    expect(isDeepStrictEqual(await everythingOfVictim(), before)).toBe(true)
  })

  const atLocation: Record<string, (locationId: string) => unknown> = {
    'gyms.checkIn': (locationId) => ({ ...own, id: newId(), locationId }),
    'gyms.addMember': (locationId) => ({ gymId: own.gymId, name: 'New', locationId }),
    'gyms.setLocation': (locationId) => ({ gymId: own.gymId, memberIds: [own.memberId], locationId }),
    'gyms.editLocation': (locationId) => ({ gymId: own.gymId, locationId, name: 'Taken', isClosed: false }),
  }
  test.each(Object.entries(atLocation))('%s in one’s own gym has no location of theirs', async (name, input) => {
    const before = await everythingOfVictim()
    const aboutVictim = await answerOf(stranger, name, input(theirs.locationId))
    expect(aboutVictim).toEqual(await answerOf(stranger, name, input(newId())))
    expect(aboutVictim).toMatchObject({ code: 'NOT_FOUND' })
    expect(isDeepStrictEqual(await everythingOfVictim(), before)).toBe(true)
  })

  test('the ids are real: their owner gets something else with them', async () => {
    const owned = [
      'gyms.roster',
      'gyms.member',
      'analytics.athletePage',
      'feed.post',
      'sync.boot',
      'users.revokeSession',
    ]
    for (const name of owned) {
      const input = CALLS[name]
      if (!input) throw new Error(name)
      const [own, strange] = [
        await answerOf(victim, name, input(theirs)),
        await answerOf(stranger, name, input(theirs)),
      ]
      expect(own, name).not.toEqual(strange)
      expect(own, name).toHaveProperty('data')
    }
  })
})

describe('without being signed in', () => {
  const open = [
    ...[
      'users.signUp',
      'users.askLetter',
      'users.whoIsHere',
      'users.previewLetter',
      'users.verifyAddress',
      'users.startPasskeySignIn',
    ],
    'coaching.previewInvite',
    ...['workouts.shared', 'feed.meet'],
    'gyms.previewInvite',
    'privacy.state',
  ]
  test.each(names.filter((name) => !open.includes(name)))(
    '%s is refused before anything is looked at',
    async (name) => {
      const caller = createCaller({ actor: null, requestId: 'test', ip: '192.0.2.8', userAgent: '' })
      const procedure = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller)
      const answer = (procedure as (given: unknown) => Promise<unknown>)(CALLS[name]?.(theirs))
      await expect(answer).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    },
  )
})
