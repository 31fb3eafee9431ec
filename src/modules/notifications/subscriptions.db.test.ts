/** Where notices go: the addresses of browsers, how they end, and what becomes of those that fail. */
import { describe, expect, test } from 'vitest'
import { MINUTE, NOW, restingPhones, ringAll, rings } from '../../test/resting-phones.ts'
import { revokeSession } from '../users/service/sessions.ts'
import { endSubscriptions, hearRest, keepSubscription, nextDueAt, removeAged } from './service.ts'

const { stage, newPhone, rang, states } = restingPhones()

describe('a push service', () => {
  test.each([429, 503])('that answers %i is asked again, and not after it took the push', async (status) => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    stage.service.answer(() => status)
    await ringAll(NOW + MINUTE)
    expect(await nextDueAt()).toBe(NOW + MINUTE + 1_000)
    stage.service.answer(() => 201)
    await ringAll(NOW + MINUTE + 1_000)
    await ringAll(NOW + MINUTE + 9_000)
    expect(rang()).toEqual([phone.name])
  })

  test.each([404, 410])('that answers %i has lost the browser: its subscription goes', async (status) => {
    const phone = await newPhone()
    const other = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    stage.service.answer(() => status)
    await ringAll(NOW + MINUTE)
    expect(await states()).toEqual(['failed'])
    expect(await stage.db.admin`select session_id as s from push_subscription`).toEqual([{ s: other.sessionId }])
  })

  test('is one of the known ones: our server calls no other address', async () => {
    const phone = await newPhone()
    const given = stage.service.subscribe('inside')
    await expect(keepSubscription(phone, { ...given, endpoint: 'http://169.254.169.254/latest' }, NOW)).rejects.toThrow(
      'Notices are sent over the browser maker’s own push service only.',
    )
    // One that came into the table in another way is not called either.
    await stage.db
      .admin`update push_subscription set endpoint = ${`http://localhost:${new URL(stage.service.origin).port}/push/inside`}`
    await hearRest(phone, rings(phone), NOW)
    await ringAll(NOW + MINUTE)
    expect(stage.service.taken).toEqual([])
    expect(await stage.db.admin`select 1 from push_subscription`).toEqual([])
  })
})

describe('a browser', () => {
  test('whose session was ended shows nothing any more, told at once or tidied away', async () => {
    const phone = await newPhone()
    const tablet = await newPhone(phone)
    await hearRest(phone, rings(phone), NOW)
    await revokeSession(tablet, { sessionId: phone.sessionId })
    await ringAll(NOW + MINUTE)
    expect(stage.service.taken).toEqual([])
    expect(await states()).toEqual(['failed'])
    await removeAged(NOW)
    expect(await stage.db.admin`select session_id as s from push_subscription`).toEqual([{ s: tablet.sessionId }])
    await endSubscriptions([tablet.sessionId])
    expect(await stage.db.admin`select 1 from push_subscription`).toEqual([])
  })

  test('that changes hands takes its address along; one that has a new address forgets the old', async () => {
    const ana = await newPhone()
    const given = stage.service.subscribe('shared')
    await keepSubscription(ana, given, NOW)
    const ben = await newPhone()
    await keepSubscription(ben, given, NOW)
    const rows = await stage.db.admin`select user_id as u, endpoint as e from push_subscription`
    expect(rows).toEqual([{ u: ben.userId, e: given.endpoint }])
    await hearRest(ana, rings(ana), NOW)
    await ringAll(NOW + MINUTE)
    expect(stage.service.taken).toEqual([])
  })

  test('that is not seen for three months, and a rest that ended an hour ago, are forgotten', async () => {
    const phone = await newPhone()
    await hearRest(phone, rings(phone), NOW)
    await removeAged(NOW + MINUTE + 3_500_000)
    expect(await states()).toEqual(['waits'])
    await removeAged(NOW + MINUTE + 3_600_001)
    expect(await states()).toEqual([])
    await stage.db.admin`update auth_session set expires_at = ${NOW + 400 * 86_400_000}`
    await removeAged(NOW + 89 * 86_400_000)
    expect(await stage.db.admin`select 1 from push_subscription`).toHaveLength(1)
    await removeAged(NOW + 91 * 86_400_000)
    expect(await stage.db.admin`select 1 from push_subscription`).toEqual([])
  })
})
