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
import * as queries from '../queries/proofs.ts'
import * as accounts from '../queries.ts'
import { writeAudit } from './audit.ts'
import { hashSecret, makeProof } from './proofs.ts'

const VERIFY_MS = 3 * 86_400_000

/** Sends the letter (again); `sent` is false for an address that is verified already. */
export async function sendVerification(actor: Actor, now = Date.now()): Promise<{ sent: boolean }> {
  const { userId } = actor
  const credential = await withActor(actor, [], (tx) => accounts.findCredentialByUser(tx, { userId }))
  if (!credential) throw appError('unauthenticated', 'This account is gone. Sign in with another, or sign up.')
  if (credential.verifiedAt !== null) return { sent: false }
  const { email } = credential
  await takePoint('letter-address', hashSecret(email))
  await withActor(actor, [], async (tx) => {
    const { token } = await makeProof(tx, { kind: 'verify', userId, email, now, forMs: VERIFY_MS })
    const letter = verifyLetter({ email, link: `${siteUrl()}/letter/${token}` })
    await queueMail(tx, { to: email, ...letter, at: now, until: now + VERIFY_MS, userId })
  })
  return { sent: true }
}

const NOT_OPEN = {
  used: 'This link was used already: each works once.',
  expired: 'This link has expired: ask for a new letter.',
  unknown: 'This link leads nowhere: open the newest letter, or ask for a new one.',
}

export type LetterView = { kind: 'verify'; email: string }

/** What opening a letter's link would do; nothing is done by looking. */
export async function previewLetter(args: { token: string; ip: string }, now = Date.now()): Promise<LetterView> {
  await takePoint('proof-ip', hashSecret(args.ip))
  const found = await withActor(NOBODY, [], (tx) => queries.findProofByToken(tx, { tokenHash: hashSecret(args.token) }))
  if (found?.kind !== 'verify') throw appError('not_found', NOT_OPEN.unknown)
  if (found.usedAt !== null) throw appError('conflict', NOT_OPEN.used)
  if (found.expiresAt <= now) throw appError('conflict', NOT_OPEN.expired)
  return { kind: 'verify', email: found.email ?? '' }
}

export async function verifyAddress(args: { token: string; ip: string }, now = Date.now()): Promise<{ email: string }> {
  await takePoint('proof-ip', hashSecret(args.ip))
  const tokenHash = hashSecret(args.token)
  const found = await withActor(NOBODY, [], (tx) => queries.findProofByToken(tx, { tokenHash }))
  const userId = found?.kind === 'verify' ? found.userId : null
  if (!userId) throw appError('not_found', NOT_OPEN.unknown)
  const actor: Actor = { userId, sessionId: null }
  return withActor(actor, [], async (tx) => {
    const proof = await queries.takeProofByToken(tx, { tokenHash, kinds: ['verify'], now })
    if (!proof?.email) throw appError('conflict', found?.usedAt ? NOT_OPEN.used : NOT_OPEN.expired)
    const { email } = proof
    const isNew = await accounts.verifyAddress(tx, { userId, email, at: now })
    if (isNew) await writeAudit(tx, actor, now, { action: 'address.verify', subjectId: userId })
    return { email }
  })
}
