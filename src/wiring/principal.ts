/** Who asks, from a request's cookie: next-auth's token says which session, our own table whether it still counts. */
import type { IncomingMessage } from 'node:http'
import { decode } from 'next-auth/jwt'
import { isErased } from '../modules/users/service/privacy.ts'
import { actorOfSession } from '../modules/users/service/sessions.ts'
import { env } from '../server/env.ts'
import { once } from '../server/process.ts'
import type { Actor } from '../shared/actor.ts'
import { isId } from '../shared/id.ts'

/** One of next-auth's own cookies: `__Secure-` where the site is served over HTTPS. */
export function authCookie(header: string, name: 'session-token' | 'callback-url'): string | null {
  return cookieValue(header, `${process.env.NEXTAUTH_URL?.startsWith('https:') ? '__Secure-' : ''}next-auth.${name}`)
}

function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key, ...rest] = part.split('=')
    if (key?.trim() === name) return rest.join('=').trim()
  }
  return null
}

/** What we put into a cookie when somebody signed in: their session, and who they are. */
type Claims = { sid: string; userId: string }

const MOST_OPENED = 20_000
/**
 * Cookies opened before and the session in each. Opening one derives a key and decrypts: a tenth of a push's work, and
 * always with the same result. Whether the session still counts is asked every time.
 */
const opened = () => once('principal.opened', () => new Map<string, Claims>())

async function claimsOf(token: string): Promise<Claims | null> {
  const known = opened().get(token)
  if (known) return known
  const claims = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null)
  if (typeof claims?.sid !== 'string') return null
  const oldest = opened().size >= MOST_OPENED ? opened().keys().next().value : undefined
  if (oldest !== undefined) opened().delete(oldest)
  const opening: Claims = { sid: claims.sid, userId: claims.sub ?? '' }
  opened().set(token, opening)
  return opening
}

/** Null for nobody, a forged or old token, a revoked or expired session. Throws when the database can't say. */
export async function principalFromCookies(cookies: string | null | undefined): Promise<Actor | null> {
  const claims = await claimsIn(cookies)
  return claims && actorOfSession(claims.sid)
}

async function claimsIn(cookies: string | null | undefined): Promise<Claims | null> {
  const token = cookies ? authCookie(cookies, 'session-token') : null
  return token ? claimsOf(token) : null
}

/** Of a cookie that opens nothing any more: whose it was, when they are erased. A phone that was away is told so. */
export async function erasedFromRequest(req: IncomingMessage): Promise<string | null> {
  const userId = (await claimsIn(req.headers.cookie))?.userId
  return userId && isId(userId) && (await isErased(userId)) ? userId : null
}

export function principalFromRequest(req: IncomingMessage): Promise<Actor | null> {
  return principalFromCookies(req.headers.cookie)
}
