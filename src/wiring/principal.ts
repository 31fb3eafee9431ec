/** Who asks, from a request's cookie: next-auth's token says which session, our own table whether it still counts. */
import type { IncomingMessage } from 'node:http'
import { decode } from 'next-auth/jwt'
import { actorOfSession } from '../modules/users/service/sessions.ts'
import { env } from '../server/env.ts'
import { once } from '../server/process.ts'
import type { Actor } from '../shared/actor.ts'

/** next-auth's own name for it: `__Secure-` where the site is served over HTTPS. */
function cookieName(): string {
  return `${process.env.NEXTAUTH_URL?.startsWith('https:') ? '__Secure-' : ''}next-auth.session-token`
}

function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key, ...rest] = part.split('=')
    if (key?.trim() === name) return rest.join('=').trim()
  }
  return null
}

const MOST_OPENED = 20_000
/**
 * Cookies opened before and the session in each. Opening one derives a key and decrypts: a tenth of a push's work, and
 * always with the same result. Whether the session still counts is asked every time.
 */
const opened = () => once('principal.opened', () => new Map<string, string>())

async function sidOf(token: string): Promise<string | null> {
  const known = opened().get(token)
  if (known) return known
  const claims = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null)
  if (typeof claims?.sid !== 'string') return null
  const oldest = opened().size >= MOST_OPENED ? opened().keys().next().value : undefined
  if (oldest !== undefined) opened().delete(oldest)
  opened().set(token, claims.sid)
  return claims.sid
}

/** Null for nobody, a forged or old token, a revoked or expired session. Throws when the database can't say. */
export async function principalFromCookies(cookies: string | null | undefined): Promise<Actor | null> {
  const token = cookies ? cookieValue(cookies, cookieName()) : null
  if (!token) return null
  const sid = await sidOf(token)
  return sid === null ? null : actorOfSession(sid)
}

export function principalFromRequest(req: IncomingMessage): Promise<Actor | null> {
  return principalFromCookies(req.headers.cookie)
}
