/** Signing in with Google, against a real OpenID Connect issuer that the test starts in Google's place. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findMe } from '../modules/users/service/accounts.ts'
import { findGoogle, unlinkGoogle } from '../modules/users/service/by-google.ts'
import { listSessions } from '../modules/users/service/sessions.ts'
import { sendVerification, verifyAddress } from '../modules/users/service/verification.ts'
import { env } from '../server/env.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { newBrowser, ORIGIN } from '../test/auth-browser.ts'
import type { TestDatabase } from '../test/database.ts'
import { type GoogleClaims, type GoogleIssuer, startGoogleIssuer } from '../test/google-issuer.ts'
import { linkIn, newestLetter } from '../test/letters.ts'
import { newPerson, openServices, type Person } from '../test/people.ts'
import { principalFromCookies } from './principal.ts'

let db: TestDatabase
let issuer: GoogleIssuer

beforeAll(async () => {
  issuer = await startGoogleIssuer()
  db = await openServices()
  Object.assign(process.env, { NEXTAUTH_URL: ORIGIN, ...issuer.env })
})
afterAll(() => issuer.stop())

/** The whole way: to the issuer and back. `next`: where the form that it begins at goes on. */
async function signInAs(person: GoogleClaims | null, next = '/') {
  issuer.is(person)
  const browser = newBrowser()
  const { url = '' } = await browser.post('signin/google', { callbackUrl: next })
  const back = await fetch(url, { redirect: 'manual' })
  const { url: answered = '' } = await browser.follow(back.headers.get('location') ?? '')
  // A refusal of Google's goes over an address of next-auth's to the form.
  let at = answered
  while (at.includes('/api/auth/')) at = (await browser.follow(at)).url ?? ''
  return { at, actor: await principalFromCookies(browser.cookies()), again: back.headers.get('location') ?? '' }
}

async function verified(name: string): Promise<Person> {
  const person = await newPerson(name)
  await sendVerification(person)
  await verifyAddress({ token: linkIn(await newestLetter(db, person.email)), ip: '192.0.2.1' })
  return person
}

test('a verified address that nobody has makes an account; the next time it opens the same one', async () => {
  const ana = { sub: newId(), email: `${newId()}@example.test`, email_verified: true, name: 'Ana Kos' }
  const { at, actor } = await signInAs(ana)
  expect(at).toBe(`${ORIGIN}/`)
  expect(actor && (await findMe(actor))).toMatchObject({
    ...{ name: 'Ana Kos', email: ana.email, isVerified: true, hasPassword: false },
  })
  // The address may change there: who it is does not.
  const later = await signInAs({ ...ana, email: `${newId()}@example.test` })
  expect(later.actor?.userId).toBe(actor?.userId)
  expect(actor && (await listSessions(actor))).toMatchObject([{ madeBy: 'google' }, { madeBy: 'google' }])
})

test('an account with a verified address is opened, and its owner told by letter', async () => {
  const ben = await verified('Ben')
  const { actor } = await signInAs({ sub: newId(), email: ben.email.toUpperCase(), email_verified: true })
  expect(actor?.userId).toBe(ben.userId)
  expect((await newestLetter(db, ben.email)).subject).toBe('Google opens your account now')
  expect(await db.admin`select action from audit where subject_id = ${ben.userId}`).toContainEqual({
    action: 'google.link',
  })
})

test('an account whose address was never confirmed stays closed: it may be somebody else’s', async () => {
  const squatted = await newPerson('Squatter')
  const { at, actor } = await signInAs({ sub: newId(), email: squatted.email, email_verified: true })
  expect(at).toBe('/sign-in?error=unverified-here')
  expect(actor).toBeNull()
  expect(await listSessions(squatted)).toEqual([])
})

test('an address that Google has not verified opens and makes nothing', async () => {
  const ben = await verified('Ben')
  for (const email of [ben.email, `${newId()}@example.test`]) {
    const { at, actor } = await signInAs({ sub: newId(), email, email_verified: false })
    expect([at, actor]).toEqual(['/sign-in?error=unverified-there', null])
  }
  expect(await db.admin`select * from oauth_account where user_id = ${ben.userId}`).toEqual([])
})

