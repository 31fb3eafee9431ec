/** next-auth, set up over the accounts of `users`: it keeps the cookie, we keep the session. */
import type { AuthOptions, Session } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import GoogleProvider from 'next-auth/providers/google'
import * as z from 'zod/mini'
import { assertion, enterInput, signInInput } from '../modules/users/router.ts'
import { signIn } from '../modules/users/service/accounts.ts'
import { enterByGoogle } from '../modules/users/service/by-google.ts'
import { enter } from '../modules/users/service/by-letter.ts'
import { enterByPasskey } from '../modules/users/service/passkeys.ts'
import { actorOfSession, endSession, type NewSession } from '../modules/users/service/sessions.ts'
import { env } from '../server/env.ts'
import { ADDRESS_HEADER } from '../server/http/client-address.ts'
import { log, safeError } from '../server/log.ts'
import { unstorableSentence } from '../server/unstorable.ts'
import { isAppError } from '../shared/errors.ts'
import { inputSentence } from '../shared/input-error.ts'
import { authCookie } from './principal.ts'

/** The row in our table decides when a session ends; the cookie only has to outlive it. */
const COOKIE_S = 400 * 86_400

const NOT_NOW = 'Signing in doesn’t work right now. Nothing is wrong with what you typed; try again in a minute.'

type Headers = Record<string, string | undefined>
const askerIn = (headers: Headers) => ({
  ip: headers[ADDRESS_HEADER] ?? 'unknown',
  userAgent: headers['user-agent'] ?? '',
})
/** A field that a form leaves empty is one that was not given. */
const filled = (given: Record<string, unknown>) =>
  Object.fromEntries(['token', 'ask', 'code', 'password'].flatMap((name) => (given[name] ? [[name, given[name]]] : [])))

function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

/** Checks what was sent and signs in; next-auth hands a failure's message to the form, in the address that it answers with. */
async function asUser<Schema extends z.core.$ZodType>(
  schema: Schema,
  asked: unknown,
  begin: (input: z.output<Schema>) => Promise<NewSession>,
): Promise<{ id: string; sid: string }> {
  const parsed = z.safeParse(schema, asked)
  if (!parsed.success) throw new Error(inputSentence(parsed.error.issues, asked))
  const unstorable = unstorableSentence(parsed.data)
  if (unstorable) throw new Error(unstorable)
  try {
    const { userId, sid } = await begin(parsed.data)
    return { id: userId, sid }
  } catch (error) {
    if (isAppError(error)) throw new Error(error.message)
    log().error(safeError(error), 'signing in failed')
    throw new Error(NOT_NOW)
  }
}

/** Google, where it is configured. */
function google() {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_ISSUER: issuer } = env()
  if (!clientId || !clientSecret) return []
  const wellKnown = `${issuer}/.well-known/openid-configuration`
  return [GoogleProvider({ clientId, clientSecret, issuer, wellKnown })]
}

type GoogleClaims = { sub?: string; email?: string; email_verified?: boolean | string; name?: string }

/**
 * Which form the browser left for Google from, by the cookie in which next-auth keeps where to go on: what went wrong is
 * said there, and an athlete's phone stays in its app.
 */
function doorOf(cookies: string): '/sign-in' | '/train/sign-in' {
  try {
    const goesOn = new URL(decodeURIComponent(authCookie(cookies, 'callback-url') ?? ''))
    if (goesOn.pathname === '/train/sign-in') return goesOn.pathname
  } catch {
    // No such cookie, or none of ours.
  }
  return '/sign-in'
}

/** next-auth does not tell these to the callbacks of an account elsewhere. */
type Asker = { userAgent: string; cookies: string }

export function authOptions(asker: Asker): AuthOptions {
  const door = doorOf(asker.cookies)
  /** Where the browser goes when Google's answer opens nothing: the form has words for the reason. */
  const refusedBy = (reason: string) => `${door}?error=${encodeURIComponent(reason)}`
  return {
    secret: env().SESSION_SECRET,
    session: { strategy: 'jwt', maxAge: COOKIE_S },
    pages: { signIn: door, error: door },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (given, { headers = {} }) =>
          asUser(signInInput, { email: given?.email, password: given?.password }, (input) =>
            signIn({ ...input, ...askerIn(headers) }),
          ),
      }),
      // A letter's link, or its code where it was asked for.
      CredentialsProvider({
        id: 'letter',
        credentials: { token: {}, ask: {}, code: {}, password: {} },
        authorize: (given, { headers = {} }) =>
          asUser(enterInput, filled(given ?? {}), (input) => enter({ ...input, ...askerIn(headers) })),
      }),
      // What the browser's passkey answered, as JSON.
      CredentialsProvider({
        id: 'passkey',
        credentials: { response: {} },
        authorize: (given, { headers = {} }) =>
          asUser(assertion, readJson(given?.response), (response) =>
            enterByPasskey({ response: response as never, ...askerIn(headers) }),
          ),
      }),
      ...google(),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== 'google') return true
        const { sub = '', email = '', email_verified, name = '' } = (profile ?? {}) as GoogleClaims
        const isVerified = email_verified === true || email_verified === 'true'
        try {
          const person = { subject: sub, email, isVerified, name }
          const { userId, sid } = await enterByGoogle(person, asker)
          Object.assign(user, { id: userId, sid })
          return true
        } catch (error) {
          if (isAppError(error)) return refusedBy(String(error.details.reason ?? 'failed'))
          log().error(safeError(error), 'signing in failed')
          return refusedBy('failed')
        }
      },
      jwt({ token, user }) {
        if (!user) return token
        return { sub: user.id, sid: (user as { sid?: string }).sid }
      },
      async session({ session, token }) {
        const nobody = { expires: session.expires }
        if (typeof token.sid !== 'string') return nobody
        // Throwing makes next-auth take the cookie back: right for a session that ended, wrong for a database that did.
        const actor = await actorOfSession(token.sid).catch(() => undefined)
        if (actor === null) throw new Error('this session has ended')
        return actor ? ({ ...nobody, user: { id: actor.userId } } as Session) : nobody
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await endSession(token.sid)
      },
    },
    logger: {
      error: (code) => log().warn({ code }, 'next-auth'),
      warn: () => {},
      debug: () => {},
    },
  }
}
