/**
 * The load of a push in one statement: device, receipts and every row that the batch's mutations read. One text per set
 * of touched collections, so that it stays prepared; the values travel as arrays.
 */
import type { Read } from '../mutation.ts'
import type { Need } from '../view.ts'
import { columnOf, quoteText, type SyncedTables, tableOf } from './synced-tables.ts'

/** A read without its values: reads of one shape are answered together. */
type Shape = { entity: string; where: 'id' | string; of?: Shape }
export type Statement = { text: string; values: unknown[] }

type Group = { shape: Shape; values: (string | number)[] }

function groupReads(reads: readonly Read[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  const add = (shape: Shape, value: string | number) => {
    const key = keyOf(shape)
    const group = groups.get(key)
    if (group) group.values.push(value)
    else groups.set(key, { shape, values: [value] })
  }
  for (const read of reads) {
    for (let current: Read | undefined = read; current; current = 'of' in current ? current.of : undefined) {
      add(shapeOf(current), literalOf(current))
    }
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function shapeOf(read: Read): Shape {
  if ('id' in read) return { entity: read.from.name, where: 'id' }
  if ('is' in read) return { entity: read.from.name, where: read.where }
  return { entity: read.from.name, where: read.where, of: shapeOf(read.of) }
}

function literalOf(read: Read): string | number {
  if ('id' in read) return read.id
  return 'is' in read ? read.is : literalOf(read.of)
}

function keyOf({ entity, where, of }: Shape): string {
  return of ? `${entity}.${where}(${keyOf(of)})` : `${entity}.${where}`
}

/** Parents and parts are read by id alone; `$1` is the space. */
function buildRowsSql(tables: SyncedTables, groups: ReadonlyMap<string, Group>, firstValue: number): Statement {
  const selects: string[] = []
  const values: unknown[] = []
  const place = (list: (string | number)[]) => `$${firstValue + values.push(list) - 1}`
  for (const { shape, values: wanted } of groups.values()) {
    const table = tableOf(tables, shape.entity)
    const condition = conditionOf(tables, shape, (isNumber) =>
      place(isNumber ? wanted.filter(Number.isSafeInteger) : wanted.map(String)),
    )
    selects.push(
      `select ${quoteText(shape.entity)}::text, t.id::text, ${table.json}, t.stamps, t.deleted from ${table.table} t where t.athlete_id = $1 and ${condition}`,
    )
  }
  const ids = [...groups.values()].filter(({ shape }) => shape.where === 'id').flatMap((group) => group.values)
  if (ids.length > 0) {
    selects.push(
      `select p.entity::text, p.id::text, p.data, p.stamps, p.deleted from sync_part p where p.space_id = $1 and p.id = any(${place(ids)}::text[])`,
    )
  }
  return { text: selects.join('\nunion all\n'), values }
}

function conditionOf(tables: SyncedTables, shape: Shape, place: (isNumber: boolean) => string): string {
  const table = tableOf(tables, shape.entity)
  const { column, type } = columnOf(table, shape.where)
  if (shape.of) {
    const parent = tableOf(tables, shape.of.entity)
    const inner = conditionOf(tables, shape.of, place)
    return `t.${column} in (select t.id from ${parent.table} t where t.athlete_id = $1 and ${inner})`
  }
  // A number beyond the column's range must find nothing, not fail: compared as bigint.
  const isNumber = /int|serial/.test(type)
  return `t.${column} = any(${place(isNumber)}::${isNumber ? 'bigint' : 'text'}[])`
}

const RECEIPT = `select '$receipt', null, jsonb_build_object('deviceId', device_id, 'seq', seq, 'mid', mid, 'status', status, 'code', code, 'message', message), null, null
from sync_receipt where space_id = $1 and`
// What was applied and all else stand in an index each: see schema.ts.
const HEAD = `select '$device' as entity, null::text as id, jsonb_build_object('principal', principal, 'lastSeq', last_seq, 'lastMs', last_ms) as data, null::jsonb as stamps, null::boolean as deleted
from sync_device where space_id = $1 and device_id = $2
union all ${RECEIPT} device_id = $2 and seq = any($3::bigint[])
union all ${RECEIPT} mid = any($4::uuid[]) and status = 'applied'
union all ${RECEIPT} mid = any($4::uuid[]) and status <> 'applied'`

export function buildLoad(
  tables: SyncedTables,
  reads: readonly Read[],
  scope: { space: string; deviceId: string; seqs: readonly number[]; mids: readonly string[] },
): Statement {
  const rows = buildRowsSql(tables, groupReads(reads), 5)
  return {
    text: rows.text === '' ? HEAD : `${HEAD}\nunion all\n${rows.text}`,
    values: [scope.space, scope.deviceId, scope.seqs, scope.mids, ...rows.values],
  }
}

/** Rows that only became necessary while the batch ran. */
export function buildMore(tables: SyncedTables, needs: readonly Need[], space: string): Statement {
  const reads = needs.flatMap((need): Read[] => {
    const from = tableOf(tables, need.entity).collection
    if ('ids' in need) return need.ids.map((id) => ({ from, id }))
    return need.values.map((is) => ({ from, where: need.where, is }))
  })
  const { text, values } = buildRowsSql(tables, groupReads(reads), 2)
  return { text: `select * from (${text}) as found (entity, id, data, stamps, deleted)`, values: [space, ...values] }
}
