/**
 * Another address for an account. Promises: it changes only when the letter to the new address came back, in a browser
 * that is signed in to this account, so that nobody puts their account under somebody else's address; the answers for a
 * free address and a taken one are the same, and only the letter differs; the old address is told, and what was sent
 * there opens nothing any more. Signed-in devices stay: who is being robbed of the account still has theirs.
 */
import { type Tx, withActor } from '../../../server/db.ts'
import { siteUrl } from '../../../server/env.ts'
import { queueMail } from '../../../server/mail/queue.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import * as letters from '../mail/address-change.ts'
import { normalEmail } from '../model.ts'
import { closeProofs } from '../queries/proofs.ts'
import * as queries from '../queries.ts'
import { writeAudit } from './audit.ts'
import type { Asked } from './by-letter.ts'
import { findProof, makeProof, shownIn, takeProof, whyClosed } from './proofs.ts'
import { mustBeThem } from './reauthentication.ts'

const LETTER_MS = 30 * 60_000

const TAKEN = 'This address has a Spotter account by now, so nothing was changed. Use another address.'
const OTHERS =
  'This letter was asked for in another account than the one that is signed in here: type its code where you asked for it.'

/** Sends the letter to the new address. Where that has an account, the letter says so and opens nothing. */
export async function askAddressChange(
  actor: Actor,
  args: { email: string; password?: string | undefined; ip: string },
  now = Date.now(),
): Promise<Asked> {
  const { userId } = actor
  const email = normalEmail(args.email)
  await mustBeThem(actor, args.password, now)
  await takePoint('letter-ip', args.ip)
  await takePoint('letter-address', email)
  await takePoint('letter-day', email)
  return withActor(actor, [], async (tx) => {
    const known = await queries.findCredentialByEmail(tx, { email })
    if (known?.userId === userId) {
      throw appError('bad_input', 'That is the address you have: type the new one.', { field: 'email' })
    }
    const made = await makeProof(tx, { kind: 'address', userId, email, opens: !known, now, forMs: LETTER_MS })
    const letter = known
      ? letters.takenAddressLetter({ site: siteUrl() })
      : letters.newAddressLetter({ link: `${siteUrl()}/letter/${made.token}`, code: made.code })
    await queueMail(tx, { to: email, ...letter, at: now, until: made.expiresAt, userId })
    return { ask: made.ask, expiresAt: made.expiresAt }
  })
}

/** By the letter's link, or by its code where it was asked for. */
export async function changeAddress(
  actor: Actor,
  args: { token?: string; ask?: string; code?: string; ip: string },
  now = Date.now(),
): Promise<{ email: string }> {
  await takePoint('proof-ip', args.ip)
  const { userId } = actor
  const shown = shownIn(args)
  const found = await withActor(actor, [], (tx) => findProof(tx, shown))
  if (found?.kind !== 'address' || !found.email) throw whyClosed(shown, null, now)
  if (found.userId !== userId) throw appError('forbidden', OTHERS)
  const { email } = found
  const isChanged = await withActor(actor, [], async (tx) => {
    const proof = await takeProof(tx, shown, found, now)
    if (proof) await moveTo(tx, actor, email, now)
    return proof !== null
  })
  if (!isChanged) throw whyClosed(shown, await withActor(actor, [], (tx) => findProof(tx, shown)), now)
  return { email }
}

async function moveTo(tx: Tx, actor: Actor, email: string, now: number): Promise<void> {
  const { userId } = actor
  const before = await queries.findCredentialByUser(tx, { userId })
  if (!before) throw appError('unauthenticated', 'This account is gone. Sign in with another, or sign up.')
  const isMoved = await queries.updateAddress(tx, { userId, email, at: now })
  if (!isMoved) throw appError('conflict', TAKEN)
  await closeProofs(tx, { userId, now })
  await writeAudit(tx, actor, now, { action: 'address.change', subjectId: userId })
  await queueMail(tx, { to: before.email, ...letters.oldAddressLetter({ site: siteUrl() }), at: now, userId })
}
