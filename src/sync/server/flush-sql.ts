/**
 * The flush of a push in one statement: every changed row, its version, receipts, device, what is set aside, dirty days
 * and jobs. One text per set of touched collections, and one for each alone with a single row.
 */
import { isWhole } from '../merge.ts'
import type { Change } from '../view.ts'
import type { Statement } from './load-sql.ts'
import { type Rows, rowsFrom } from './rows-sql.ts'
import type { Flush } from './store.ts'
import { columnOf, quoteText, type SyncedTable, type SyncedTables, tableOf } from './synced-tables.ts'

/** `raisedTo`: the version that the lock has written already. */
export function buildFlush(tables: SyncedTables, space: string, flush: Flush, raisedTo?: number): Statement {
  const values: unknown[] = [space, flush.version, flush.nowMs]
  const steps: string[] = []
  const isSingle = flush.changes.length <= 1 && flush.receipts.length <= 1 && flush.jobs.length <= 1
  const rows = rowsFrom(values, isSingle)
  const whole = flush.changes.filter(({ row }) => isWhole(row))
  const parts = flush.changes.filter(({ row }) => !isWhole(row))

  for (const [entity, changes] of groupByEntity(whole)) {
    steps.push(writeRows(tableOf(tables, entity), changes, rows))
    steps.push(writeVersions(entity, changes, rows))
  }
  const completed = whole.filter(({ before }) => before && !isWhole(before))
  if (completed.length > 0) {
    const keys = completed.map(({ entity, row }) => ({ entity, id: row.id }))
    steps.push(`delete from sync_part p using ${rows(PART_KEY, keys)}
where p.space_id = $1 and p.entity = r.entity and p.id = r.id`)
  }
  if (parts.length > 0) steps.push(writeParts(parts, rows))
  steps.push(...dirtyDays(tables, whole, values))
  steps.push(...bookkeeping(flush, rows))

  const named = steps.map((step, i) => `s${i} as (${step})`)
  // Whether or not the version is written here: every parameter of the statement has its type.
  const last =
    flush.version === raisedTo
      ? 'select $2::bigint, $3::bigint'
      : 'update sync_space set version = $2::bigint where space_id = $1::uuid and $3::bigint > 0'
  return { text: `with ${named.join(',\n')}\n${last}`, values }
}

