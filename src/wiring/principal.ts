/** Who asks, from a request's cookie: next-auth's token says which session, our own table whether it still counts. */
import type { IncomingMessage } from 'node:http'
import { decode } from 'next-auth/jwt'
import { actorOfSession } from '../modules/users/service/sessions.ts'
import { env } from '../server/env.ts'
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

/** Null for nobody, a forged or old token, a revoked or expired session. Throws when the database can't say. */
export async function principalFromCookies(cookies: string | null | undefined): Promise<Actor | null> {
  const token = cookies ? cookieValue(cookies, cookieName()) : null
  if (!token) return null
  const claims = await decode({ token, secret: env().SESSION_SECRET }).catch(() => null)
  if (typeof claims?.sid !== 'string') return null
  return actorOfSession(claims.sid)
}

export function principalFromRequest(req: IncomingMessage): Promise<Actor | null> {
  return principalFromCookies(req.headers.cookie)
}
