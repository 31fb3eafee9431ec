/**
 * Whether letters to an account's address arrive. Promise: an address counts as verified only when the secret of a
 * letter to this very address came back; without it the account works all the same.
 */
import { NOBODY, withActor } from '../../../server/db.ts'
import { siteUrl } from '../../../server/env.ts'
import { queueMail } from '../../../server/mail/queue.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { verifyLetter } from '../mail/letters.ts'
import * as queries from '../queries.ts'
import { writeAudit } from './audit.ts'
import { findProof, makeProof, takeProof, whyClosed } from './proofs.ts'

const VERIFY_MS = 3 * 86_400_000

/** Sends the letter (again); `sent` is false for an address that is verified already. */
export async function sendVerification(actor: Actor, now = Date.now()): Promise<{ sent: boolean }> {
  const { userId } = actor
  const credential = await withActor(actor, [], (tx) => queries.findCredentialByUser(tx, { userId }))
  if (!credential) throw appError('unauthenticated', 'This account is gone. Sign in with another, or sign up.')
  if (credential.verifiedAt !== null) return { sent: false }
  const { email } = credential
  await takePoint('letter-address', email)
  await withActor(actor, [], async (tx) => {
    const { token } = await makeProof(tx, { kind: 'verify', userId, email, opens: false, now, forMs: VERIFY_MS })
    const letter = verifyLetter({ email, link: `${siteUrl()}/letter/${token}` })
    await queueMail(tx, { to: email, ...letter, at: now, until: now + VERIFY_MS, userId })
  })
  return { sent: true }
}

export async function verifyAddress(args: { token: string; ip: string }, now = Date.now()): Promise<{ email: string }> {
  await takePoint('proof-ip', args.ip)
  const shown = { token: args.token }
  const found = await withActor(NOBODY, [], (tx) => findProof(tx, shown))
  if (found?.kind !== 'verify' || !found.userId) throw whyClosed(shown, null, now)
  const { userId } = found
  const actor: Actor = { userId, sessionId: null }
  return withActor(actor, [], async (tx) => {
    const proof = await takeProof(tx, shown, found, now)
    // Used in this very moment, where it was still open when it was looked at.
    if (!proof?.email) throw whyClosed(shown, { ...found, usedAt: found.expiresAt > now ? now : found.usedAt }, now)
    const { email } = proof
    const isNew = await queries.verifyAddress(tx, { userId, email, at: now })
    if (isNew) await writeAudit(tx, actor, now, { action: 'address.verify', subjectId: userId })
    return { email }
  })
}
