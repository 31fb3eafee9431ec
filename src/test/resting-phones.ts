/** Phones of signed-in people that rest, and the push service behind them. */
import { afterAll, beforeAll, beforeEach } from 'vitest'
import webPush from 'web-push'
import type { RestWord } from '../modules/notifications/model.ts'
import { keepSubscription, ringNext } from '../modules/notifications/service.ts'
import { beginSession } from '../modules/users/service/sessions.ts'
import { withActor } from '../server/db.ts'
import type { Actor } from '../shared/actor.ts'
import type { TestDatabase } from './database.ts'
import { newPerson, openServices } from './people.ts'
import { type PushService, startPushService } from './push-service.ts'

export const NOW = Date.now()
export const MINUTE = 60_000

export type RestingPhone = Actor & { name: string; sessionId: string }

/** Call it at the top of a file: its database and its push service are there in each test. */
export function restingPhones() {
  const keys = webPush.generateVAPIDKeys()
  const stage = {} as { db: TestDatabase; service: PushService }
  let phones = 0
  beforeAll(async () => {
    stage.service = await startPushService({ publicKey: keys.publicKey })
    process.env.VAPID_PUBLIC_KEY = keys.publicKey
    process.env.VAPID_PRIVATE_KEY = keys.privateKey
    process.env.VAPID_SUBJECT = 'mailto:operator@example.test'
    process.env.PUSH_TEST_PEER = stage.service.origin
    stage.db = await openServices()
  })
  afterAll(() => stage.service.close())
  beforeEach(async () => {
    await stage.db.admin`delete from timer`
    await stage.db.admin`delete from push_subscription`
    stage.service.taken.length = 0
    stage.service.answer(() => 201)
  })

  return {
    stage,
    /** Somebody signed in on a phone that may be told. */
    async newPhone(of?: Actor): Promise<RestingPhone> {
      const { userId } = of ?? (await newPerson())
      const { sessionId } = await withActor({ userId, sessionId: null }, [], (tx) =>
        beginSession(tx, { userId, userAgent: 'test', madeBy: 'password', now: NOW }),
      )
      phones += 1
      const phone = { userId, sessionId, name: `phone ${phones}` }
      await keepSubscription(phone, stage.service.subscribe(phone.name), NOW)
      return phone
    },
    /** Whose phones rang, in order. */
    rang: () => stage.service.taken.map(({ to }) => to),
    states: async () => (await stage.db.admin`select state from timer order by state`).map(({ state }) => state),
  }
}

export const rings = (phone: Actor, word: Partial<Extract<RestWord, { rest: 'rings' }>> = {}): RestWord => ({
  rest: 'rings',
  account: phone.userId,
  name: 'first',
  saidAt: 1,
  leftMs: MINUTE,
  title: 'Rest is over',
  body: 'Bench press 60 × 5',
  ...word,
})

export const over = (phone: Actor, word: Partial<Extract<RestWord, { rest: 'over' }>> = {}): RestWord => ({
  rest: 'over',
  account: phone.userId,
  name: 'first',
  saidAt: 2,
  ...word,
})

/** Until nothing more is due at that moment. */
export async function ringAll(at: number): Promise<void> {
  while (await ringNext(at));
}
