import { beforeAll, describe, expect, test } from 'vitest'
import { listSessions, revokeSession } from '../modules/users/service/sessions.ts'
import { newBrowser, ORIGIN } from '../test/auth-browser.ts'
import { newPerson, openServices } from '../test/people.ts'
import { principalFromCookies } from './principal.ts'

beforeAll(async () => {
  await openServices()
  process.env.NEXTAUTH_URL = ORIGIN
})

describe('the cookie', () => {
  test('of a signed-in browser says who it is, to Next’s handlers and to ours', async () => {
    const ana = await newPerson()
    const browser = newBrowser()
    await browser.signIn(ana)
    expect((await browser.session()).user).toEqual({ id: ana.userId })
    const actor = await principalFromCookies(browser.cookies())
    expect(actor).toMatchObject({ userId: ana.userId })
    expect(await listSessions(actor ?? ana)).toMatchObject([{ device: 'Chrome on Android', current: true }])
  })

  test('is not given for a wrong password; the answer holds a sentence for the form', async () => {
    const ana = await newPerson()
    const browser = newBrowser()
    const { url } = await browser.signIn({ email: ana.email, password: 'wrong' })
    const error = new URL(url ?? '', ORIGIN).searchParams.get('error')
    expect(error).toBe('The address or the password is not right. Check both and try again.')
    expect(await principalFromCookies(browser.cookies())).toBeNull()
  })

  /** What a form of ours never sends. The password is never repeated. */
  const ODD: { what: string; fields: Record<string, unknown>; sentence: string }[] = [
    { what: 'nothing', fields: {}, sentence: 'Email is missing; password is missing.' },
    { what: 'no password', fields: { email: 'ana@example.test' }, sentence: 'Password is missing.' },
    {
      what: 'an empty address',
      fields: { email: '', password: 'x' },
      sentence: 'Email must be an address such as name@example.org, but was empty.',
    },
    {
      what: 'an address that is none',
      fields: { email: 'ana', password: 'x' },
      sentence: 'Email must be an address such as name@example.org, but was "ana".',
    },
    {
      what: 'a NUL in the address',
      fields: { email: 'a\u0000na@example.test', password: 'x' },
      sentence: 'Email must be an address such as name@example.org, but was "a␀na@example.test".',
    },
    {
      what: 'a NUL in the password',
      fields: { email: 'ana@example.test', password: 'sec\u0000ret' },
      sentence: 'Password holds a character that can’t be stored: it was something else.',
    },
    {
      what: 'an address that is an object',
      fields: { email: { $gt: '' }, password: 'x' },
      sentence: 'Email must be text, but was an object.',
    },
    {
      what: 'a password that is a list',
      fields: { email: 'ana@example.test', password: ['x'] },
      sentence: 'Password must be text, but was a list.',
    },
    {
      what: 'a password of a novel',
      fields: { email: 'ana@example.test', password: 'secret'.repeat(50) },
      sentence: 'Password must be at most 200 characters long, but had 300: something else.',
    },
  ]
  test.each(ODD)('is not given for $what: a sentence', async ({ fields, sentence }) => {
    const browser = newBrowser()
    const { url } = await browser.post('callback/credentials', fields as Record<string, string>)
    expect(new URL(url ?? '', ORIGIN).searchParams.get('error')).toBe(sentence)
    expect(await principalFromCookies(browser.cookies())).toBeNull()
  })

  test('opens nothing after its session was revoked, and next-auth takes it back', async () => {
    const ana = await newPerson()
    const browser = newBrowser()
    await browser.signIn(ana)
    const actor = await principalFromCookies(browser.cookies())
    await revokeSession(ana, { sessionId: actor?.sessionId ?? '' })
    expect(await principalFromCookies(browser.cookies())).toBeNull()
    expect(await browser.session()).toEqual({})
    expect(browser.cookies()).not.toContain('session-token')
  })

  test('kept by somebody who copied it before signing out opens nothing after', async () => {
    const browser = newBrowser()
    await browser.signIn(await newPerson())
    const copied = browser.cookies()
    await browser.signOut()
    expect(browser.cookies()).not.toContain('session-token')
    expect(await principalFromCookies(copied)).toBeNull()
  })

  test('that is forged, cut short or of another name is nobody’s', async () => {
    const browser = newBrowser()
    await browser.signIn(await newPerson())
    const cookies = browser.cookies()
    const odd = [
      undefined,
      '',
      'next-auth.session-token=',
      cookies.slice(0, -8),
      cookies.replaceAll('session-token', 'other'),
    ]
    for (const header of odd) expect(await principalFromCookies(header)).toBeNull()
  })

  test('says nothing of the person: no address, no name', async () => {
    const ana = await newPerson('Ana Kos')
    const browser = newBrowser()
    await browser.signIn(ana)
    const { decode } = await import('next-auth/jwt')
    const token = browser.cookies().match(/session-token=([^;]+)/)?.[1] ?? ''
    const claims = await decode({ token, secret: process.env.SESSION_SECRET ?? '' })
    expect(Object.keys(claims ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'sid', 'sub'])
  })
})
