/**
 * Signing in with Google. Promises: who it is there is known by Google's own name for them and never by the address, which
 * may change hands; a first time is linked by `rules/linking.ts` and told to the owner by letter; so is its end, which is
 * refused while nothing else opens the account.
 */
import { NOBODY, withActor } from '../../../server/db.ts'
import { sendsLetters, siteUrl } from '../../../server/env.ts'
import { queueMail } from '../../../server/mail/queue.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { googleLetter, noGoogleLetter } from '../mail/letters.ts'
import { normalEmail } from '../model.ts'
import { deleteOauthAccounts, findOauthSince, findOauthUser, insertOauthAccount } from '../queries/oauth.ts'
import { findPasskeys } from '../queries/passkeys.ts'
import { findCredentialByEmail, findCredentialByUser } from '../queries.ts'
import { linkingOf } from '../rules/linking.ts'
import { opensWithoutGoogle } from '../rules/ways-in.ts'
import { insertAccount } from './accounts.ts'
import { writeAudit } from './audit.ts'
import { beginSession, type NewSession } from './sessions.ts'

const provider = 'google'

const REFUSED = {
  'unverified-there': 'Google has not verified this address, so it opens nothing here. Sign in another way.',
  'unverified-here':
    'There is an account with this address that was never confirmed. Sign in to it and confirm the address first.',
}

export type GooglePerson = { subject: string; email: string; isVerified: boolean; name: string }

/** Refuses with `details.reason`, which the sign-in page has words for. */
export async function enterByGoogle(
  person: GooglePerson,
  args: { userAgent: string },
  now = Date.now(),
): Promise<NewSession> {
  const { subject } = person
  const email = normalEmail(person.email)
  const [linked, credential] = await withActor(NOBODY, [], async (tx) => [
    await findOauthUser(tx, { provider, subject }),
    await findCredentialByEmail(tx, { email }),
  ])
  const begin = { userAgent: args.userAgent, madeBy: 'google', now } as const
  if (linked)
    return withActor({ userId: linked, sessionId: null }, [], (tx) => beginSession(tx, { userId: linked, ...begin }))

  const here = credential && { isVerified: credential.verifiedAt !== null }
  const linking = linkingOf({ isVerifiedThere: person.isVerified, here })
  if (linking === 'unverified-here' || linking === 'unverified-there') {
    throw appError('forbidden', REFUSED[linking], { reason: linking })
  }
  const userId = credential?.userId ?? newId()
  const actor = { userId, sessionId: null }
  return withActor(actor, [userId], async (tx) => {
    if (!credential) {
      await insertAccount(tx, actor, { name: person.name || email, email, passwordHash: null, verifiedAt: now }, now)
    }
    const isNew = await insertOauthAccount(tx, { provider, subject, userId, at: now })
    if (!isNew) throw appError('conflict', 'That was sent twice. Sign in with Google once more.')
    await writeAudit(tx, actor, now, { action: 'google.link', subjectId: userId })
    if (credential) await queueMail(tx, { to: email, ...googleLetter({ site: siteUrl() }), at: now, userId })
    return beginSession(tx, { userId, ...begin })
  })
}

/** Since when Google opens the account; null where it does not. */
export async function findGoogle(actor: Actor): Promise<{ since: number | null }> {
  return { since: await withActor(actor, [], (tx) => findOauthSince(tx, { provider, userId: actor.userId })) }
}

/** From now on Google does not open the account. Devices that are signed in stay so. */
export async function unlinkGoogle(actor: Actor, now = Date.now()): Promise<void> {
  const { userId } = actor
  await withActor(actor, [], async (tx) => {
    const [since, credential, passkeys] = await Promise.all([
      findOauthSince(tx, { provider, userId }),
      findCredentialByUser(tx, { userId }),
      findPasskeys(tx, { userId }),
    ])
    if (since === null || !credential) {
      throw appError('not_found', 'Google doesn’t open this account any more: reload the page.')
    }
    const left = {
      hasPassword: credential.passwordHash !== null,
      passkeys: passkeys.length,
      isVerified: credential.verifiedAt !== null,
      sendsLetters: sendsLetters(),
    }
    if (!opensWithoutGoogle(left)) {
      throw appError(
        'conflict',
        'Google is the only way into this account: add a passkey, choose a password or confirm your address first.',
      )
    }
    await deleteOauthAccounts(tx, { provider, userId })
    await writeAudit(tx, actor, now, { action: 'google.unlink', subjectId: userId })
    await queueMail(tx, { to: credential.email, ...noGoogleLetter({ site: siteUrl() }), at: now, userId })
  })
}
