/**
 * Secrets that are sent in letters. Promises: each is used once, however many use it at the same moment; the table holds
 * hashes, so that whoever reads it can open nothing; one that is unknown, used or expired is told apart only to who
 * holds it.
 */
import { createHash, randomBytes } from 'node:crypto'
import { jobsPool, type Tx } from '../../../server/db.ts'
import { newId } from '../../../shared/id.ts'
import * as queries from '../queries/proofs.ts'

const DAY_MS = 86_400_000

export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex')

export type ProofKind = 'verify'

/** Written in the transaction that queues its letter. Gives what the letter holds. */
export async function makeProof(
  tx: Tx,
  args: { kind: ProofKind; userId: string | null; email: string; now: number; forMs: number },
): Promise<{ token: string }> {
  const token = randomBytes(32).toString('base64url')
  await queries.insertProof(tx, {
    id: newId(),
    kind: args.kind,
    userId: args.userId,
    email: args.email,
    tokenHash: hashSecret(token),
    askHash: null,
    codeHash: null,
    payload: null,
    createdAt: args.now,
    expiresAt: args.now + args.forMs,
  })
  return { token }
}

export async function removeExpiredProofs(now = Date.now()): Promise<void> {
  await queries.deleteExpiredProofs(jobsPool(), { before: now - DAY_MS })
}
