/**
 * Getting in by a letter: a new account, signing in without a password, a new password. Promises: the answers for an
 * address with and without an account are the same and take the same time, and what differs stands in the letter, which
 * only the address's owner reads; a secret works once and for half an hour; only who reads the letter gets in, whatever
 * somebody else typed into a form before.
 */

import { NOBODY, type Tx, withActor } from '../../../server/db.ts'
import { siteUrl } from '../../../server/env.ts'
import { sha256 } from '../../../server/hash.ts'
import { queueMail } from '../../../server/mail/queue.ts'
import { hashPassword } from '../../../server/password.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import * as letters from '../mail/letters.ts'
import { normalEmail } from '../model.ts'
import { bindProof, closeProofs } from '../queries/proofs.ts'
import * as queries from '../queries.ts'
import { insertAccount } from './accounts.ts'
import { writeAudit } from './audit.ts'
import { findProof, makeProof, type Proof, type ProofKind, shownIn, takeProof, whyClosed } from './proofs.ts'
import { announceEnded, beginSession, type NewSession } from './sessions.ts'

const LETTER_MS = 30 * 60_000

/** What the browser that asked keeps: with it, and only there, the letter's code counts. */
export type Asked = { ask: string; expiresAt: number }

type Plan = {
  kind: ProofKind
  /** False where there is nothing to be opened. */
  opens: boolean
  payload?: Record<string, unknown>
  /** The account that the letter goes with, where it is not made yet. */
  futureId?: string
  compose: (way: { link: string; code: string }) => letters.WrittenLetter
}

/** The same statements whether or not the address has an account. */
async function sendLetter(email: string, now: number, plan: (isKnown: boolean) => Plan): Promise<Asked> {
  await takePoint('letter-address', email)
  await takePoint('letter-day', email)
  return withActor(NOBODY, [], async (tx) => {
    const known = await queries.findCredentialByEmail(tx, { email })
    const userId = known?.userId ?? null
    const { kind, opens, payload, futureId, compose } = plan(known !== null)
    const made = await makeProof(tx, { kind, userId, email, payload, opens, now, forMs: LETTER_MS })
    const letter = compose({ link: `${siteUrl()}/letter/${made.token}`, code: made.code })
    await queueMail(tx, { to: email, ...letter, at: now, until: made.expiresAt, userId: userId ?? futureId })
    return { ask: made.ask, expiresAt: made.expiresAt }
  })
}

/** Where there is an account already, its owner is told so and gets in with the same code. */
export async function askSignUp(
  args: { name: string; email: string; password: string; ip: string },
  now = Date.now(),
): Promise<Asked> {
  await takePoint('sign-up-ip', args.ip)
  const email = normalEmail(args.email)
  const passwordHash = await hashPassword(args.password)
  // Known before it is made: the letter that leads to it is deleted with it.
  const futureId = newId()
  const payload = { name: args.name, passwordHash, userId: futureId }
  return sendLetter(email, now, (isKnown) =>
    isKnown
      ? { kind: 'sign-in', opens: true, compose: letters.knownAlreadyLetter }
      : { kind: 'sign-up', opens: true, payload, futureId, compose: letters.signUpLetter },
  )
}

/** A letter that signs in, or one that leads to a new password. An address without an account is told so by letter. */
export async function askLetter(
  args: { kind: 'sign-in' | 'reset'; email: string; ip: string },
  now = Date.now(),
): Promise<Asked> {
  await takePoint('letter-ip', args.ip)
  const { kind } = args
  const compose = kind === 'reset' ? letters.resetLetter : letters.signInLetter
  return sendLetter(normalEmail(args.email), now, (isKnown) => ({
    kind,
    opens: isKnown,
    compose: isKnown ? compose : () => letters.noAccountLetter({ signUp: `${siteUrl()}/sign-up` }),
  }))
}

export type LetterView = { kind: ProofKind; email: string; name: string; isHere: boolean }

/** What opening a letter's link would do; nothing is done by looking. `ask`: what this browser keeps, if it asked. */
export async function previewLetter(
  args: { token: string; ask?: string; ip: string },
  now = Date.now(),
): Promise<LetterView> {
  await takePoint('proof-ip', args.ip)
  const shown = { token: args.token }
  const found = await withActor(NOBODY, [], (tx) => findProof(tx, shown))
  const isOpen = found && found.usedAt === null && found.expiresAt > now
  if (!isOpen) throw whyClosed(shown, found, now)
  const { userId } = found
  const person = userId
    ? await withActor({ userId, sessionId: null }, [], (tx) => queries.findPerson(tx, { id: userId }))
    : null
  return {
    kind: found.kind as ProofKind,
    email: found.email ?? '',
    name: person?.name ?? String(found.payload?.name ?? ''),
    isHere: isAsker(found, args.ask),
  }
}

