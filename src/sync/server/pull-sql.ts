/** The reads of pull and bootstrap, built once from the tables that wiring hands in. */
import { columnOf, quoteText, type SyncedTable, type SyncedTables } from './synced-tables.ts'

/** $1 space, $2 device. One row, whether or not the space exists yet. */
export const HEAD_SQL = `select (select epoch::text from sync_epoch where one = 1) as epoch,
coalesce((select version from sync_space where space_id = $1), 0)::bigint as version,
coalesce((select gc_floor from sync_space where space_id = $1), 0)::bigint as "gcFloor",
coalesce((select last_seq from sync_device where space_id = $1 and device_id = $2), 0)::bigint as "lastSeq"`

/** $1 space, $2 mids that were set aside. What was applied keeps its receipt; what was dismissed is kept, and hidden. `<>` is for the partial index. */
export const SETTLED_SQL = `select mid::text as mid, 'applied' as how from sync_receipt where space_id = $1 and mid = any ($2::uuid[]) and status = 'applied'
union select mid::text, 'applied' from sync_receipt where space_id = $1 and mid = any ($2::uuid[]) and status <> 'applied' and status = 'noop'
union select mid::text, 'dismissed' from sync_quarantine where space_id = $1 and mid = any ($2::uuid[]) and (select app_actor()) = any (hidden_from)`

/**
 * $1 space, $2 to $4 the cursor, $5 the limit. Each row of the page finds its data in the one table of its entity. The
 * collation is named since `sync_row` has another: without it the tables' indexes can't be used, and every row of the
 * page reads all that the athlete has.
 */
export function buildPullSql(tables: SyncedTables): string {
  const sources = [...tables.values()].map(
    (table) =>
      `select ${table.json} as data, t.stamps from ${table.table} t where page.entity = ${quoteText(table.entity)} and t.athlete_id = $1 and t.id = page.id collate "default"`,
  )
  return `select page.entity::text as entity, page.id::text as id, page.row_version as v, page.deleted, found.data, found.stamps
from (select entity, id, row_version, deleted from sync_row
  where space_id = $1 and (row_version, entity, id) > ($2::bigint, $3::text, $4::text)
  order by row_version, entity, id limit $5::int) page
left join lateral (${sources.join('\nunion all\n')}) found on true
order by page.row_version, page.entity, page.id`
}

/**
 * $1 space, $2 and $3 the days. Deleted rows go along: their children must be on the phone when they return. A child
 * whose parent is not here (it is still on another phone, or set aside) has no day and goes with the undated.
 */
export function buildBootSql(tables: SyncedTables, undated: boolean): string {
  const selects = [...tables.values()].flatMap((table) => {
    const condition = dayCondition(tables, table, undated)
    if (condition === undefined && !undated) return []
    return [
      `select s.entity::text as entity, s.id::text as id, s.row_version as v, t.deleted, ${table.json} as data, t.stamps
from ${table.table} t join sync_row s on s.space_id = $1 and s.entity = ${quoteText(table.entity)} and s.id = t.id
where t.athlete_id = $1 and ($2::bigint is not null and $3::bigint is not null)${condition ? ` and ${condition}` : ''}`,
    ]
  })
  return selects.join('\nunion all\n')
}

function dayCondition(tables: SyncedTables, table: SyncedTable, undated: boolean): string | undefined {
  const { dated, parent } = table.collection
  if (dated)
    return `t.${columnOf(table, dated).column} >= $2::bigint and t.${columnOf(table, dated).column} < $3::bigint`
  const above = parent && tables.get(parent.collection)
  if (!above?.collection.dated) return undefined
  const day = columnOf(above, above.collection.dated).column
  const by = `t.${columnOf(table, parent?.by ?? 'id').column}`
  const inRange = `${by} in (select p.id from ${above.table} p where p.athlete_id = $1 and p.${day} >= $2::bigint and p.${day} < $3::bigint)`
  if (!undated) return inRange
  return `(${inRange} or not exists (select from ${above.table} p where p.athlete_id = $1 and p.id = ${by}))`
}

/** $1 space, $2 a day: the months that lie before it and hold something, newest first. */
export function buildMonthsSql(tables: SyncedTables): string {
  const sources = [...tables.values()].flatMap((table) => {
    const { dated } = table.collection
    if (!dated) return []
    const { column } = columnOf(table, dated)
    return [
      `select distinct to_char(date '1970-01-01' + ${column}::int, 'YYYY-MM') as month from ${table.table} where athlete_id = $1 and ${column} < $2::bigint`,
    ]
  })
  if (sources.length === 0) return 'select null::text as month where $1::uuid is null and $2::bigint is null'
  return `select month from (${sources.join(' union ')}) months order by month desc`
}
