/** next-auth, set up over the accounts of `users`: it keeps the cookie, we keep the session. */
import type { AuthOptions, Session } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import * as z from 'zod/mini'
import { enterInput, signInInput } from '../modules/users/router.ts'
import { signIn } from '../modules/users/service/accounts.ts'
import { enter } from '../modules/users/service/by-letter.ts'
import { actorOfSession, endSession, type NewSession } from '../modules/users/service/sessions.ts'
import { env } from '../server/env.ts'
import { ADDRESS_HEADER } from '../server/http/client-address.ts'
import { log, safeError } from '../server/log.ts'
import { unstorableSentence } from '../server/unstorable.ts'
import { isAppError } from '../shared/errors.ts'
import { inputSentence } from '../shared/input-error.ts'

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

export function authOptions(): AuthOptions {
  return {
    secret: env().SESSION_SECRET,
    session: { strategy: 'jwt', maxAge: COOKIE_S },
    pages: { signIn: '/sign-in', error: '/sign-in' },
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
    ],
    callbacks: {
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