const isAsker = ({ askHash }: { askHash: string | null }, ask: string | undefined) =>
  Boolean(ask) && askHash === sha256(ask ?? '')

export type EnterArgs = {
  token?: string
  ask?: string
  code?: string
  /** A new one: for a reset, and for an account that is made elsewhere than it was asked for. */
  password?: string
  ip: string
  userAgent: string
}

/** What else waits for its proof opens no session. */
const ENTERING: readonly string[] = ['sign-up', 'sign-in', 'reset'] satisfies ProofKind[]

/** Uses a letter's link or code and signs in. */
export async function enter(args: EnterArgs, now = Date.now()): Promise<NewSession> {
  await takePoint('proof-ip', args.ip)
  const shown = shownIn(args)
  const found = await withActor(NOBODY, [], (tx) => findProof(tx, shown))
  if (!found || !ENTERING.includes(found.kind)) throw whyClosed(shown, null, now)
  const { email } = found
  // Two may have signed up at once: the later one finds an account, and has shown that its address is theirs.
  const existing =
    found.kind === 'sign-up' && email
      ? await withActor(NOBODY, [], (tx) => queries.findCredentialByEmail(tx, { email }))
      : null
  const userId = found.userId ?? existing?.userId ?? String(found.payload?.userId ?? newId())
  const passwordHash = await passwordFor(found, args, existing !== null)
  const actor: Actor = { userId, sessionId: null }
  const entered = await withActor(actor, [userId], async (tx) => {
    const proof = await takeProof(tx, shown, found, now)
    if (!proof) return null
    if (proof.kind === 'sign-up' && !existing) {
      const name = String(proof.payload?.name ?? '')
      await insertAccount(tx, actor, { name, email: proof.email ?? '', passwordHash, verifiedAt: now }, now)
      await bindProof(tx, { id: proof.id, userId })
      const session = await beginSession(tx, { userId, userAgent: args.userAgent, madeBy: 'sign-up', now })
      return { session, ended: [] }
    }
    await bindProof(tx, { id: proof.id, userId })
    const ended = await letIn(tx, actor, proof, passwordHash, now)
    const madeBy = proof.kind === 'reset' ? 'reset' : 'letter'
    return { session: await beginSession(tx, { userId, userAgent: args.userAgent, madeBy, now }), ended }
  })
  if (!entered) throw whyClosed(shown, await withActor(NOBODY, [], (tx) => findProof(tx, shown)), now)
  await announceEnded(entered.ended)
  return entered.session
}

/** Null where the password stays as it is. */
async function passwordFor(
  found: Proof & { askHash: string | null },
  args: EnterArgs,
  hasAccount: boolean,
): Promise<string | null> {
  if (found.kind === 'sign-in' || hasAccount) return null
  // Somebody else may have typed this address and a password of theirs: whoever opens the letter elsewhere chooses one.
  const isHere = !args.token || isAsker(found, args.ask)
  if (found.kind === 'sign-up' && isHere) return String(found.payload?.passwordHash ?? '') || null
  if (!args.password) throw appError('bad_input', 'The new password is missing: choose one.')
  return hashPassword(args.password)
}

/** Into an account that is there. Gives the sessions that ended by it. */
async function letIn(tx: Tx, actor: Actor, proof: Proof, passwordHash: string | null, now: number): Promise<string[]> {
  const { userId } = actor
  const isFirstProof = await queries.verifyAddress(tx, { userId, email: proof.email ?? '', at: now })
  const isReset = proof.kind === 'reset'
  // Until now nobody had shown that the address is theirs: a password of before may be somebody else's.
  if (!isReset && !isFirstProof) return []
  const ended = await queries.revokeSessions(tx, { userId, at: now })
  // Whoever was in the account may have made themselves one.
  await queries.deleteTokensOf(tx, { userId })
  await queries.updatePassword(tx, { userId, passwordHash, at: now })
  await closeProofs(tx, { userId, now })
  const after = { endedSessions: ended.length }
  await writeAudit(tx, actor, now, ...(isFirstProof ? [{ action: 'address.verify', subjectId: userId }] : []), {
    action: isReset ? 'password.reset' : 'password.drop',
    subjectId: userId,
    after,
  })
  return ended
}