test('an answer that another browser asked for signs nobody in', async () => {
  const { again } = await signInAs({ sub: newId(), email: `${newId()}@example.test`, email_verified: true })
  const other = newBrowser()
  const { url } = await other.follow(again)
  expect(url).toContain('error=OAuthCallback')
  expect(await principalFromCookies(other.cookies())).toBeNull()
})

describe('begun in the athlete’s app', () => {
  const APP = '/train/sign-in?by=google'
  const ben = () => ({ sub: newId(), email: `${newId()}@example.test`, email_verified: true })

  test('it goes on there', async () => {
    const { at, actor } = await signInAs(ben(), APP)
    expect(at).toBe(`${ORIGIN}${APP}`)
    expect(actor).not.toBeNull()
  })

  test('a refusal of ours, or of Google’s, comes back there too; one of the portal’s to its own page', async () => {
    const refused = await signInAs({ ...ben(), email_verified: false }, APP)
    expect([refused.at, refused.actor]).toEqual(['/train/sign-in?error=unverified-there', null])
    for (const [next, door] of [
      [APP, '/train/sign-in'],
      ['/train', '/sign-in'],
      ['/coach', '/sign-in'],
    ] as const) {
      const stopped = await signInAs(null, next)
      const at = new URL(stopped.at, ORIGIN)
      expect([at.pathname, at.searchParams.get('error'), stopped.actor]).toEqual([door, 'Callback', null])
    }
  })
})

describe('Google is removed from an account', () => {
  async function linked() {
    const claims = { sub: newId(), email: `${newId()}@example.test`, email_verified: true, name: 'Cleo' }
    const { actor } = await signInAs(claims)
    if (!actor) throw new Error('Google did not sign in.')
    return { actor, claims }
  }
  const googleOf = (actor: Actor) => findGoogle(actor).then(({ since }) => since)
  const ONLY_WAY = {
    code: 'conflict',
    message:
      'Google is the only way into this account: add a passkey, choose a password or confirm your address first.',
  }

  test('while nothing else opens it: no, and how to make it possible', async () => {
    const { actor } = await linked()
    // This server sends no letters.
    await expect(unlinkGoogle(actor)).rejects.toMatchObject(ONLY_WAY)
    expect(await googleOf(actor)).toEqual(expect.any(Number))
  })

  test('with another way left: its owner is told, devices stay signed in, and it opens nothing any more', async () => {
    const { actor, claims } = await linked()
    await db.admin`
      insert into passkey (id, user_id, public_key, counter, transports, name, backed_up, created_at)
      values (${newId()}, ${actor.userId}, 'x', 0, '[]', 'Phone', true, 1)`
    await unlinkGoogle(actor)
    expect(await googleOf(actor)).toBeNull()
    expect((await newestLetter(db, claims.email)).subject).toBe('Google no longer opens your account')
    expect(await db.admin`select action from audit where subject_id = ${actor.userId}`).toContainEqual({
      action: 'google.unlink',
    })
    expect(await listSessions(actor)).toHaveLength(1)
    // Under another address there it would be somebody else; at this very one it is linked anew.
    const other = await signInAs({ ...claims, email: `${newId()}@example.test` })
    expect(other.actor?.userId).not.toBe(actor.userId)
    await expect(unlinkGoogle(actor)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('letters count where they are sent and arrive', async () => {
    const { actor } = await linked()
    Object.assign(env(), { SPOTTER_OUTBOX: 'letters-that-the-tests-read' })
    await db.admin`update credential set verified_at = null where user_id = ${actor.userId}`
    await expect(unlinkGoogle(actor)).rejects.toMatchObject(ONLY_WAY)
    await db.admin`update credential set verified_at = 1 where user_id = ${actor.userId}`
    await unlinkGoogle(actor)
    expect(await googleOf(actor)).toBeNull()
  })
})
