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

const UNEXPECTED: { ok: false; why: AccountProblem } = { ok: false, why: { key: 'unexpected' } }

/** What one of next-auth's addresses answers. */
export async function askAuth<T>(path: string): Promise<T> {
  const answer = await fetch(`${AUTH}${path}`, inTime())
  return (await answer.json()) as T
}

export async function postForm(path: string, fields: Record<string, string>): Promise<{ url?: string }> {
  const { csrfToken } = await askAuth<{ csrfToken: string }>('/csrf')
  const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' })
  const answer = await fetch(`${AUTH}${path}`, { method: 'POST', body, ...inTime() })
  return (await answer.json()) as { url?: string }
}

/** Turns a lost connection, a late or an odd answer into a result. */
async function inWords<T>(ask: () => Promise<T>): Promise<T | { ok: false; why: AccountProblem }> {
  try {
    return await ask()
  } catch (error) {
    const isAway = error instanceof TypeError || (error as Partial<Error> | null)?.name === 'TimeoutError'
    return isAway ? { ok: false, why: { key: 'noSignal' } } : UNEXPECTED
  }
}

/** What a procedure says to an order, without the portals' query client. */
export function said<T>(procedure: string, input: unknown) {
  return inWords<{ ok: true; data: T } | { ok: false; why: AccountProblem }>(async () => {
    const answer = await fetch(`/api/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      ...inTime(),
    })
    const { error, result } = (await answer.json()) as { error?: { message?: string }; result?: { data: T } }
    if (error) return error.message ? { ok: false, why: { said: error.message } } : UNEXPECTED
    return result ? { ok: true, data: result.data } : UNEXPECTED
  })
}

/** Who holds this browser's cookie; null for nobody. Throws when the server can't be reached. */
export async function signedInUser(): Promise<string | null> {
  const { user } = await askAuth<{ user?: { id?: string } }>('/session')
  return user?.id ?? null
}

/** Signs in by one of next-auth's providers of ours; fields that are undefined are left out. */
export function enterBy(provider: string, fields: Record<string, string | undefined>): Promise<AccountResult> {
  return inWords(async () => {
    const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined)
    const { url } = await postForm(`/callback/${provider}`, { ...Object.fromEntries(given), callbackUrl: '/' })
    const error = url ? new URL(url, location.origin).searchParams.get('error') : null
    if (error) return { ok: false, why: { said: error } }
    const userId = await signedInUser()
    return userId ? { ok: true, userId } : UNEXPECTED
  })
}

export function signIn(given: { email: string; password: string }): Promise<AccountResult> {
  return enterBy('credentials', given)
}

/** Ends the session on the server and takes the cookie back. Throws when the server can't be reached. */
export async function signOut(): Promise<void> {
  await postForm('/signout', { callbackUrl: '/' })
}

/** Where to go after signing in: a page of ours that was asked for, never another site. */
export function nextPage(search: string, otherwise: string): string {
  const next = new URLSearchParams(search).get('next') ?? ''
  // As the browser itself reads it: it passes over tabs and line ends, and takes a backslash for a slash.
  const here = 'https://this.invalid'
  const url = next.startsWith('/') && URL.canParse(next, here) ? new URL(next, here) : null
  return url?.origin === here ? `${url.pathname}${url.search}${url.hash}` : otherwise
}
