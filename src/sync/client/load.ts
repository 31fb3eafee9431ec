/** Reading rows: from their table, and where that has none, from the documents of older months. */
import type { Collection, Read } from '../mutation.ts'
import type { WireRow } from '../protocol.ts'
import type { Need, View } from '../view.ts'
import { type Key, keyOf, type MonthRecord, rowTable, type StoredRow, type StoreTx } from './store.ts'
import type { World } from './world.ts'

export type Loaded = { entity: string; row: StoredRow }

/** Only dated collections and their children are cut into months. */
export function isInMonths(collection: Collection): boolean {
  return collection.dated !== undefined || collection.parent !== undefined
}

export async function getStored(
  tx: StoreTx,
  collection: Collection,
  ids: readonly string[],
): Promise<(StoredRow | undefined)[]> {
  const { name } = collection
  const rows = await tx.getMany(rowTable(name), ids)
  if (!isInMonths(collection) || rows.every((row) => row) || (await tx.count('months')) === 0) return rows
  for (const [i, id] of ids.entries())
    rows[i] ??= (await inMonths(tx, name, keyOf(name, id), (row) => row.id === id))[0]
  return rows
}

export async function findStored(tx: StoreTx, collection: Collection, where: string, is: Key): Promise<StoredRow[]> {
  const { name } = collection
  const rows = await tx.find(rowTable(name), `data.${where}`, is)
  if (!isInMonths(collection)) return rows
  const older = await inMonths(tx, name, indexKey(name, where, is), (row) => row.data[where] === is)
  return older.length === 0 ? rows : [...rows, ...(await unshadowed(tx, name, older))]
}

async function inMonths(
  tx: StoreTx,
  entity: string,
  key: string,
  matches: (row: StoredRow) => boolean,
): Promise<StoredRow[]> {
  const months = await tx.find('months', 'keys', key)
  return months.flatMap((month) => rowsIn(month, entity).filter(matches))
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

export function indexKey(entity: string, where: string, is: Key): string {
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
  else for (const value of need.values) found.push(...(await findStored(tx, collection, need.where, value)))
  return found.flatMap((row) => (row ? [{ entity: need.entity, row }] : []))
}
