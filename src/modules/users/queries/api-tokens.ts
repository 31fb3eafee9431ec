/** SQL on access tokens. */
import type { Tx } from '../../../server/db.ts'
import type { TokenScope } from '../model/api-tokens.ts'
import { nameKey } from '../queries.ts'

export type TokenRow = {
  id: string
  userId: string
  name: string
  tail: string
  scope: TokenScope
  createdAt: number
  lastUsedAt: number | null
}

const columns = (tx: Tx) => tx`
  id, user_id as "userId", name, tail, scope, created_at as "createdAt", last_used_at as "lastUsedAt"`

/** Oldest first. */
export async function findTokens(tx: Tx, args: { userId: string }): Promise<TokenRow[]> {
  return tx<TokenRow[]>`select ${columns(tx)} from api_token where user_id = ${args.userId} order by created_at, id`
}

export async function findToken(tx: Tx, args: { tokenHash: string }): Promise<TokenRow | null> {
  const [, rows] = await Promise.all([
    nameKey(tx, args.tokenHash),
    tx<TokenRow[]>`select ${columns(tx)} from api_token where token_hash = ${args.tokenHash}`,
  ])
  return rows[0] ?? null
}

export async function insertToken(tx: Tx, row: Omit<TokenRow, 'lastUsedAt'> & { tokenHash: string }): Promise<void> {
  await tx`
    insert into api_token (id, user_id, name, token_hash, tail, scope, created_at)
    values (${row.id}, ${row.userId}, ${row.name}, ${row.tokenHash}, ${row.tail}, ${row.scope}, ${row.createdAt})`
}

export async function touchToken(tx: Tx, args: { id: string; userId: string; at: number }): Promise<void> {
  await tx`update api_token set last_used_at = ${args.at} where id = ${args.id} and user_id = ${args.userId}`
}

/** Its name; null when there is none. */
export async function deleteToken(tx: Tx, args: { id: string; userId: string }): Promise<string | null> {
  const [row] = await tx<{ name: string }[]>`
    delete from api_token where id = ${args.id} and user_id = ${args.userId} returning name`
  return row?.name ?? null
}

/** How many there were. */
export async function deleteTokensOf(tx: Tx, args: { userId: string }): Promise<number> {
  return (await tx`delete from api_token where user_id = ${args.userId} returning 1`).length
}
