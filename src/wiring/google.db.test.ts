/** Signing in with Google, against a real OpenID Connect issuer that the test starts in Google's place. */
import { OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMe } from '../modules/users/service/accounts.ts'
import { listSessions } from '../modules/users/service/sessions.ts'
import { sendVerification, verifyAddress } from '../modules/users/service/verification.ts'
import { newId } from '../shared/id.ts'
import { newBrowser, ORIGIN } from '../test/auth-browser.ts'
import type { TestDatabase } from '../test/database.ts'
import { linkIn, newestLetter } from '../test/letters.ts'
import { newPerson, openServices, type Person } from '../test/people.ts'
import { principalFromCookies } from './principal.ts'

let db: TestDatabase
const issuer = new OAuth2Server()
let claims: Record<string, unknown> = {}

beforeAll(async () => {
  await issuer.issuer.keys.generate('RS256')
  await issuer.start(0, 'localhost')
  issuer.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, claims)
  })
  db = await openServices()
  process.env.NEXTAUTH_URL = ORIGIN
  process.env.GOOGLE_CLIENT_ID = 'client-of-the-test'
  process.env.GOOGLE_CLIENT_SECRET = 'secret-of-the-test'
  process.env.GOOGLE_ISSUER = issuer.issuer.url ?? ''
})
afterAll(() => issuer.stop())

/** The whole way: to the issuer, which signs this person in at once, and back. */
async function signInAs(person: { sub: string; email: string; email_verified: boolean; name?: string }) {
  claims = person
  const browser = newBrowser()
  const { url = '' } = await browser.post('signin/google', {})
  const back = await fetch(url, { redirect: 'manual' })
  const { url: at } = await browser.follow(back.headers.get('location') ?? '')
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
  expect(at).toBe(ORIGIN)
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
