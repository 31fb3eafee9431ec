import { beforeAll, describe, expect, test } from 'vitest'
import { openPool, withActor } from '../../../server/db.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newPerson, openServices } from '../../../test/people.ts'
import { changePassword, createAccount, findMe, signIn, WRONG_SIGN_IN } from './accounts.ts'
import {
  actorOfSession,
  BELIEVE_MS,
  endSession,
  listSessions,
  removeEndedSessions,
  revokeEverySession,
  revokeOtherSessions,
  revokeSession,
} from './sessions.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1'
let addresses = 0
const fromAnywhere = (userAgent = CHROME) => ({ ip: `198.51.100.${addresses++ % 250}`, userAgent })

describe('an account', () => {
  test('comes with a name, settings and an address in lower case', async () => {
    const { userId } = await createAccount({
      name: 'Ana Kos',
      email: ' Ana.Kos@Example.test ',
      password: 'squat every day',
    })
    expect(await findMe({ userId, sessionId: null })).toEqual({
      id: userId,
      name: 'Ana Kos',
      email: 'ana.kos@example.test',
      isVerified: false,
      hasPassword: true,
      createdAt: expect.any(Number),
    })
    const [profile] = await db.admin`select id, name, load_unit from profile where athlete_id = ${userId}`
    expect(profile).toEqual({ id: userId, name: 'Ana Kos', load_unit: 'kg' })
    const [kept] = await db.admin`select password_hash from credential where user_id = ${userId}`
    expect(kept?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('is not made twice for one address, and the failed attempt leaves nothing behind', async () => {
    const { email } = await newPerson()
    const before = await db.admin`select count(*) from person`
    await expect(
      createAccount({ name: 'Twin', email: email.toUpperCase(), password: 'another one' }),
    ).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await db.admin`select count(*) from person`).toEqual(before)
  })

  test('its name as others see it follows the profile', async () => {
    const { userId } = await newPerson('Old Name')
    await db.admin.begin(async (tx) => {
      await tx`select set_config('app.space', ${userId}, true)`
      await tx`update profile set name = 'New Name' where athlete_id = ${userId}`
    })
    expect((await findMe({ userId, sessionId: null })).name).toBe('New Name')
  })
})

describe('signing in', () => {
  test('works with the address in any case and leaves a session under the device’s name', async () => {
    const ben = await newPerson()
    const session = await signIn({ email: ben.email.toUpperCase(), password: ben.password, ...fromAnywhere(IPHONE) })
    expect(session.userId).toBe(ben.userId)
    expect(await actorOfSession(session.sid)).toEqual({ userId: ben.userId, sessionId: session.sessionId })
    const [device] = await listSessions({ userId: ben.userId, sessionId: session.sessionId })
    expect(device).toMatchObject({ device: 'Safari on iPhone', current: true })
  })

  test('an unknown address and a wrong password answer alike', async () => {
    const ben = await newPerson()
    const refusals: unknown[] = []
    for (const email of [ben.email, 'nobody@example.test']) {
      const error = await signIn({ email, password: 'wrong', ...fromAnywhere() }).catch((caught: unknown) => caught)
      const { code, message } = error as { code: string; message: string }
      refusals.push({ code, message })
    }
    expect(refusals).toEqual(Array(2).fill({ code: 'unauthenticated', message: WRONG_SIGN_IN }))
  })

  test('guessing at one address is stopped, with a sentence that says how long; others still get in', async () => {
    const [target, other] = [await newPerson(), await newPerson()]
    for (let n = 0; n < 10; n++)
      await signIn({ email: target.email, password: 'guess', ...fromAnywhere() }).catch(() => {})
    const refused = signIn({ email: target.email, password: target.password, ...fromAnywhere() })
    await expect(refused).rejects.toMatchObject({
      code: 'rate_limited',
      message: expect.stringMatching(/^Too many tries\. Wait 15 minutes/),
    })
    await expect(signIn({ ...other, ...fromAnywhere() })).resolves.toMatchObject({ userId: other.userId })
  })

  test('a right password clears the failed tries before it', async () => {
    const ben = await newPerson()
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 6; n++)
        await signIn({ email: ben.email, password: 'typo', ...fromAnywhere() }).catch(() => {})
      await signIn({ ...ben, ...fromAnywhere() })
    }
  })

  test('is refused while the counter can’t be read, even with the right password', async () => {
    const ben = await newPerson()
    await db.admin`alter table rate_limit rename to rate_limit_gone`
    try {
      await expect(signIn({ ...ben, ...fromAnywhere() })).rejects.toMatchObject({ code: 'unavailable' })
    } finally {
      await db.admin`alter table rate_limit_gone rename to rate_limit`
    }
    await expect(signIn({ ...ben, ...fromAnywhere() })).resolves.toMatchObject({ userId: ben.userId })
  })

  test('no table of limits holds an address', async () => {
    const rows = await db.admin<{ key: string }[]>`select key from rate_limit`
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ key }) => key.includes('@') || key.includes('198.51'))).toEqual([])
  })
})

