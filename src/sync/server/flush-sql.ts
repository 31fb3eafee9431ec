/**
 * The flush of a push in one statement: every changed row, its version, receipts, device, what is set aside, dirty days
 * and jobs. One text per set of touched collections; the rows travel as JSON.
 */
import { isWhole } from '../merge.ts'
import type { Change } from '../view.ts'
import type { Statement } from './load-sql.ts'
import type { Flush } from './store.ts'
import { columnOf, quoteName, type SyncedTable, type SyncedTables, tableOf } from './synced-tables.ts'

export function buildFlush(tables: SyncedTables, space: string, flush: Flush): Statement {
  const values: unknown[] = [space, flush.version, flush.nowMs]
  const steps: string[] = []
  const json = (rows: unknown) => `$${values.push(JSON.stringify(rows))}::text::jsonb`
  const whole = flush.changes.filter(({ row }) => isWhole(row))
  const parts = flush.changes.filter(({ row }) => !isWhole(row))

  for (const [entity, changes] of groupByEntity(whole)) {
    const rows = changes.map(({ row }) => ({ ...row.data, $stamps: row.stamps, $deleted: row.deleted }))
    steps.push(writeRows(tableOf(tables, entity), json(rows)))
  }
  if (whole.length > 0) {
    steps.push(writeVersions(json(whole.map(({ entity, row }) => ({ e: entity, i: row.id, d: row.deleted })))))
    const completed = whole.filter(({ before }) => before && !isWhole(before))
    if (completed.length > 0) {
      steps.push(`delete from sync_part p using jsonb_to_recordset(${json(completed.map(({ entity, row }) => ({ e: entity, i: row.id })))}) as r(e text, i text)
where p.space_id = $1 and p.entity = r.e and p.id = r.i`)
    }
  }
  if (parts.length > 0) steps.push(writeParts(json(parts.map(({ entity, row }) => ({ ...row, entity })))))
  steps.push(...dirtyDays(tables, whole, json))
  steps.push(...bookkeeping(flush, json))

  const named = steps.map((step, i) => `s${i} as (${step})`)
  // The version is written whether or not it moved: every parameter of the statement keeps its type.
  return {
    text: `with ${named.join(',\n')}\nupdate sync_space set version = $2::bigint where space_id = $1::uuid and $3::bigint > 0`,
    values,
  }
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

function writeRows(table: SyncedTable, rows: string): string {
  const columns = table.columns.map(({ column }) => column)
  const typed = table.columns.map(({ field, type }) => `${quoteName(field)} ${type}`)
  const updates = [...columns.slice(1), 'stamps', 'deleted'].map((column) => `${column} = excluded.${column}`)
  return `insert into ${table.table} (athlete_id, ${columns.join(', ')}, stamps, deleted)
select $1::uuid, r.* from jsonb_to_recordset(${rows}) as r(${typed.join(', ')}, "$stamps" jsonb, "$deleted" boolean)
on conflict (athlete_id, id) do update set ${updates.join(', ')}`
}

function writeVersions(rows: string): string {
  return `insert into sync_row (space_id, entity, id, row_version, deleted, deleted_at)
select $1::uuid, r.e, r.i, $2::bigint, r.d, case when r.d then $3::bigint end from jsonb_to_recordset(${rows}) as r(e text, i text, d boolean)
on conflict (space_id, entity, id) do update set row_version = excluded.row_version, deleted = excluded.deleted,
deleted_at = case when excluded.deleted then coalesce(sync_row.deleted_at, excluded.deleted_at) end`
}

function writeParts(rows: string): string {
  return `insert into sync_part (space_id, entity, id, data, stamps, deleted)
select $1::uuid, r.* from jsonb_to_recordset(${rows}) as r(entity text, id text, data jsonb, stamps jsonb, deleted boolean)
on conflict (space_id, entity, id) do update set data = excluded.data, stamps = excluded.stamps, deleted = excluded.deleted`
}

/**
 * A day is dirty when a row of it changed, or moved into or out of it. Children count for their parent's day, and what
 * children are read by (an athlete's own exercise) for every day that holds such a child.
 */
function dirtyDays(tables: SyncedTables, changes: readonly Change[], json: (rows: unknown) => string): string[] {
  const days = new Set<unknown>()
  const parents = new Map<string, Set<unknown>>()
  for (const { entity, row, before } of changes) {
    const { dated, parent } = tableOf(tables, entity).collection
    for (const data of [row.data, before?.data]) {
      if (!data) continue
      if (dated) days.add(data[dated])
      else if (parent) {
        const ids = parents.get(parent.collection) ?? new Set()
        parents.set(parent.collection, ids.add(data[parent.by]))
      }
    }
  }
  const sources: string[] = []
  const known = [...days].filter((day) => day !== null && day !== undefined)
  if (known.length > 0) sources.push(`select value::integer as day from jsonb_array_elements_text(${json(known)})`)
  for (const [entity, ids] of [...parents].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const table = tables.get(entity)
    if (!table?.collection.dated) continue
    const { column } = columnOf(table, table.collection.dated)
    sources.push(
      `select ${column} as day from ${table.table} where athlete_id = $1::uuid and ${column} is not null and id = any(array(select jsonb_array_elements_text(${json([...ids])})))`,
    )
  }
  for (const [entity, changed] of groupByEntity(changes)) {
    for (const table of tables.values()) {
      if (table.collection.readBy?.collection === entity)
        sources.push(daysReadBy(tables, table, json(changed.map(({ row }) => row.id))))
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
where c.athlete_id = $1::uuid and c.${by} = any(array(select jsonb_array_elements_text(${ids})))`
}

function bookkeeping(flush: Flush, json: (rows: unknown) => string): string[] {
  const steps: string[] = []
  if (flush.receipts.length > 0) {
    steps.push(`insert into sync_receipt (space_id, device_id, seq, mid, status, code, message, received_at)
select $1::uuid, r.*, $3::bigint from jsonb_to_recordset(${json(flush.receipts)}) as r("deviceId" uuid, seq bigint, mid uuid, status text, code text, message text)`)
  }
  if (flush.device) {
    steps.push(`insert into sync_device (space_id, device_id, principal, last_seq, last_ms, schema_v, build, seen_at)
select $1::uuid, r.*, $3::bigint from jsonb_to_record(${json(flush.device)}) as r("deviceId" uuid, principal uuid, "lastSeq" bigint, "lastMs" bigint, "schemaV" integer, build text)
on conflict (space_id, device_id) do update set last_seq = excluded.last_seq, last_ms = excluded.last_ms,
schema_v = excluded.schema_v, build = excluded.build, seen_at = excluded.seen_at`)
  }
  if (flush.quarantined.length > 0) {
    const rows = flush.quarantined.map((item) => ({ ...item, args: JSON.stringify(item.args ?? null) }))
    steps.push(`insert into sync_quarantine (space_id, device_id, seq, mid, principal, name, v, args, at, code, message, received_at)
select $1::uuid, r."deviceId", r.seq, r.mid, (select app_actor()), r.name, r.v, r.args, r.at, r.code, r.message, $3::bigint
from jsonb_to_recordset(${json(rows)}) as r("deviceId" uuid, seq bigint, mid uuid, name text, v integer, args text, at bigint, code text, message text)`)
  }
  if (flush.jobs.length > 0) {
    steps.push(`insert into job_intent (athlete_id, task, payload, created_at)
select $1::uuid, r.task, r.payload, $3::bigint from jsonb_to_recordset(${json(flush.jobs)}) as r(task text, payload jsonb)`)
  }
  return steps
}
