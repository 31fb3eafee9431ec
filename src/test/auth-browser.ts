/** A browser as next-auth sees it, without a server in between. */
import NextAuth from 'next-auth'
import { ADDRESS_HEADER } from '../server/http/client-address.ts'
import { authOptions } from '../wiring/auth.ts'
import type { Person } from './people.ts'

export const ORIGIN = 'http://localhost:3000'
const AGENT = 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0'

/** It keeps cookies, and drops those that are set empty. */
export function newBrowser() {
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
      query: {
        nextauth: path.split('?')[0]?.split('/'),
        ...Object.fromEntries(new URLSearchParams(path.split('?')[1])),
      },
      body: fields && { ...fields, json: 'true' },
      cookies: { ...jar },
      headers: { 'user-agent': AGENT, [ADDRESS_HEADER]: '192.0.2.33' },
    }
    await NextAuth(req as never, res as never, authOptions({ userAgent: AGENT, cookies: cookies() }))
    for (const line of [headers['set-cookie'] ?? []].flat() as string[]) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value) jar[name] = decodeURIComponent(value)
      else delete jar[name]
    }
    return headers.location ? { url: headers.location } : body
  }

  const cookies = () =>
    Object.entries(jar)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ')

  async function post(path: string, fields: Record<string, string>) {
    const { csrfToken } = (await call('csrf', 'GET')) as { csrfToken: string }
    return (await call(path, 'POST', { callbackUrl: ORIGIN, ...fields, csrfToken })) as { url?: string }
  }
  return {
    post,
    /** An address of next-auth's that another site sends the browser to; gives where it goes on. */
    follow: async (url: string) => (await call(url.split('/api/auth/')[1] ?? '', 'GET')) as { url?: string },
    signIn: ({ email, password }: Pick<Person, 'email' | 'password'>) =>
      post('callback/credentials', { email, password }),
    signOut: () => post('signout', {}),
    session: async () => (await call('session', 'GET')) as { user?: { id: string } },
    cookies,
  }
}
