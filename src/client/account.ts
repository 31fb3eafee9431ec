/**
 * Signing in and out from the browser, over next-auth's own addresses. Written out instead of next-auth/react, whose
 * client session empties when offline; answers are results, since a form shows what went wrong.
 */
const AUTH = '/api/auth'
/** A server that takes the request and never answers must not keep the form busy for ever. */
const TIMEOUT_MS = 20_000
const inTime = () => ({ cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }) as const

/** Why it failed: by a word of the catalogue, or as the server says it. */
export type AccountProblem = { key: 'noSignal' | 'unexpected' } | { said: string }
export type AccountResult = { ok: true; userId: string } | { ok: false; why: AccountProblem }

const UNEXPECTED: AccountResult = { ok: false, why: { key: 'unexpected' } }

async function csrfToken(): Promise<string> {
  const answer = await fetch(`${AUTH}/csrf`, inTime())
  const { csrfToken: token } = (await answer.json()) as { csrfToken: string }
  return token
}

async function postForm(path: string, fields: Record<string, string>): Promise<{ url?: string }> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: 'true' })
  const answer = await fetch(`${AUTH}${path}`, { method: 'POST', body, ...inTime() })
  return (await answer.json()) as { url?: string }
}

/** Turns a lost connection, a late or an odd answer into a result. */
async function said(fn: () => Promise<AccountResult>): Promise<AccountResult> {
  try {
    return await fn()
  } catch (error) {
    const isAway = error instanceof TypeError || (error as Partial<Error> | null)?.name === 'TimeoutError'
    return isAway ? { ok: false, why: { key: 'noSignal' } } : UNEXPECTED
  }
}

/** Who holds this browser's cookie; null for nobody. Throws when the server can't be reached. */
export async function signedInUser(): Promise<string | null> {
  const answer = await fetch(`${AUTH}/session`, inTime())
  const session = (await answer.json()) as { user?: { id?: string } }
  return session.user?.id ?? null
}

export function signIn(given: { email: string; password: string }): Promise<AccountResult> {
  return said(async () => {
    const { url } = await postForm('/callback/credentials', { ...given, callbackUrl: '/' })
    const error = url ? new URL(url, location.origin).searchParams.get('error') : null
    if (error) return { ok: false, why: { said: error } }
    const userId = await signedInUser()
    return userId ? { ok: true, userId } : UNEXPECTED
  })
}

/** Makes the account and signs in with it. */
export function signUp(given: { name: string; email: string; password: string }): Promise<AccountResult> {
  return said(async () => {
    const answer = await fetch('/api/trpc/users.signUp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given),
      ...inTime(),
    })
    const { error } = (await answer.json()) as { error?: { message?: string } }
    if (error) return error.message ? { ok: false, why: { said: error.message } } : UNEXPECTED
    return signIn(given)
  })
}

/** Ends the session on the server and takes the cookie back. Throws when the server can't be reached. */
export async function signOut(): Promise<void> {
  await postForm('/signout', { callbackUrl: '/' })
}

/** Where to go after signing in: a page of ours that was asked for, never another site. */
export function nextPage(search: string, otherwise: string): string {
  const next = new URLSearchParams(search).get('next') ?? ''
  return /^\/(?![/\\])/.test(next) ? next : otherwise
}