function groupByEntity(changes: readonly Change[]): [string, Change[]][] {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const group = groups.get(change.entity)
    if (group) group.push(change)
    else groups.set(change.entity, [change])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

function writeRows(table: SyncedTable, changes: readonly Change[], rows: Rows): string {
  const source = rows(
    table.stored,
    changes.map(({ row }) => ({ ...row.data, $stamps: row.stamps, $deleted: row.deleted })),
  )
  return `insert into ${table.table} (athlete_id, ${table.written.join(', ')})
select $1::uuid, r.* from ${source}
on conflict (athlete_id, id) do update set ${table.updates}`
}

const VERSION = { id: 'text', deleted: 'boolean' }
function writeVersions(entity: string, changes: readonly Change[], rows: Rows): string {
  const source = rows(
    VERSION,
    changes.map(({ row: { id, deleted } }) => ({ id, deleted })),
  )
  return `insert into sync_row (space_id, entity, id, row_version, deleted, deleted_at)
select $1::uuid, ${quoteText(entity)}, r.id, $2::bigint, r.deleted, case when r.deleted then $3::bigint end from ${source}
on conflict (space_id, entity, id) do update set row_version = excluded.row_version, deleted = excluded.deleted, forgotten = false,
deleted_at = case when excluded.deleted then coalesce(sync_row.deleted_at, excluded.deleted_at) end`
}

const PART_KEY = { entity: 'text', id: 'text' }
const PART = { ...PART_KEY, data: 'jsonb', stamps: 'jsonb', deleted: 'boolean' }
function writeParts(parts: readonly Change[], rows: Rows): string {
  const source = rows(
    PART,
    parts.map(({ entity, row }) => ({ ...row, entity })),
  )
  return `insert into sync_part (space_id, entity, id, data, stamps, deleted)
select $1::uuid, r.* from ${source}
on conflict (space_id, entity, id) do update set data = excluded.data, stamps = excluded.stamps, deleted = excluded.deleted`
}

/**
 * A day is dirty when a row of it changed, or moved into or out of it. Children count for their parent's day, and what
 * children are read by (an athlete's own exercise) for every day that holds such a child.
 */
function dirtyDays(tables: SyncedTables, changes: readonly Change[], values: unknown[]): string[] {
  const days = new Set<unknown>()
  const parents = new Map<string, Set<unknown>>()
  for (const { entity, row, before } of changes) {
    const { dated, parent } = tableOf(tables, entity).collection
    for (const data of [row.data, before?.data]) {
      if (!data) continue
      if (dated) days.add(data[dated])
      // What there was before may be a part that does not say whose child it is.
      else if (parent && data[parent.by] !== undefined) {
        const ids = parents.get(parent.collection) ?? new Set()
        parents.set(parent.collection, ids.add(data[parent.by]))
      }
    }
  }
  const sources: string[] = []
  const known = [...days].filter((day) => day !== null && day !== undefined)
  if (known.length > 0) sources.push(`select unnest($${values.push(known)}::integer[]) as day`)
  for (const [entity, ids] of [...parents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const table = tables.get(entity)
    if (!table?.collection.dated) continue
    const { column } = columnOf(table, table.collection.dated)
    sources.push(
      `select ${column} as day from ${table.table} where athlete_id = $1::uuid and ${column} is not null and id = any($${values.push([...ids])}::text[])`,
    )
  }
  for (const [entity, changed] of groupByEntity(changes)) {
    for (const table of tables.values()) {
      if (table.collection.readBy?.collection === entity)
        sources.push(daysReadBy(tables, table, `$${values.push(changed.map(({ row }) => row.id))}::text[]`))
    }
  }
  if (sources.length === 0) return []
  return [
    `insert into dirty_day (athlete_id, day, version) select distinct $1::uuid, d.day, $2::bigint from (${sources.join(' union ')}) d
on conflict (athlete_id, day) do update set version = excluded.version`,
  ]
}

function daysReadBy(tables: SyncedTables, child: SyncedTable, ids: string): string {
  const { parent, readBy } = child.collection
  if (!parent || !readBy) throw new Error(`${child.entity} lies on no day.`)
  const days = tableOf(tables, parent.collection)
  const { column: day } = columnOf(days, days.collection.dated ?? '')
  const { column: parentId } = columnOf(child, parent.by)
  const { column: by } = columnOf(child, readBy.by)
  return `select d.${day} as day from ${child.table} c join ${days.table} d on d.athlete_id = c.athlete_id and d.id = c.${parentId}
where c.athlete_id = $1::uuid and c.${by} = any(${ids})`
}

const RECEIPT = {
  ...{ deviceId: 'uuid', seq: 'bigint', mid: 'uuid', status: 'text', code: 'text', message: 'text' },
  journal: 'jsonb',
}
const DEVICE = {
  deviceId: 'uuid',
  principal: 'uuid',
  lastSeq: 'bigint',
  lastMs: 'bigint',
  schemaV: 'integer',
  build: 'text',
}
const SET_ASIDE = {
  ...{ deviceId: 'uuid', seq: 'bigint', mid: 'uuid', name: 'text', v: 'integer', args: 'text', at: 'bigint' },
  ...{ ms: 'bigint', code: 'text', message: 'text' },
}
const JOB = { task: 'text', payload: 'jsonb' }

function bookkeeping(flush: Flush, rows: Rows): string[] {
  const steps: string[] = []
  if (flush.receipts.length > 0) {
    steps.push(`insert into sync_receipt (space_id, device_id, seq, mid, status, code, message, journal, received_at)
select $1::uuid, r.*, $3::bigint from ${rows(RECEIPT, flush.receipts)}`)
  }
  if (flush.device) {
    steps.push(`insert into sync_device (space_id, device_id, principal, last_seq, last_ms, schema_v, build, seen_at)
select $1::uuid, r.*, $3::bigint from ${rows(DEVICE, [flush.device])}
on conflict (space_id, device_id) do update set last_seq = excluded.last_seq, last_ms = excluded.last_ms,
schema_v = excluded.schema_v, build = excluded.build, seen_at = excluded.seen_at`)
  }
  if (flush.quarantined.length > 0) {
    const kept = flush.quarantined.map((item) => ({ ...item, args: JSON.stringify(item.args ?? null) }))
    steps.push(`insert into sync_quarantine (space_id, device_id, seq, mid, principal, name, v, args, at, ms, code, message, received_at)
select $1::uuid, r."deviceId", r.seq, r.mid, (select app_actor()), r.name, r.v, r.args, r.at, r.ms, r.code, r.message, $3::bigint
from ${rows(SET_ASIDE, kept)}`)
  }
  if (flush.jobs.length > 0) {
    steps.push(`insert into job_intent (athlete_id, task, payload, created_at)
select $1::uuid, r.task, r.payload, $3::bigint from ${rows(JOB, flush.jobs)}`)
  }
  return steps
}
