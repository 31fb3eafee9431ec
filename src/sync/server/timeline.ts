/**
 * What was done in a log, for the timeline: the journal that stands in its receipts. Device by device in the order of
 * their numbers, so that what is committed while somebody reads is neither missed nor told twice.
 */
import type { ReservedSql } from 'postgres'
import type { Journal, Told } from '../effects.ts'
import { ASIDE, type TimelineOutput } from '../protocol.ts'

export const TIMELINE_DAYS = 30
const DAY_MS = 86_400_000
const MOST_ENTRIES = 500
/** The code of receipts of what was set aside and applied later. */
export const APPLIED_LATER = 'aside'
/** A page of imports is large: it ends with the entry that passes this. */
const MOST_CHARS = 1_000_000

/** `asideAt`: when it was applied after all. Those come first, in that order. */
export type KeptReceipt = {
  deviceId: string
  seq: number
  mid: string
  actor: string
  journal: Journal
  asideAt?: number | null
}

/** Runs with the space among its subjects. `have`: the last number by device; and when the last was applied later, under `ASIDE`. */
export async function readTimeline(
  db: ReservedSql,
  space: string,
  have: Readonly<Record<string, number>>,
  nowMs: number,
): Promise<TimelineOutput> {
  const [head] = await db`select epoch::text as epoch from sync_epoch where one = 1`
  const rows = await db`
    select r.device_id::text as "deviceId", r.seq, r.mid::text as mid, d.principal::text as actor, r.journal,
      case when r.code = ${APPLIED_LATER} then r.received_at end as "asideAt"
    from sync_receipt r join sync_device d on d.space_id = r.space_id and d.device_id = r.device_id
    where r.space_id = ${space} and r.status = 'applied' and r.journal is not null
      and r.received_at > ${nowMs - TIMELINE_DAYS * DAY_MS}
      and case when r.code = ${APPLIED_LATER} then r.received_at > ${have[ASIDE] ?? 0}
        else r.seq > coalesce((${JSON.stringify(have)}::text::jsonb ->> r.device_id::text)::bigint, 0) end
    order by "asideAt", r.device_id, r.seq limit ${MOST_ENTRIES + 1}`
  const found = rows.map(
    (row) => ({ ...row, seq: Number(row.seq), asideAt: row.asideAt && Number(row.asideAt) }) as unknown as KeptReceipt,
  )
  return { epoch: String(head?.epoch ?? ''), ...timelinePage(found, have) }
}

/** At least one entry, however large. */
export function timelinePage(
  found: readonly KeptReceipt[],
  have: Readonly<Record<string, number>>,
): Omit<TimelineOutput, 'epoch'> {
  const entries: Told[] = []
  const known = { ...have }
  let chars = 0
  for (const { deviceId, seq, mid, actor, journal, asideAt } of found) {
    if (entries.length >= MOST_ENTRIES || chars > MOST_CHARS) break
    const { name, at, ms, undoes = [], effects } = journal
    entries.push({ mid, name, at, stamp: [ms, deviceId, seq], actor, undoes, effects })
    if (asideAt) known[ASIDE] = asideAt
    else known[deviceId] = seq
    chars += JSON.stringify(effects).length
  }
  return { entries, have: known, more: entries.length < found.length }
}
