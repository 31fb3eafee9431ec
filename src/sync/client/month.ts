/**
 * One older month, read-only and column by column: a store unpacks a few long lists many times faster than hundreds of
 * records, and only the rows that are asked for are put together.
 */
import type { Stamps } from '../protocol.ts'
import type { MonthColumns, MonthRecord, StoredRow } from './store.ts'

type Entry = { entity: string; row: StoredRow }

export function packMonth(entries: readonly Entry[]): MonthRecord['entities'] {
  const entities: MonthRecord['entities'] = {}
  // Rows that were written together have equal stamps; one object that stands in many places is stored once.
  const known = new Map<string, Stamps>()
  for (const { entity, row } of entries) {
    entities[entity] ??= { id: [], v: [], deleted: [], stamps: [], data: {} }
    const { id, v, deleted, stamps, data } = entities[entity] as MonthColumns
    const at = id.push(row.id) - 1
    v.push(row.v)
    deleted.push(row.deleted)
    const written = JSON.stringify(row.stamps)
    stamps.push(known.get(written) ?? row.stamps)
    known.set(written, stamps[at] ?? row.stamps)
    for (const [field, value] of Object.entries(row.data)) {
      data[field] ??= []
      // No holes: a list with holes is stored one by one.
      while (data[field].length < at) data[field].push(undefined)
      data[field].push(value)
    }
  }
  return entities
}

export function rowsIn(month: MonthRecord, entity: string): StoredRow[] {
  const columns = month.entities[entity]
  return columns ? columns.id.map((_, at) => rowAt(columns, at)) : []
}

/** Rows whose field, or `id`, is one of the values. */
export function rowsWith(month: MonthRecord, entity: string, where: string, values: ReadonlySet<unknown>): StoredRow[] {
  const columns = month.entities[entity]
  const column = where === 'id' ? columns?.id : columns?.data[where]
  return columns && column ? column.flatMap((value, at) => (values.has(value) ? rowAt(columns, at) : [])) : []
}

function rowAt({ id, v, deleted, stamps, data }: MonthColumns, at: number): StoredRow {
  const own: StoredRow['data'] = {}
  for (const field in data) {
    const value = data[field]?.[at]
    if (value !== undefined) own[field] = value
  }
  return {
    id: id[at] as string,
    v: v[at] as number,
    deleted: deleted[at] as boolean,
    stamps: stamps[at] as Stamps,
    data: own,
  }
}
