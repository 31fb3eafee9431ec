/** Reading rows: from their table, and where that has none, from the documents of older months. */
import type { Collection, Read } from '../mutation.ts'
import type { WireRow } from '../protocol.ts'
import type { Need, View } from '../view.ts'
import { packMonth, rowsWith } from './month.ts'
import { type Key, keyOf, type MonthRecord, rowTable, type StoredRow, type StoreTx } from './store.ts'
import type { World } from './world.ts'

/** Months read within one query: each is large, and is read from the store once. Never across a write. */
export type MonthCache = Map<string, MonthRecord> & {
  /** Lets a tap take its turn between two months, and may end the query; only where no transaction waits for it. */
  breathe?: () => Promise<void>
}

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
  // The table first: a row that a pull lays over its month meanwhile is given as it was before, and missed by nobody.
  const rows = await tx.getMany(rowTable(name), ids)
  if (!isInMonths(collection) || rows.every((row) => row) || (await tx.count('months')) === 0) return rows
  const missing = new Set(ids.filter((_, i) => !rows[i]))
  const older = await inMonths(tx, months, name, 'id', missing, (id) => keyOf(name, id), true)
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
  const fromTable = () => tx.findAny(rowTable(name), `data.${where}`, values)
  if (!isInMonths(collection)) return fromTable()
  const isTogether = where === collection.parent?.by || collection.siblings?.includes(where) === true
  const older = await inMonths(tx, months, name, where, new Set(values), (is) => indexKey(name, where, is), isTogether)
  if (older.length === 0) return fromTable()
  // The table last: what a pull lays over its month meanwhile is there then, where a read spans transactions.
  const kept = await unshadowed(tx, name, older)
  const rows = await fromTable()
  const newer = new Set(rows.map(({ id }) => id))
  return [...rows, ...kept.filter(({ id }) => !newer.has(id))]
}

const MONTHS_AT_ONCE = 6

/**
 * Rows of older months whose `where` is one of the values. `isTogether`: all rows with one value lie in one month, so that
 * a value found in a month that is read already is looked for nowhere else. A history asks for thousands of them.
 */
async function inMonths(
  tx: StoreTx,
  cache: MonthCache,
  entity: string,
  where: string,
  values: ReadonlySet<Key>,
  keyFor: (value: never) => string,
  isTogether: boolean,
): Promise<StoredRow[]> {
  const found: StoredRow[] = []
  const wanted = new Set<unknown>(values)
  // Another read of the same query may add months meanwhile: those were not looked through.
  const looked = isTogether ? [...cache.values()] : []
  if (isTogether) {
    for (const month of looked) {
      await cache.breathe?.()
      const rows = rowsWith(month, entity, where, wanted)
      found.push(...rows)
      for (const row of rows) wanted.delete(where === 'id' ? row.id : row.data[where])
      if (wanted.size === 0) return found
    }
  }
  const names = (await tx.keysOfAny(
    'months',
    'keys',
    [...wanted].map((value) => keyFor(value as never)),
  )) as string[]
  const seen = new Set(looked.map(({ month }) => month))
  const unread = names.filter((name) => !cache.has(name))
  // A few at a time: a set that is saved meanwhile waits for a few months, not for twenty years.
  for (let i = 0; i < unread.length; i += MONTHS_AT_ONCE) {
    await cache.breathe?.()
    for (const month of await tx.getMany('months', unread.slice(i, i + MONTHS_AT_ONCE))) {
      if (month) cache.set(month.month, month)
    }
  }
  for (const name of names) {
    await cache.breathe?.()
    const month = cache.get(name)
    if (month && !seen.has(name)) found.push(...rowsWith(month, entity, where, wanted))
  }
  return found
}

/** A row in its table stands before the same row in a month: it is newer. */
async function unshadowed(tx: StoreTx, entity: string, rows: readonly StoredRow[]): Promise<StoredRow[]> {
  if (rows.length === 0) return []
  const own = await tx.held(
    rowTable(entity),
    rows.map((row) => row.id),
  )
  return own.size === 0 ? [...rows] : rows.filter((row) => !own.has(row.id))
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
  return { month, version, entities: packMonth(rows), keys: [...keys] }
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
