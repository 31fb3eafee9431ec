/** SQL on accounts elsewhere that open one here. */
import type { Tx } from '../../../server/db.ts'
import { nameKey } from '../queries.ts'

export async function findOauthUser(tx: Tx, args: { provider: string; subject: string }): Promise<string | null> {
  const [, rows] = await Promise.all([
    nameKey(tx, args.subject),
    tx<{ userId: string }[]>`
      select user_id as "userId" from oauth_account where provider = ${args.provider} and subject = ${args.subject}`,
  ])
  return rows[0]?.userId ?? null
}

/** False when it opens an account already. */
export async function insertOauthAccount(
  tx: Tx,
  args: { provider: string; subject: string; userId: string; at: number },
): Promise<boolean> {
  const rows = await tx`
    insert into oauth_account (provider, subject, user_id, created_at)
    values (${args.provider}, ${args.subject}, ${args.userId}, ${args.at})
    on conflict (provider, subject) do nothing returning 1`
  return rows.length === 1
}

/** Since when an account there opens this one; null for never. */
export async function findOauthSince(tx: Tx, args: { provider: string; userId: string }): Promise<number | null> {
  const [row] = await tx<{ since: number | null }[]>`
    select min(created_at) as since from oauth_account
    where provider = ${args.provider} and user_id = ${args.userId}`
  return row?.since ?? null
}

export async function deleteOauthAccounts(tx: Tx, args: { provider: string; userId: string }): Promise<void> {
  await tx`delete from oauth_account where provider = ${args.provider} and user_id = ${args.userId}`
}
