/** What was set aside: row-level security shows it to the athlete and to who sent it, whatever became of the grant. */
import type { ReservedSql } from 'postgres'
import { appError } from '../../shared/errors.ts'
import { type Journal, journalOf } from '../effects.ts'
import type { Mutation } from '../mutation.ts'
import { asideSteps, type Kept } from './aside-steps.ts'
import { withSpace } from './space.ts'
import { failureOf, type Grant } from './steps.ts'
import { APPLIED_LATER } from './timeline.ts'

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

/** Newest first, without what the person who asks has dismissed. `space` for the athlete's list, `sentBy` for the sender's. */
export async function findQuarantined(
  db: ReservedSql,
  { space, sentBy, limit = 100 }: { space?: string; sentBy?: string; limit?: number },
): Promise<QuarantinedMutation[]> {
  const rows = await db`
    select space_id::text as space, principal::text as principal, mid::text as mid, name, v, args, at, code, message,
      received_at as "receivedAt"
    from sync_quarantine
    where not ((select app_actor()) = any (hidden_from))
      and (${space ?? null}::uuid is null or space_id = ${space ?? null}::uuid)
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

export const NO_SUCH = 'There is no such entry among what was set aside: it was applied or dismissed. Reload the list.'

/** Takes it from the list of the person who asks; the other one of the two still sees it, and it is kept. */
export async function dismissQuarantined(
  db: ReservedSql,
  { actor, mid }: { actor: string; mid: string },
): Promise<void> {
  const done = await db`
    update sync_quarantine set hidden_from = array_append(hidden_from, ${actor}::uuid)
    where mid = ${mid} and (space_id = ${actor} or principal = ${actor}) and not (${actor}::uuid = any (hidden_from))
    returning 1`
  if (done.length === 0) throw appError('not_found', NO_SUCH)
}

/** In whose log an entry belongs that this person may see. */
export async function spaceOfQuarantined(
  db: ReservedSql,
  { actor, mid }: { actor: string; mid: string },
): Promise<string> {
  const [found] = await db`
    select space_id::text as space from sync_quarantine
    where mid = ${mid} and (space_id = ${actor} or principal = ${actor}) order by space_id limit 1`
  if (!found) throw appError('not_found', NO_SUCH)
  return String(found.space)
}

/**
 * Runs it once more, with the decisions of aside-steps.ts. Exactly once: behind the space's lock the entry goes and its
 * receipt becomes that of an applied mutation, in the transaction that writes the rows; a phone that sends it again is
 * told that it is done. What fails again changes nothing. `grant`: of who asks.
 */
export async function applyQuarantined(
  db: ReservedSql,
  mutations: ReadonlyMap<string, Mutation>,
  { space, mid, nowMs, grant }: { space: string; mid: string; nowMs: number; grant: Grant },
  steps = asideSteps,
): Promise<void> {
  steps.mayApply(grant)
  await withSpace(db, space, async (writer) => {
    const [found] = await db`
      delete from sync_quarantine where space_id = ${space} and mid = ${mid}
      returning device_id::text as "deviceId", seq, principal::text as principal, name, v, args, at,
        coalesce(ms, least(at, received_at)) as ms`
    if (!found) throw appError('not_found', NO_SUCH)
    const { deviceId, seq } = found
    const numbers = { seq: Number(seq), v: Number(found.v), at: Number(found.at), ms: Number(found.ms) }
    const entry = { ...found, ...numbers, mid, args: JSON.parse(found.args) } as Kept
    const { mutation, args, ctx, stamp } = steps.again(mutations, space, entry)
    let journal: Journal | undefined
    try {
      const writes = await writer.change(mutation.reads(args, ctx), (tx) => mutation.run(tx, args, ctx), {
        stamp,
        who: ctx,
      })
      journal = journalOf(mutation, args, ctx.at, stamp, writes)
    } catch (error) {
      const { message } = failureOf(error)
      throw appError('conflict', message)
    }
    await db`
      insert into sync_receipt (space_id, device_id, seq, mid, status, journal, received_at)
      values (${space}, ${deviceId}, ${seq}, ${mid}, 'applied', ${journal ? JSON.stringify(journal) : null}::text::jsonb, ${nowMs})
      on conflict (space_id, device_id, seq) do update set received_at = excluded.received_at, journal = excluded.journal`
    await db`
      update sync_receipt set message = null, received_at = ${nowMs},
        code = case when device_id = ${deviceId} and seq = ${seq} then ${APPLIED_LATER} end,
        status = case when device_id = ${deviceId} and seq = ${seq} then 'applied' else 'noop' end
      where space_id = ${space} and mid = ${mid} and status = 'quarantined'`
  })
}
