/** The end of a rest on a phone whose page is hidden: over a real push service, without a clock. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import webPush from 'web-push'
import { withActor } from '../../server/db.ts'
import type { Actor } from '../../shared/actor.ts'
import type { TestDatabase } from '../../test/database.ts'
import { newPerson, openServices } from '../../test/people.ts'
import { type PushService, startPushService } from '../../test/push-service.ts'
import { beginSession, revokeSession } from '../users/service/sessions.ts'
import type { RestWord } from './model.ts'
import { endSubscriptions, hearRest, keepSubscription, nextDueAt, removeAged, ringNext } from './service.ts'

const keys = webPush.generateVAPIDKeys()
let db: TestDatabase
let service: PushService

beforeAll(async () => {
  service = await startPushService({ publicKey: keys.publicKey })
  process.env.VAPID_PUBLIC_KEY = keys.publicKey
  process.env.VAPID_PRIVATE_KEY = keys.privateKey
  process.env.VAPID_SUBJECT = 'mailto:operator@example.test'
  process.env.PUSH_TEST_PEER = service.origin
  db = await openServices()
})
afterAll(() => service.close())

beforeEach(async () => {
  await db.admin`delete from timer`
  await db.admin`delete from push_subscription`
  service.taken.length = 0
  service.answer(() => 201)
})

const NOW = Date.now()
const MINUTE = 60_000
let phones = 0

type Phone = Actor & { name: string; sessionId: string }

/** Somebody signed in on a phone that may be told. */
async function newPhone(of?: Actor): Promise<Phone> {
  const { userId } = of ?? (await newPerson())
  const { sessionId } = await withActor({ userId, sessionId: null }, [], (tx) =>
    beginSession(tx, { userId, userAgent: 'test', madeBy: 'password', now: NOW }),
  )
  phones += 1
  const phone = { userId, sessionId, name: `phone ${phones}` }
  await keepSubscription(phone, service.subscribe(phone.name), NOW)
  return phone
}

const rings = (phone: Phone, word: Partial<Extract<RestWord, { rest: 'rings' }>> = {}): RestWord => ({
  rest: 'rings',
  account: phone.userId,
  name: 'first',
  saidAt: 1,
  leftMs: MINUTE,
  title: 'Rest is over',
  body: 'Bench press 60 × 5',
  ...word,
})
const over = (phone: Phone, word: Partial<Extract<RestWord, { rest: 'over' }>> = {}): RestWord => ({
  rest: 'over',
  account: phone.userId,
  name: 'first',
  saidAt: 2,
  ...word,
})

/** Until nothing more is due at that moment. */
async function ringAll(at: number): Promise<void> {
  while (await ringNext(at));
}
const rang = () => service.taken.map(({ to }) => to)
const states = async () => (await db.admin`select state from timer order by state`).map(({ state }) => state)

