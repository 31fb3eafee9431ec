import NextAuth from 'next-auth'
import { beforeAll, describe, expect, test } from 'vitest'
import { listSessions, revokeSession } from '../modules/users/service/sessions.ts'
import { ADDRESS_HEADER } from '../server/http/client-address.ts'
import { newPerson, openServices, type Person } from '../test/people.ts'
import { authOptions } from './auth.ts'
import { principalFromCookies } from './principal.ts'

const ORIGIN = 'http://localhost:3000'
beforeAll(async () => {
  await openServices()
  process.env.NEXTAUTH_URL = ORIGIN
})

/** A browser as next-auth sees it: it keeps cookies, and drops those that are set empty. */
function newBrowser() {
  const jar: Record<string, string> = {}

  async function call(path: string, method: 'GET' | 'POST', fields?: Record<string, string>) {
    const headers: Record<string, unknown> = {}
    let body: unknown
    const keep = (value: unknown) => {
      body = value
    }
    const res = {
      status: () => res,
      getHeader: (name: string) => headers[name.toLowerCase()],
      setHeader(name: string, value: unknown) {
        headers[name.toLowerCase()] = value
        return res
      },
      json: keep,
      send: keep,
      end: () => {},
    }
    const req = {
      method,
      url: `/api/auth/${path}`,
      query: { nextauth: path.split('/') },
      body: fields && { ...fields, json: 'true' },
      cookies: { ...jar },
      headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0', [ADDRESS_HEADER]: '192.0.2.33' },
    }
    await NextAuth(req as never, res as never, authOptions())
    for (const line of [headers['set-cookie'] ?? []].flat() as string[]) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value) jar[name] = decodeURIComponent(value)
      else delete jar[name]
    }
    return body
  }

  async function post(path: string, fields: Record<string, string>) {
    const { csrfToken } = (await call('csrf', 'GET')) as { csrfToken: string }
    return (await call(path, 'POST', { ...fields, csrfToken, callbackUrl: ORIGIN })) as { url?: string }
  }
  return {
    post,
    signIn: ({ email, password }: Pick<Person, 'email' | 'password'>) =>
      post('callback/credentials', { email, password }),
    signOut: () => post('signout', {}),
    session: async () => (await call('session', 'GET')) as { user?: { id: string } },
    cookies: () =>
      Object.entries(jar)
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
  }
}

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
