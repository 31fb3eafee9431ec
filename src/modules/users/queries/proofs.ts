/** SQL on what waits for its proof. */
import type { Sql, Tx } from '../../../server/db.ts'
import { nameKey } from '../queries.ts'

export type ProofRow = {
  id: string
  kind: string
  userId: string | null
  email: string | null
  payload: Record<string, unknown> | null
  expiresAt: number
  usedAt: number | null
}
export type NewProof = Omit<ProofRow, 'usedAt'> & {
  tokenHash: string
  askHash: string | null
  codeHash: string | null
  createdAt: number
}

export async function insertProof(tx: Tx, row: NewProof): Promise<void> {
  await Promise.all([
    nameKey(tx, row.tokenHash),
    tx`
      insert into verification (id, kind, user_id, email, token_hash, ask_hash, code_hash, payload, created_at, expires_at)
      values (${row.id}, ${row.kind}, ${row.userId}, ${row.email}, ${row.tokenHash}, ${row.askHash}, ${row.codeHash},
        ${row.payload && tx.json(row.payload as never)}, ${row.createdAt}, ${row.expiresAt})`.execute(),
  ])
}

/** By the hash of the link's secret, whatever became of it. */
export async function findProofByToken(tx: Tx, args: { tokenHash: string }): Promise<ProofRow | null> {
  const [, rows] = await Promise.all([
    nameKey(tx, args.tokenHash),
    tx<ProofRow[]>`
      select id, kind, user_id as "userId", email, payload, expires_at as "expiresAt", used_at as "usedAt"
      from verification where token_hash = ${args.tokenHash}`,
  ])
  return rows[0] ?? null
}

/** Marks it used; null when it is not open any more. Of two at once one waits for the other and then finds it used. */
export async function takeProofByToken(
  tx: Tx,
  args: { tokenHash: string; kinds: readonly string[]; now: number },
): Promise<ProofRow | null> {
  const [, rows] = await Promise.all([
    nameKey(tx, args.tokenHash),
    tx<ProofRow[]>`
      update verification set used_at = ${args.now}
      where token_hash = ${args.tokenHash} and kind = any (${args.kinds as string[]}) and used_at is null
        and expires_at > ${args.now}
      returning id, kind, user_id as "userId", email, payload, expires_at as "expiresAt", used_at as "usedAt"`,
  ])
  return rows[0] ?? null
}

/** By the jobs' role: a day after its time nobody asks any more why a link does not work. */
export async function deleteExpiredProofs(sql: Sql, args: { before: number }): Promise<void> {
  await sql`delete from verification where expires_at < ${args.before}`
}
