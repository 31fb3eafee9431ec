/** What was set aside: row-level security shows it to the athlete and to who sent it, whatever became of the grant. */
import type { ReservedSql } from 'postgres'

export type QuarantinedMutation = {
  space: string
  principal: string
  mid: string
  name: string
  v: number
  args: unknown
  at: number
  code: string
  message: string
  receivedAt: number
}

/** Newest first. `space` for the athlete's list, `sentBy` for the sender's. */
export async function findQuarantined(
  db: ReservedSql,
  { space, sentBy, limit = 100 }: { space?: string; sentBy?: string; limit?: number },
): Promise<QuarantinedMutation[]> {
  const rows = await db`
    select space_id::text as space, principal::text as principal, mid::text as mid, name, v, args, at, code, message,
      received_at as "receivedAt"
    from sync_quarantine
    where (${space ?? null}::uuid is null or space_id = ${space ?? null}::uuid)
      and (${sentBy ?? null}::uuid is null or principal = ${sentBy ?? null}::uuid)
    order by received_at desc, seq desc limit ${limit}`
  return rows.map(
    (row) =>
      ({
        ...row,
        args: JSON.parse(row.args),
        at: Number(row.at),
        receivedAt: Number(row.receivedAt),
      }) as QuarantinedMutation,
  )
}
