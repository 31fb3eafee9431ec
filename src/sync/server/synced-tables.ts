/** The synced tables as SQL needs them: names and types read from drizzle's definitions, which wiring hands in. */
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Collection } from '../mutation.ts'

export type SyncedTable = {
  entity: string
  /** Quoted, ready for SQL. */
  table: string
  collection: Collection
  /** The collection's fields, the id first. */
  columns: { field: string; column: string; type: string }[]
  /** What a write stores of each row, with its type: the fields, then stamps and deletion. */
  stored: Readonly<Record<string, string>>
  /** The columns of those, and what of them a row that exists takes on. */
  written: readonly string[]
  updates: string
  /** The row, under the alias `t`, as JSON with the collection's field names: what the mutators and the phone see. */
  json: string
}
export type SyncedTables = ReadonlyMap<string, SyncedTable>

export const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`
export const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Throws where a collection and its table do not fit: found at start-up, not by the first push. */
export function describeTables(
  collections: readonly (Collection | Collection<never>)[],
  tables: Readonly<Record<string, PgTable>>,
): SyncedTables {
  const described = new Map<string, SyncedTable>()
  for (const collection of collections as readonly Collection[]) {
    const table = tables[collection.name]
    if (!table) throw new Error(`The collection ${collection.name} has no table: add it to the tables in wiring.`)
    const columns: Readonly<Record<string, { name: string; getSQLType(): string }>> = getTableColumns(table)
    for (const needed of ['athleteId', 'stamps', 'deleted', ...collection.fields]) {
      if (!columns[needed]) throw new Error(`The table ${getTableName(table)} has no column for ${needed}.`)
    }
    const own = collection.fields.map((field) => ({
      field,
      column: quoteName(columns[field]?.name ?? field),
      type: columns[field]?.getSQLType() ?? 'text',
    }))
    const written = [...own.map(({ column }) => column), 'stamps', 'deleted']
    const pairs = own.map(({ field, column }) => `${quoteText(field)}, t.${column}`)
    described.set(collection.name, {
      entity: collection.name,
      table: quoteName(getTableName(table)),
      collection,
      columns: own,
      stored: {
        ...Object.fromEntries(own.map(({ field, type }) => [field, type])),
        $stamps: 'jsonb',
        $deleted: 'boolean',
      },
      written,
      updates: written
        .slice(1)
        .map((column) => `${column} = excluded.${column}`)
        .join(', '),
      json: `jsonb_build_object(${pairs.join(', ')})`,
    })
  }
  return described
}

export function tableOf(tables: SyncedTables, entity: string): SyncedTable {
  const table = tables.get(entity)
  if (!table) throw new Error(`${entity} is not a synced table.`)
  return table
}

export function columnOf(table: SyncedTable, field: string): { column: string; type: string } {
  const found = table.columns.find((column) => column.field === field)
  if (!found) throw new Error(`${table.entity} has no field ${field}.`)
  return found
}