describe('a rest whose page is hidden', () => {
  test('rings on its phone when it ends, not before, and once', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    expect(await nextDueAt()).toBe(NOW + MINUTE)
    await ringAll(NOW + MINUTE - 1)
    expect(service.taken).toEqual([])
    await ringAll(NOW + MINUTE)
    await ringAll(NOW + MINUTE + 1_000)
    expect(service.faults).toEqual([])
    expect(service.taken).toMatchObject([
      {
        to: phone.name,
        topic: 'first',
        ttlS: 30,
        urgency: 'high',
        said: { tag: 'rest', title: 'Rest is over', body: 'Bench press 60 × 5', url: '/train/workout' },
      },
    ])
    expect(await nextDueAt()).toBeNull()
    // What was said is not kept once it was sent.
    expect(await db.admin`select state, title, body from timer`).toEqual([{ state: 'rang', title: '', body: '' }])
  })

  test('rings on that phone only, and on the one of the newest rest', async () => {
    const first = await newPhone()
    const second = await newPhone(first)
    await hearRest(first, rings(first, { name: 'older', saidAt: 900 }), NOW)
    await hearRest(second, rings(second, { name: 'newer', saidAt: 5, leftMs: 2 * MINUTE }), NOW)
    await ringAll(NOW + 3 * MINUTE)
    expect(await states()).toEqual(['late'])
    await hearRest(second, rings(second, { name: 'newest', saidAt: 6 }), NOW)
    await ringAll(NOW + MINUTE)
    expect(rang()).toEqual([second.name])
  })

  test('that is skipped, or whose page is back, never rings', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    await hearRest(phone, over(phone), NOW + 1_000)
    await ringAll(NOW + MINUTE)
    expect(service.taken).toEqual([])
    expect(await states()).toEqual(['over'])
    // Hidden again while it still runs.
    await hearRest(phone, rings(phone, { saidAt: 3 }), NOW + 2_000)
    await ringAll(NOW + 2_000 + MINUTE)
    expect(rang()).toEqual([phone.name])
  })

  test('rings nothing when its words overtake each other, and once when they come twice', async () => {
    const phone = await newPhone()
    await hearRest(phone, over(phone), NOW)
    await hearRest(phone, rings(phone), NOW)
    await ringAll(NOW + MINUTE)
    expect(service.taken).toEqual([])
    await hearRest(phone, rings(phone, { name: 'second', saidAt: 3 }), NOW)
    await ringAll(NOW + MINUTE)
    await hearRest(phone, rings(phone, { name: 'second', saidAt: 3 }), NOW)
    await ringAll(NOW + 2 * MINUTE)
    expect(rang()).toEqual([phone.name])
  })

  test('never rings after the workout was finished on another device', async () => {
    const phone = await newPhone()
    const tablet = await newPhone(phone)
    await hearRest(phone, rings(phone, { saidAt: 500 }), NOW)
    // That it has no rest of that name of its own is no reason to end one.
    await hearRest(tablet, over(tablet, { saidAt: 1 }), NOW)
    expect(await states()).toEqual(['waits'])
    await hearRest(tablet, over(tablet, { name: null, saidAt: 2 }), NOW)
    await ringAll(NOW + MINUTE)
    expect(service.taken).toEqual([])
  })

  test('is cancelled by nobody else, and not by a browser in which somebody else is signed in', async () => {
    const phone = await newPhone()
    const other = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    await hearRest(other, over(phone, { name: null, saidAt: 9 }), NOW)
    await hearRest(other, over(other, { name: null, saidAt: 9 }), NOW)
    await ringAll(NOW + MINUTE)
    expect(rang()).toEqual([phone.name])
  })

  test('is dropped when nobody could ring within 30 seconds of its end', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    await ringAll(NOW + MINUTE + 30_001)
    expect(service.taken).toEqual([])
    expect(await states()).toEqual(['late'])
  })
})

describe('while it is being sent', () => {
  /** The service has the push and keeps its answer back. */
  function holdAnswer() {
    let give = (_status: number) => {}
    let arrived = () => {}
    const hasArrived = new Promise<void>((done) => {
      arrived = done
    })
    service.answer(() => {
      arrived()
      return new Promise((done) => {
        give = done
      })
    })
    return { hasArrived, give: (status: number) => give(status) }
  }

  test('nobody else sends it, and who cancels it waits for what became of it', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    const held = holdAnswer()
    const sending = ringNext(NOW + MINUTE)
    await held.hasArrived
    expect(await ringNext(NOW + MINUTE)).toBe(false)
    const cancelling = hearRest(phone, over(phone), NOW + MINUTE)
    held.give(503)
    await Promise.all([sending, cancelling])
    service.answer(() => 201)
    // It was to be tried again; the word came before that.
    await ringAll(NOW + MINUTE + 20_000)
    expect(service.taken).toEqual([])
    expect(await states()).toEqual(['over'])
  })

  test('a sender that dies lets go of it at once, and another sends it', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    const held = holdAnswer()
    const sending = ringNext(NOW + MINUTE, db.jobs).catch(() => 'died')
    await held.hasArrived
    await db.admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction' and usename = 'spotter_jobs'`
    service.answer(() => 201)
    await expect.poll(() => ringNext(NOW + MINUTE)).toBe(true)
    held.give(500)
    expect(await sending).toBe('died')
    await ringAll(NOW + MINUTE + 1_000)
    expect(rang()).toEqual([phone.name])
  })

  test('many at once go once each', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => newPhone()))
    await Promise.all(all.map((phone) => hearRest(phone, rings(phone), NOW)))
    await Promise.all(Array.from({ length: 6 }, () => ringAll(NOW + MINUTE)))
    expect(rang().sort()).toEqual(all.map(({ name }) => name).sort())
  })
})

