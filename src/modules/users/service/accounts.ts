/**
 * Accounts: making one, signing in, the password. Promises: an unknown address and a wrong password answer alike and take
 * alike long; an account comes with its settings or not at all; a new password signs every other device out.
 */
import { NOBODY, type Tx, withActor } from '../../../server/db.ts'
import { hashPassword, isRightPassword } from '../../../server/password.ts'
import { clearPoints, takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import type { Stamp } from '../../../sync/protocol.ts'
import { withSpace } from '../../../sync/server/space.ts'
import { defaultProfile, normalEmail, profiles } from '../model.ts'
import { closeProofs } from '../queries/proofs.ts'
import * as queries from '../queries.ts'
import { writeAudit } from './audit.ts'
import { announceEnded, beginSession, type NewSession } from './sessions.ts'

/** What an account begins with gives way to what was chosen on a phone before there was one. */
const BEFORE_ANYBODY: Stamp = [0, 'server', 0]

/** An account without a letter and its limits: for the demo world and tests. */
export async function createAccount(
  args: { name: string; email: string; password: string; id?: string; verifiedAt?: number },
  now = Date.now(),
): Promise<{ userId: string }> {
  const userId = args.id ?? newId()
  const passwordHash = await hashPassword(args.password)
  const actor: Actor = { userId, sessionId: null }
  const verifiedAt = args.verifiedAt ?? null
  await withActor(actor, [userId], (tx) => insertAccount(tx, actor, { ...args, passwordHash, verifiedAt }, now))
  return { userId }
}

/** In a transaction as the person that is made. */
export async function insertAccount(
  tx: Tx,
  actor: Actor,
  args: { name: string; email: string; passwordHash: string | null; verifiedAt: number | null },
  now: number,
): Promise<void> {
  const { userId } = actor
  const { name, passwordHash, verifiedAt } = args
  await queries.insertPerson(tx, { id: userId, name, at: now })
  const email = normalEmail(args.email)
  const free = await queries.insertCredential(tx, { userId, email, passwordHash, verifiedAt, at: now })
  if (!free)
    throw appError('conflict', 'There is an account with this address already: sign in, or use another address.')
  await writeAudit(tx, actor, now, { action: 'account.create', subjectId: userId, after: { name } })
  await withSpace(tx, userId, (space) =>
    space.change([{ from: profiles, id: userId }], (rows) => rows.put(profiles, { ...defaultProfile(userId), name }), {
      stamp: BEFORE_ANYBODY,
      who: { actor: userId, space: userId },
    }),
  )
}

export const WRONG_SIGN_IN = 'The address or the password is not right. Check both and try again.'

export async function signIn(
  args: { email: string; password: string; ip: string; userAgent: string },
  now = Date.now(),
): Promise<NewSession> {
  const email = normalEmail(args.email)
  await takePoint('sign-in-ip', args.ip)
  await takePoint('sign-in-address', email)
  const credential = await withActor(NOBODY, [], (tx) => queries.findCredentialByEmail(tx, { email }))
  const right = await isRightPassword(credential?.passwordHash ?? null, args.password)
  if (!credential || !right) throw appError('unauthenticated', WRONG_SIGN_IN)
  await clearPoints('sign-in-address', email)
  const { userId } = credential
  return withActor({ userId, sessionId: null }, [], (tx) =>
    beginSession(tx, { userId, userAgent: args.userAgent, madeBy: 'password', now }),
  )
}

export async function changePassword(
  actor: Actor,
  args: { current: string; next: string },
  now = Date.now(),
): Promise<{ signedOut: number }> {
  await takePoint('password-user', actor.userId)
  const { userId } = actor
  const credential = await withActor(actor, [], (tx) => queries.findCredentialByUser(tx, { userId }))
  if (credential && credential.passwordHash === null) {
    throw appError('conflict', 'This account has no password yet: sign out, and choose one by “Forgot your password?”.')
  }
  const right = await isRightPassword(credential?.passwordHash ?? null, args.current)
  if (!right) throw appError('bad_input', 'The current password is not right, so nothing was changed. Try again.')
  const passwordHash = await hashPassword(args.next)
  const gone = await withActor(actor, [], async (tx) => {
    await queries.updatePassword(tx, { userId, passwordHash, at: now })
    // A letter that was asked for before, by whoever knew the mailbox, opens nothing after it.
    await closeProofs(tx, { userId, now })
    const ended = await queries.revokeSessions(tx, { userId, at: now, except: actor.sessionId })
    await writeAudit(tx, actor, now, {
      action: 'password.change',
      subjectId: userId,
      after: { endedSessions: ended.length },
    })
    return ended
  })
  await announceEnded(gone)
  await clearPoints('password-user', userId)
  return { signedOut: gone.length }
}

export type Me = {
  id: string
  name: string
  email: string
  isVerified: boolean
  hasPassword: boolean
  createdAt: number
}

/** For pages that anyone may open: null for nobody, instead of a refusal. */
export async function findWhoIsHere(actor: Actor | null): Promise<{ id: string; name: string } | null> {
  if (!actor) return null
  const person = await withActor(actor, [], (tx) => queries.findPerson(tx, { id: actor.userId }))
  return person && { id: actor.userId, name: person.name }
}

export async function findMe(actor: Actor): Promise<Me> {
  return withActor(actor, [], async (tx) => {
    const [person, credential] = await Promise.all([
      queries.findPerson(tx, { id: actor.userId }),
      queries.findCredentialByUser(tx, { userId: actor.userId }),
    ])
    if (!person || !credential) {
      throw appError('unauthenticated', 'This account is gone. Sign in with another, or sign up.')
    }
    const { email, verifiedAt, passwordHash } = credential
    return { id: actor.userId, ...person, email, isVerified: verifiedAt !== null, hasPassword: passwordHash !== null }
  })
}
