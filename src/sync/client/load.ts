/** Reading rows: from their table, and where that has none, from the documents of older months. */
import type { Collection, Read } from '../mutation.ts'
import type { WireRow } from '../protocol.ts'
import type { Need, View } from '../view.ts'
import { type Key, keyOf, type MonthRecord, rowTable, type StoredRow, type StoreTx } from './store.ts'
import type { World } from './world.ts'

/** Months read within one query: each is large, and is read from the store once. Never across a write. */
export type MonthCache = Map<string, MonthRecord>

export type Loaded = { entity: string; row: StoredRow }

/** Only dated collections and their children are cut into months. */
export function isInMonths(collection: Collection): boolean {
  return collection.dated !== undefined || collection.parent !== undefined
}

export async function getStored(
  tx: StoreTx,
  collection: Collection,
  ids: readonly string[],
  months: MonthCache = new Map(),
): Promise<(StoredRow | undefined)[]> {
  const { name } = collection
  const rows = await tx.getMany(rowTable(name), ids)
  if (!isInMonths(collection) || rows.every((row) => row) || (await tx.count('months')) === 0) return rows
  const missing = new Set(ids.filter((_, i) => !rows[i]))
  const keys = [...missing].map((id) => keyOf(name, id))
  const older = await inMonths(tx, months, name, keys, (row) => missing.has(row.id))
  const byId = new Map(older.map((row) => [row.id, row]))
  return rows.map((row, i) => row ?? byId.get(ids[i] ?? ''))
}

/** Rows whose field has any of the values. */
export async function findStored(
  tx: StoreTx,
  collection: Collection,
  where: string,
  values: readonly Key[],
  months: MonthCache = new Map(),
): Promise<StoredRow[]> {
  const { name } = collection
  const rows = await tx.findAny(rowTable(name), `data.${where}`, values)
  if (!isInMonths(collection)) return rows
  const wanted = new Set<unknown>(values)
  const keys = [...new Set(values)].map((value) => indexKey(name, where, value))
  const older = await inMonths(tx, months, name, keys, (row) => wanted.has(row.data[where]))
  return older.length === 0 ? rows : [...rows, ...(await unshadowed(tx, name, older))]
}

async function inMonths(
  tx: StoreTx,
  cache: MonthCache,
  entity: string,
  keys: readonly string[],
  matches: (row: StoredRow) => boolean,
): Promise<StoredRow[]> {
  const names = (await tx.keysOfAny('months', 'keys', keys)) as string[]
  const unread = names.filter((name) => !cache.has(name))
  for (const month of unread.length === 0 ? [] : await tx.getMany('months', unread)) {
    if (month) cache.set(month.month, month)
  }
  return names.flatMap((name) => {
    const month = cache.get(name)
    return month ? rowsIn(month, entity).filter(matches) : []
  })
}

export function rowsIn(month: MonthRecord, entity: string): StoredRow[] {
  return month.rows.flatMap((entry) => (entry.entity === entity ? [entry.row] : []))
}

/** A row in its table stands before the same row in a month: it is newer. */
export async function unshadowed(tx: StoreTx, entity: string, rows: readonly StoredRow[]): Promise<StoredRow[]> {
  const own = await tx.getMany(
    rowTable(entity),
    rows.map((row) => row.id),
  )
  return rows.filter((_, i) => !own[i])
}

function indexKey(entity: string, where: string, is: Key): string {
  return `${entity}.${where}=${is}`
}

export function toStored(wire: WireRow): StoredRow {
  return { id: wire.id, v: wire.v, stamps: wire.stamps, deleted: wire.deleted ?? false, data: wire.data ?? {} }
}

export function toMonth(world: World, month: string, version: number, wireRows: readonly WireRow[]): MonthRecord {
  const keys = new Set<string>()
  const rows = wireRows.flatMap((wire) => {
    const collection = world.collections.get(wire.entity)
    if (!collection) return []
    keys.add(keyOf(wire.entity, wire.id))
    for (const field of collection.indexes) {
      const value = wire.data?.[field]
      if (typeof value === 'string' || typeof value === 'number') keys.add(indexKey(wire.entity, field, value))
    }
    return [{ entity: wire.entity, row: toStored(wire) }]
  })
  return { month, version, rows, keys: [...keys] }
}

/** Answers what a view needs, round by round, until it needs no more. `answer` gives the rows of one need. */
export async function fillView(
  view: View,
  reads: readonly Read[],
  answer: (need: Need) => Promise<Loaded[]>,
): Promise<void> {
  for (;;) {
    const needs = view.needs(reads)
    if (needs.length === 0) return
    const rows: Loaded[] = []
    for (const need of needs) rows.push(...(await answer(need)))
    view.lay(needs, rows)
  }
}

/** What a need asks for, from the store as it is. */
export async function answerFromStore(tx: StoreTx, world: World, need: Need): Promise<Loaded[]> {
  const collection = world.collections.get(need.entity)
  if (!collection) return []
  const found: (StoredRow | undefined)[] = []
  if ('ids' in need) found.push(...(await getStored(tx, collection, need.ids)))
  else found.push(...(await findStored(tx, collection, need.where, need.values)))
  return found.flatMap((row) => (row ? [{ entity: need.entity, row }] : []))
}
