/**
 * Signing in and out from the browser, over next-auth's own addresses. Written out instead of next-auth/react, whose
 * client session empties when offline; answers are results, since a form shows what went wrong.
 */
const AUTH = '/api/auth'
/** A server that takes the request and never answers must not keep the form busy for ever. */
const TIMEOUT_MS = 20_000
const inTime = () => ({ cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }) as const
const NO_SIGNAL = 'The server can’t be reached. Check your connection and try again.'
const BROKEN = 'The server answered with something unexpected. Try again in a minute.'

export type AccountResult = { ok: true; userId: string } | { ok: false; message: string }

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

/** Turns a lost connection, a late or an odd answer into a sentence. */
async function said(fn: () => Promise<AccountResult>): Promise<AccountResult> {
  try {
    return await fn()
  } catch (error) {
    const isAway = error instanceof TypeError || (error as Partial<Error> | null)?.name === 'TimeoutError'
    return { ok: false, message: isAway ? NO_SIGNAL : BROKEN }
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
    if (error) return { ok: false, message: error }
    const userId = await signedInUser()
    return userId ? { ok: true, userId } : { ok: false, message: BROKEN }
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
    if (error) return { ok: false, message: error.message ?? BROKEN }
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
