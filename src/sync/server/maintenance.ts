/**
 * What time takes away, one space at a time: receipts after 42 days (a phone's 35 begin only when it hears the answer),
 * the data of deleted rows after 30 (of those that others are read by, only once none names them any more: an old workout
 * still says what was done in it), their tombstones after 180. Phones whose cursor is older than the last tombstone that
 * went bootstrap anew.
 */
import type { ReservedSql } from 'postgres'
import { columnOf, quoteText, type SyncedTable, type SyncedTables } from './synced-tables.ts'

const DAY_MS = 86_400_000
const RECEIPT_DAYS = 42
const DELETED_DAYS = 30
const TOMBSTONE_DAYS = 180

/** Spaces that hold something past its time, for the jobs' role. */
export async function findAgedSpaces(db: ReservedSql, nowMs: number, limit: number): Promise<string[]> {
  const rows = await db`
    select space_id::text as space from sync_receipt where received_at < ${nowMs - RECEIPT_DAYS * DAY_MS}
    union select space_id::text from sync_row
      where deleted and not forgotten and deleted_at < ${nowMs - DELETED_DAYS * DAY_MS}
    union select space_id::text from sync_row
      where deleted and forgotten and deleted_at < ${nowMs - TOMBSTONE_DAYS * DAY_MS}
    limit ${limit}`
  return rows.map((row) => String(row.space))
}

/**
 * Runs in a transaction of the app's role with the space among its subjects. The stamp of the deletion outlives the row
 * as a part, so that an edit from a phone that was away does not bring half a row back.
 */
export async function forgetAged(db: ReservedSql, tables: SyncedTables, space: string, nowMs: number): Promise<void> {
  await db`select set_config('app.space', ${space}, true)`
  await db`select 1 from sync_space where space_id = ${space} for update`
  await db`delete from sync_receipt where space_id = ${space} and received_at < ${nowMs - RECEIPT_DAYS * DAY_MS}`

  const dataBefore = nowMs - DELETED_DAYS * DAY_MS
  await forgetChildren(db, tables, space, dataBefore, nowMs)
  for (const table of tables.values()) {
    await keepNamed(db, tables, table, space, dataBefore, nowMs)
    await db.unsafe(
      `insert into sync_part (space_id, entity, id, data, stamps, deleted)
select $1, ${quoteText(table.entity)}, t.id, '{}', jsonb_build_object('row', jsonb_build_array(0, '', 0), 'fields', jsonb_build_object('deleted', t.stamps->'fields'->'deleted')), true
${fromAged(table)} on conflict (space_id, entity, id) do nothing`,
      [space, dataBefore],
    )
    await db.unsafe(
      `delete from ${table.table} d using (select t.id ${fromAged(table)}) gone where d.athlete_id = $1 and d.id = gone.id`,
      [space, dataBefore],
    )
  }
  await db`
    update sync_row set forgotten = true
    where space_id = ${space} and deleted and not forgotten and deleted_at < ${dataBefore}`

  const [gone] = await db`
    with gone as (
      delete from sync_row where space_id = ${space} and deleted and forgotten and deleted_at < ${nowMs - TOMBSTONE_DAYS * DAY_MS}
      returning entity, id, row_version
    ), parts as (
      delete from sync_part p using gone where p.space_id = ${space} and p.entity = gone.entity and p.id = gone.id
    )
    select max(row_version) as floor from gone`
  if (gone?.floor)
    await db`update sync_space set gc_floor = greatest(gc_floor, ${Number(gone.floor)}) where space_id = ${space}`
}

/** $1 space, $2 the time before which rows were deleted. */
function fromAged(table: SyncedTable): string {
  return `from ${table.table} t join sync_row s on s.space_id = $1 and s.entity = ${quoteText(table.entity)} and s.id = t.id
where t.athlete_id = $1 and t.deleted and s.deleted and s.deleted_at < $2`
}

/** What rows that are there are read by stays as it was deleted; its time begins anew. */
async function keepNamed(
  db: ReservedSql,
  tables: SyncedTables,
  table: SyncedTable,
  space: string,
  before: number,
  nowMs: number,
): Promise<void> {
  for (const reader of tables.values()) {
    const { readBy } = reader.collection
    if (readBy?.collection !== table.entity) continue
    const { column } = columnOf(reader, readBy.by)
    await db.unsafe(
      `update sync_row set deleted_at = $3::bigint where space_id = $1 and entity = ${quoteText(table.entity)} and id in (
select t.id ${fromAged(table)} and exists (
select 1 from ${reader.table} r where r.athlete_id = $1 and r.${column} = t.id and not r.deleted))`,
      [space, before, nowMs],
    )
  }
}

/** Deleting a workout marks only the workout; when its data goes, what was in it goes too, as tombstones of a new version. */
async function forgetChildren(
  db: ReservedSql,
  tables: SyncedTables,
  space: string,
  before: number,
  nowMs: number,
): Promise<void> {
  const forgotten: string[] = []
  for (const table of tables.values()) {
    const { parent } = table.collection
    const above = parent && tables.get(parent.collection)
    if (!parent || !above) continue
    forgotten.push(`delete from ${table.table} c using (select t.id ${fromAged(above)}) gone
where c.athlete_id = $1 and c.${columnOf(table, parent.by).column} = gone.id returning ${quoteText(table.entity)}::text as entity, c.id::text as id`)
  }
  if (forgotten.length === 0) return
  const named = forgotten.map((text, i) => `c${i} as (${text})`).join(',\n')
  const all = forgotten.map((_, i) => `select * from c${i}`).join(' union all ')
  await db.unsafe(
    `with ${named}, rows as (
  update sync_row s set deleted = true, forgotten = true, deleted_at = $3::bigint, row_version = (select version + 1 from sync_space where space_id = $1)
  from (${all}) gone where s.space_id = $1 and s.entity = gone.entity and s.id = gone.id returning 1
)
update sync_space set version = version + 1 where space_id = $1 and exists (select 1 from rows)`,
    [space, before, nowMs],
  )
}

/** After a restore: phones notice that the history is another one, and send again what they still hold. */
export async function renewEpoch(db: ReservedSql): Promise<void> {
  await db`insert into sync_epoch (one, epoch) values (1, gen_random_uuid())
    on conflict (one) do update set epoch = excluded.epoch`
}
