/**
 * Secrets that are sent in letters. Promises: each is used once, however many use it at the same moment; the table holds
 * hashes, so that whoever reads it can open nothing; one that is unknown, used or expired is told apart only to who
 * holds it. A letter's code counts only in the browser that asked for it, and five wrong ones end it.
 */

import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { jobsPool, type Tx } from '../../../server/db.ts'
import { env } from '../../../server/env.ts'
import { sha256 } from '../../../server/hash.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import * as queries from '../queries/proofs.ts'

const DAY_MS = 86_400_000
const MOST_WRONG_CODES = 5

/** Six digits alone could be tried out by whoever holds the table. */
const hashCode = (id: string, code: string) =>
  createHmac('sha256', env().SESSION_SECRET).update(`${id} ${code}`).digest('hex')

/** Whose address it is (`verify`), another one (`address`), a new account, getting in, a new password. */
export type ProofKind = 'verify' | 'address' | 'sign-up' | 'sign-in' | 'reset'
export type Proof = queries.ProofRow

/** In the letter: `token` in its link, `code` to be typed. In the browser that asked: `ask`. */
export type MadeProof = { token: string; code: string; ask: string; expiresAt: number }

/** Written in the transaction that queues its letter. */
export async function makeProof(
  tx: Tx,
  args: {
    kind: ProofKind
    userId: string | null
    email: string
    payload?: Record<string, unknown>
    /** False for a letter whose code opens nothing. */
    opens?: boolean
    now: number
    forMs: number
  },
): Promise<MadeProof> {
  const [token, ask] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const id = newId()
  const expiresAt = args.now + args.forMs
  await queries.insertProof(tx, {
    id,
    kind: args.kind,
    userId: args.userId,
    email: args.email,
    tokenHash: sha256(token),
    askHash: sha256(ask),
    codeHash: args.opens === false ? null : hashCode(id, code),
    payload: args.payload ?? null,
    createdAt: args.now,
    expiresAt,
  })
  return { token, code, ask, expiresAt }
}

type Challenge = { kind: 'passkey-add' | 'passkey-sign-in'; userId: string | null; challenge: string; now: number }

export async function keepChallenge(tx: Tx, args: Challenge & { forMs: number }): Promise<void> {
  const { kind, userId, challenge, now } = args
  await queries.insertProof(tx, {
    ...{ id: newId(), kind, userId, email: null, tokenHash: sha256(challenge), askHash: null, codeHash: null },
    ...{ payload: null, createdAt: now, expiresAt: now + args.forMs },
  })
}

/** False for one that was never given to this person, was answered already, or is too old. */
export async function takeChallenge(tx: Tx, { kind, userId, challenge, now }: Challenge): Promise<boolean> {
  const key = { tokenHash: sha256(challenge) }
  const taken = await queries.takeProof(tx, key, { kinds: [kind], codeHash: null, mostAttempts: 0, now })
  return taken !== null && taken.userId === userId
}

/** A link's secret, or what the asking browser keeps with the code that was typed there. */
export type Shown = { token: string } | { ask: string; code: string }

export function shownIn({ token, ask, code }: { token?: string; ask?: string; code?: string }): Shown {
  if (token) return { token }
  if (ask && code) return { ask, code }
  throw appError('bad_input', 'The code is missing: type the six digits of the letter.')
}

const keyOf = (shown: Shown) => ('token' in shown ? { tokenHash: sha256(shown.token) } : { askHash: sha256(shown.ask) })

/** Looking is not using; null for one that nobody made. */
export async function findProof(tx: Tx, shown: Shown): Promise<(Proof & { askHash: string | null }) | null> {
  return queries.findProof(tx, keyOf(shown))
}

/** Null when it does not open: the transaction goes on, since a wrong code has to be counted. */
export async function takeProof(tx: Tx, shown: Shown, proof: Proof, now: number): Promise<Proof | null> {
  return queries.takeProof(tx, keyOf(shown), {
    kinds: [proof.kind],
    codeHash: 'code' in shown ? hashCode(proof.id, shown.code.replace(/\D/g, '')) : null,
    mostAttempts: MOST_WRONG_CODES,
    now,
  })
}

/** Why it does not open, for who holds it. */
export function whyClosed(shown: Shown, proof: Proof | null, now: number): Error {
  if (!proof) return appError('not_found', 'This link leads nowhere: open the newest letter, or ask for a new one.')
  const what = 'token' in shown ? 'link' : 'code'
  if (proof.usedAt !== null) return appError('conflict', `This ${what} was used already: each works once.`)
  if (proof.expiresAt <= now) return appError('conflict', `This ${what} has expired: ask for a new letter.`)
  if (proof.attempts >= MOST_WRONG_CODES) {
    return appError('conflict', 'That was a wrong code once too often: ask for a new letter.')
  }
  return appError('bad_input', 'The code is not the one of the newest letter. Check it and try again.')
}

export async function removeExpiredProofs(now = Date.now()): Promise<void> {
  await queries.deleteExpiredProofs(jobsPool(), { before: now - DAY_MS })
}
