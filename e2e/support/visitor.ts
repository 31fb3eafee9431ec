/** Somebody at the app's addresses without a browser window: cookies kept as a browser keeps them, every answer looked at. */
import { newId } from '../../src/shared/id.ts'
import { letterTo } from './letters.ts'

export type Answer = { status: number; headers: Headers; text: string; body: unknown }
export type Visitor = {
  readonly origin: string
  readonly email: string
  readonly password: string
  /** Empty until signed in. */
  readonly userId: string
  readonly cookies: () => string
  /** With this person's cookies; the form that the phone's transport takes. */
  readonly fetch: typeof fetch
  get(path: string): Promise<Answer>
  /** A question of tRPC. */
  query(procedure: string, input?: unknown): Promise<Answer>
  /** An order of tRPC. */
  mutate(procedure: string, input?: unknown): Promise<Answer>
  /** With the code of the letter that the app shows in its outbox, or as `readCode` finds it. */
  signUp(readCode?: (email: string) => Promise<string>): Promise<Visitor>
  /** True when the sign-in succeeded. */
  signIn(password?: string): Promise<boolean>
}

let visitors = 0

/** `known`: somebody who has an account already, on another device. */
export function newVisitor(origin: string, name = 'Somebody', known?: Pick<Visitor, 'email' | 'password'>): Visitor {
  visitors += 1
  const email = known?.email ?? `visitor${visitors}.${newId().slice(-6)}@example.test`
  const password = known?.password ?? `a good password of ${name}`
  const jar = new Map<string, string>()
  let userId = ''

  const cookies = () => [...jar].map(([key, value]) => `${key}=${value}`).join('; ')

  async function fetchWithCookies(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const url = new URL(typeof input === 'string' ? input : input instanceof URL ? input : input.url, origin)
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie: cookies() },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1)
      if (value) jar.set(pair.slice(0, at), value)
      else jar.delete(pair.slice(0, at))
    }
    return response
  }

  async function ask(path: string, init?: RequestInit): Promise<Answer> {
    const response = await fetchWithCookies(path, init)
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: parse(text) }
  }

  const visitor: Visitor = {
    origin,
    email,
    password,
    get userId() {
      return userId
    },
    cookies,
    fetch: fetchWithCookies as typeof fetch,
    get: (path) => ask(path),
    query(procedure, input) {
      const given = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
      return ask(`/api/trpc/${procedure}${given}`)
    },
    mutate: (procedure, input) =>
      ask(`/api/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input ?? null),
      }),
    async signUp(readCode = async (to) => (await letterTo(origin, to)).code) {
      const asked = await visitor.mutate('users.signUp', { name, email, password })
      if (asked.status !== 200) throw new Error(`Signing up answered ${asked.status}: ${asked.text}`)
      const { ask } = dataOf<{ ask: string }>(asked)
      const code = await readCode(email)
      if (!(await enter('letter', { ask, code }))) throw new Error('The code of the letter did not sign in.')
      return visitor
    },
    signIn: (given = password) => enter('credentials', { email, password: given }),
  }

  /** Through one of next-auth's providers, as the forms do. */
  async function enter(provider: string, fields: Record<string, string>): Promise<boolean> {
    const { csrfToken } = (await visitor.get('/api/auth/csrf')).body as { csrfToken: string }
    const form = new URLSearchParams({ csrfToken, ...fields, callbackUrl: origin, json: 'true' })
    await ask(`/api/auth/callback/${provider}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    })
    const me = await visitor.query('users.me')
    if (me.status !== 200) return false
    userId = dataOf<{ id: string }>(me).id
    return true
  }
  return visitor
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What a procedure gave back. */
export function dataOf<T>(answer: Answer): T {
  const { result } = answer.body as { result?: { data: T } }
  if (!result) throw new Error(`The answer is no success: ${answer.status} ${answer.text}`)
  return result.data
}

/** The sentence of a refusal. */
export function sentenceOf(answer: Answer): string {
  return (answer.body as { error?: { message?: string } } | null)?.error?.message ?? ''
}
