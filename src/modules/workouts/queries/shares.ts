/** SQL on links. Without being the athlete or naming the token, nobody sees one. */
import type { Tx } from '../../../server/db.ts'
import type { SharedLink } from '../model/shares.ts'

export type SharedView = Pick<SharedLink, 'kind' | 'fromName' | 'document' | 'createdAt'>

export async function findSharedLink(tx: Tx, args: { athleteId: string; token: string }): Promise<SharedView | null> {
  const [, rows] = await Promise.all([
    tx`select set_config('app.lookup', ${args.token}, true)`.execute(),
    tx<SharedView[]>`
      select kind, from_name as "fromName", document, created_at as "createdAt" from shared_link
      where athlete_id = ${args.athleteId} and token = ${args.token} and revoked_at is null and not deleted`,
  ])
  return rows[0] ?? null
}