describe('a session', () => {
  async function twoDevices() {
    const person = await newPerson()
    const laptop = await signIn({ ...person, ...fromAnywhere() })
    const phone = await signIn({ ...person, ...fromAnywhere(IPHONE) })
    return { person, laptop, phone, onLaptop: { userId: person.userId, sessionId: laptop.sessionId } }
  }

  test('signed out from another device opens nothing any more', async () => {
    const { laptop, phone, onLaptop } = await twoDevices()
    expect(await actorOfSession(phone.sid)).not.toBeNull()
    await revokeSession(onLaptop, { sessionId: phone.sessionId })
    expect(await actorOfSession(phone.sid)).toBeNull()
    expect(await actorOfSession(laptop.sid)).not.toBeNull()
  })

  test('revoked by another process is believed for ten seconds at most', async () => {
    const { phone } = await twoDevices()
    const now = Date.now()
    expect(await actorOfSession(phone.sid, now)).not.toBeNull()
    await db.admin`update auth_session set revoked_at = ${now} where id = ${phone.sessionId}`
    expect(await actorOfSession(phone.sid, now + BELIEVE_MS - 1)).not.toBeNull()
    expect(await actorOfSession(phone.sid, now + BELIEVE_MS)).toBeNull()
  })

  test('of somebody else can’t be ended, and the answer is that of an unknown one', async () => {
    const { phone } = await twoDevices()
    const stranger = await newPerson()
    const answers = await Promise.all(
      [phone.sessionId, '0190f7a0-0000-7000-8000-000000000000'].map((sessionId) =>
        revokeSession(stranger, { sessionId }).catch(({ code, message }) => ({ code, message })),
      ),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(await actorOfSession(phone.sid, Date.now() + BELIEVE_MS)).not.toBeNull()
  })

  test('a new password signs every other device out and keeps this one', async () => {
    const { person, laptop, phone, onLaptop } = await twoDevices()
    await expect(changePassword(onLaptop, { current: 'not it', next: 'a brand new one' })).rejects.toMatchObject({
      code: 'bad_input',
    })
    const changed = await changePassword(onLaptop, { current: person.password, next: 'a brand new one' })
    expect(changed).toEqual({ signedOut: 1 })
    expect(await actorOfSession(phone.sid)).toBeNull()
    expect(await actorOfSession(laptop.sid)).not.toBeNull()
    await expect(signIn({ ...person, ...fromAnywhere() })).rejects.toMatchObject({ code: 'unauthenticated' })
    await signIn({ ...person, password: 'a brand new one', ...fromAnywhere() })
  })

  test('signing out ends it; a second time is fine; the others go with one press', async () => {
    const { laptop, phone, onLaptop } = await twoDevices()
    expect(await revokeOtherSessions(onLaptop)).toBe(1)
    expect(await actorOfSession(phone.sid)).toBeNull()
    await endSession(laptop.sid)
    await endSession(laptop.sid)
    expect(await actorOfSession(laptop.sid)).toBeNull()
  })

  test('and every other one end with one press where that is wanted', async () => {
    const { laptop, phone, onLaptop } = await twoDevices()
    expect(await revokeEverySession(onLaptop)).toBe(2)
    expect(await actorOfSession(phone.sid)).toBeNull()
    expect(await actorOfSession(laptop.sid)).toBeNull()
  })

  test('ends by itself when its device is not used for 90 days, and lives on while it is', async () => {
    const { phone } = await twoDevices()
    const day = 86_400_000
    const start = Date.now()
    expect(await actorOfSession(phone.sid, start + 80 * day)).not.toBeNull()
    expect(await actorOfSession(phone.sid, start + 160 * day)).not.toBeNull()
    expect(await actorOfSession(phone.sid, start + 251 * day)).toBeNull()
  })

  test('the table holds no sid that would open anything, and only its hash finds a row', async () => {
    const { phone } = await twoDevices()
    const app = openPool(db.url('spotter_app'), { max: 1 })
    const seen = await withActor(
      { userId: phone.sessionId, sessionId: null },
      [],
      (tx) => tx`select * from auth_session`,
      { sql: app },
    )
    await app.end()
    expect(seen).toEqual([])
    const all = await db.admin`select * from auth_session`
    expect(JSON.stringify(all)).not.toContain(phone.sid)
  })

  test('that ended is forgotten after 30 days, and only then', async () => {
    const { laptop, phone, onLaptop } = await twoDevices()
    const day = 86_400_000
    const now = Date.now()
    await revokeSession(onLaptop, { sessionId: phone.sessionId }, now)
    const ids = async () =>
      (await db.admin`select id from auth_session where user_id = ${laptop.userId}`).map(({ id }) => id)
    await removeEndedSessions(now + 30 * day)
    expect(await ids()).toHaveLength(2)
    await removeEndedSessions(now + 30 * day + 1)
    expect(await ids()).toEqual([laptop.sessionId])
  })

  test('a database that can’t say is an error, never a sign-out', async () => {
    const { phone } = await twoDevices()
    await db.admin`alter table auth_session rename to auth_session_gone`
    try {
      await expect(actorOfSession(phone.sid)).rejects.toThrow()
    } finally {
      await db.admin`alter table auth_session_gone rename to auth_session`
    }
    expect(await actorOfSession(phone.sid)).not.toBeNull()
  })
})
