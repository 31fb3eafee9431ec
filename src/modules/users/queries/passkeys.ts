/** SQL on passkeys. */
import type { Tx } from '../../../server/db.ts'
import { nameKey } from '../queries.ts'

export type PasskeyRow = {
  id: string
  userId: string
  publicKey: string
  counter: number
  transports: string[]
  name: string
  backedUp: boolean
  createdAt: number
  lastUsedAt: number | null
}

const columns = (tx: Tx) => tx`
  id, user_id as "userId", public_key as "publicKey", counter, transports, name, backed_up as "backedUp",
  created_at as "createdAt", last_used_at as "lastUsedAt"`

export async function findPasskeys(tx: Tx, args: { userId: string }): Promise<PasskeyRow[]> {
  return tx<PasskeyRow[]>`select ${columns(tx)} from passkey where user_id = ${args.userId} order by created_at, id`
}

export async function findPasskey(tx: Tx, args: { id: string }): Promise<PasskeyRow | null> {
  const [, rows] = await Promise.all([
    nameKey(tx, args.id),
    tx<PasskeyRow[]>`select ${columns(tx)} from passkey where id = ${args.id}`,
  ])
  return rows[0] ?? null
}

/** False when it is somebody's already. */
export async function insertPasskey(tx: Tx, row: Omit<PasskeyRow, 'lastUsedAt'>): Promise<boolean> {
  const rows = await tx`
    insert into passkey (id, user_id, public_key, counter, transports, name, backed_up, created_at)
    values (${row.id}, ${row.userId}, ${row.publicKey}, ${row.counter}, ${tx.json(row.transports)}, ${row.name},
      ${row.backedUp}, ${row.createdAt})
    on conflict (id) do nothing returning 1`
  return rows.length === 1
}

/** False when a later count was noted meanwhile: two answers of one key at once, or of a copy. */
export async function notePasskeyUse(
  tx: Tx,
  args: { id: string; userId: string; counter: number; backedUp: boolean; at: number },
): Promise<boolean> {
  const rows = await tx`
    update passkey set counter = ${args.counter}, backed_up = ${args.backedUp}, last_used_at = ${args.at}
    where id = ${args.id} and user_id = ${args.userId} and (counter < ${args.counter} or ${args.counter} = 0) returning 1`
  return rows.length === 1
}

export async function renamePasskey(tx: Tx, args: { id: string; userId: string; name: string }): Promise<boolean> {
  const rows = await tx`
    update passkey set name = ${args.name} where id = ${args.id} and user_id = ${args.userId} returning 1`
  return rows.length === 1
}

export async function deletePasskey(tx: Tx, args: { id: string; userId: string }): Promise<string | null> {
  const [row] = await tx<{ name: string }[]>`
    delete from passkey where id = ${args.id} and user_id = ${args.userId} returning name`
  return row?.name ?? null
}
