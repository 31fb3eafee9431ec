/** SQL on what waits for its proof. */
import type { Sql, Tx } from '../../../server/db.ts'
import { nameKey } from '../queries.ts'

export type ProofRow = {
  id: string
  kind: string
  userId: string | null
  email: string | null
  payload: Record<string, unknown> | null
  attempts: number
  expiresAt: number
  usedAt: number | null
}
export type NewProof = Omit<ProofRow, 'usedAt' | 'attempts'> & {
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

/** What names a proof: the hash of the link's secret, or of what the browser keeps that asked for the letter. */
export type ProofKey = { tokenHash: string } | { askHash: string }
const hashOf = (key: ProofKey) => ('tokenHash' in key ? key.tokenHash : key.askHash)

/** Whatever became of it. */
export async function findProof(tx: Tx, key: ProofKey): Promise<(ProofRow & { askHash: string | null }) | null> {
  const hash = hashOf(key)
  const [, rows] = await Promise.all([
    nameKey(tx, hash),
    tx<(ProofRow & { askHash: string | null })[]>`
      select id, kind, user_id as "userId", email, payload, attempts, expires_at as "expiresAt", used_at as "usedAt",
        ask_hash as "askHash"
      from verification where token_hash = ${hash} or ask_hash = ${hash}`,
  ])
  return rows[0] ?? null
}

/**
 * Marks it used; null when it is not open any more, or the code is wrong, which is counted. Of two at once one waits for
 * the other and then finds it used. `codeHash` goes with a browser's key, and only with it.
 */
export async function takeProof(
  tx: Tx,
  key: ProofKey,
  args: { kinds: readonly string[]; codeHash: string | null; mostAttempts: number; now: number },
): Promise<ProofRow | null> {
  const byCode = 'askHash' in key
  const hash = hashOf(key)
  const [, rows] = await Promise.all([
    nameKey(tx, hash),
    tx<ProofRow[]>`
      update verification set
        used_at = case when ${!byCode} or coalesce(code_hash = ${args.codeHash}, false) then ${args.now}::bigint end,
        attempts = attempts + case when ${!byCode} or coalesce(code_hash = ${args.codeHash}, false) then 0 else 1 end
      where case when ${byCode} then ask_hash else token_hash end = ${hash}
        and kind = any (${args.kinds as string[]}) and used_at is null and expires_at > ${args.now}
        and (${!byCode} or attempts < ${args.mostAttempts})
      returning id, kind, user_id as "userId", email, payload, attempts, expires_at as "expiresAt", used_at as "usedAt"`,
  ])
  const [taken] = rows
  return taken?.usedAt ? taken : null
}

/** A proof that was asked for before there was an account: from now on it goes with that, and holds no more than it needs. */
export async function bindProof(tx: Tx, args: { id: string; userId: string }): Promise<void> {
  await tx`update verification set user_id = ${args.userId}, payload = null where id = ${args.id}`
}

/** What else waits for this person's proof leads nowhere from now on. */
export async function closeProofs(tx: Tx, args: { userId: string; now: number }): Promise<void> {
  await tx`update verification set used_at = ${args.now} where user_id = ${args.userId} and used_at is null`
}

/** By the jobs' role: a day after its time nobody asks any more why a link does not work. */
export async function deleteExpiredProofs(sql: Sql, args: { before: number }): Promise<void> {
  await sql`delete from verification where expires_at < ${args.before}`
}