describe('a push service', () => {
  test('that is busy is asked again, and not after it took the push', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    service.answer(() => 503)
    await ringAll(NOW + MINUTE)
    expect(await nextDueAt()).toBe(NOW + MINUTE + 1_000)
    service.answer(() => 201)
    await ringAll(NOW + MINUTE + 1_000)
    await ringAll(NOW + MINUTE + 9_000)
    expect(rang()).toEqual([phone.name])
  })

  test.each([404, 410])('that answers %i has lost the browser: its subscription goes', async (status) => {
    const phone = await newPhone()
    const other = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    service.answer(() => status)
    await ringAll(NOW + MINUTE)
    expect(await states()).toEqual(['failed'])
    expect(await db.admin`select session_id as s from push_subscription`).toEqual([{ s: other.sessionId }])
  })

  test('is one of the known ones: our server calls no other address', async () => {
    const phone = await newPhone()
    const given = service.subscribe('inside')
    await expect(keepSubscription(phone, { ...given, endpoint: 'http://169.254.169.254/latest' }, NOW)).rejects.toThrow(
      'Notices are sent over the browser maker’s own push service only.',
    )
    // One that came into the table in another way is not called either.
    await db.admin`update push_subscription set endpoint = ${`http://localhost:${new URL(service.origin).port}/push/inside`}`
    await hearRest(phone, rings(phone), NOW)
    await ringAll(NOW + MINUTE)
    expect(service.taken).toEqual([])
    expect(await db.admin`select 1 from push_subscription`).toEqual([])
  })
})

describe('a browser', () => {
  test('whose session was ended shows nothing any more, told at once or tidied away', async () => {
    const phone = await newPhone()
    const tablet = await newPhone(phone)
    await hearRest(phone, rings(phone), NOW)
    await revokeSession(tablet, { sessionId: phone.sessionId })
    await ringAll(NOW + MINUTE)
    expect(service.taken).toEqual([])
    expect(await states()).toEqual(['failed'])
    await removeAged(NOW)
    expect(await db.admin`select session_id as s from push_subscription`).toEqual([{ s: tablet.sessionId }])
    await endSubscriptions([tablet.sessionId])
    expect(await db.admin`select 1 from push_subscription`).toEqual([])
  })

  test('that changes hands takes its address along; one that has a new address forgets the old', async () => {
    const ana = await newPhone()
    const given = service.subscribe('shared')
    await keepSubscription(ana, given, NOW)
    const ben = await newPhone()
    await keepSubscription(ben, given, NOW)
    const rows = await db.admin`select user_id as u, endpoint as e from push_subscription`
    expect(rows).toEqual([{ u: ben.userId, e: given.endpoint }])
    await hearRest(ana, rings(ana), NOW)
    await ringAll(NOW + MINUTE)
    expect(service.taken).toEqual([])
  })

  test('that is not seen for three months, and a rest that ended an hour ago, are forgotten', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    await removeAged(NOW + MINUTE + 3_500_000)
    expect(await states()).toEqual(['waits'])
    await removeAged(NOW + MINUTE + 3_600_001)
    expect(await states()).toEqual([])
    await db.admin`update auth_session set expires_at = ${NOW + 400 * 86_400_000}`
    await removeAged(NOW + 89 * 86_400_000)
    expect(await db.admin`select 1 from push_subscription`).toHaveLength(1)
    await removeAged(NOW + 91 * 86_400_000)
    expect(await db.admin`select 1 from push_subscription`).toEqual([])
  })
})
