/** What live queries read: rows that are there, whole and not deleted, recent ones and those of older months alike. */
import { isWhole } from '../merge.ts'
import type { Collection, Row } from '../mutation.ts'
import type { Rows } from './api.ts'
import { findStored, getStored, isInMonths, type MonthCache } from './load.ts'
import { rowsIn } from './month.ts'
import { type Key, type Range, rowTable, type StoredRow, type StoreTx } from './store.ts'

export function rowsOver(
  tx: StoreTx,
  collections: ReadonlyMap<string, Collection>,
  breathe?: () => Promise<void>,
): Rows {
  const months: MonthCache = Object.assign(new Map(), { breathe })

  /** A set whose workout was deleted is hidden until the workout is restored. */
  async function withoutOrphans<R extends Row>(collection: Collection, rows: readonly StoredRow[]): Promise<R[]> {
    const seen = rows.filter((row) => !row.deleted && isWhole(row))
    const { parent } = collection
    const parents = parent && collections.get(parent.collection)
    if (!parent || !parents || seen.length === 0) return seen.map((row) => row.data as R)
    const ids = [...new Set(seen.map((row) => String(row.data[parent.by])))]
    const gone = new Set((await getStored(tx, parents, ids, months)).flatMap((row) => (row?.deleted ? [row.id] : [])))
    return seen.flatMap((row) => (gone.has(String(row.data[parent.by])) ? [] : [row.data as R]))
  }

  /**
   * Rows of older months in the range. Of a dated range only the months it touches are opened, a few at a time, and no
   * more once `enough` rows are there. `seen` is what the range of the table gave before: what a pull has laid over a
   * month since then is read anew, or it would be in neither where a read spans transactions.
   */
  async function olderBetween<R extends Row>(
    collection: Collection,
    where: string,
    range: { from: Key; to: Key; newestFirst: boolean; enough: number; seen: ReadonlySet<Key> },
  ): Promise<R[]> {
    if (!isInMonths(collection)) return []
    const { from, to, newestFirst, enough, seen } = range
    const isDated = where === collection.dated
    const found: R[] = []
    const span: Range = isDated ? { from: monthOf(from), to: monthOf(to) } : {}
    for (let isOver = false; !isOver; ) {
      await months.breathe?.()
      const touched = await tx.range('months', null, { ...span, newestFirst, limit: MONTHS_AT_ONCE })
      for (const month of touched) months.set(month.month, month)
      const isWithin = (row: StoredRow) => isBetween(row.data[where], from, to)
      const rows = touched.flatMap((month) => rowsIn(month, collection.name)).filter(isWithin)
      const table = rowTable(collection.name)
      const ids = rows.map(({ id }) => id)
      const held = ids.length > 0 ? await tx.held(table, ids) : new Set<Key>()
      const unseen = ids.filter((id) => held.has(id) && !seen.has(id))
      const laid = unseen.length > 0 ? await tx.getMany(table, unseen) : []
      const newest = [...rows.filter(({ id }) => !held.has(id)), ...laid.filter((row) => row && isWithin(row))]
      found.push(...(await withoutOrphans<R>(collection, newest as StoredRow[])))
      const last = touched.at(-1)?.month
      isOver = last === undefined || touched.length < MONTHS_AT_ONCE || (isDated && found.length >= enough)
      if (last !== undefined && newestFirst) span.to = monthBefore(last)
      else if (last !== undefined) span.from = `${last}~`
    }
    return found
  }

  /** The table last: what a pull lays over its month meanwhile is there then, where a read spans transactions. */
  async function everyRow(collection: Collection): Promise<StoredRow[]> {
    const kept = isInMonths(collection) ? await tx.all('months') : []
    const own = await tx.all(rowTable(collection.name))
    const newer = new Set(own.map(({ id }) => id))
    return [...own, ...kept.flatMap((month) => rowsIn(month, collection.name)).filter(({ id }) => !newer.has(id))]
  }

  return {
    async get(collection, id) {
      const target = plain(collection)
      const [row] = await getStored(tx, target, [id], months)
      return row && !row.deleted && isWhole(row) ? (row.data as never) : undefined
    },
    async find(collection, where, is) {
      const target = plain(collection)
      return withoutOrphans(target, await findStored(tx, target, where, [is], months))
    },
    async findAny(collection, where, values) {
      const target = plain(collection)
      return values.length === 0 ? [] : withoutOrphans(target, await findStored(tx, target, where, values, months))
    },
    async getMany(collection, ids) {
      const rows = ids.length === 0 ? [] : await getStored(tx, plain(collection), ids, months)
      return rows.flatMap((row) => (row && !row.deleted && isWhole(row) ? [row.data as never] : []))
    },
    async between(collection, where, from, to, { limit, newestFirst = false } = {}) {
      const target = plain(collection)
      // Deleted rows are in the table too: the limit is laid on what is seen.
      const read = await readSeen(tx, target, where, { from, to, limit, newestFirst })
      const own = await withoutOrphans<Row>(target, read)
      const direction = newestFirst ? -1 : 1
      const isFull = limit !== undefined && own.length >= limit
      const edge = isFull ? fieldOf(own[limit - 1], where) : newestFirst ? from : to
      const [low, high] = newestFirst ? [edge, to] : [from, edge]
      const seen = new Set<Key>(read.map(({ id }) => id))
      const range = { from: low, to: high, newestFirst, enough: limit ?? Number.POSITIVE_INFINITY, seen }
      const older = await olderBetween<Row>(target, where, range)
      const all = older.length === 0 ? own : [...own, ...older]
      all.sort((a, b) => direction * (compare(fieldOf(a, where), fieldOf(b, where)) || compare(a.id, b.id)))
      return (limit === undefined ? all : all.slice(0, limit)) as never
    },
    async all(collection) {
      const target = plain(collection)
      return withoutOrphans(target, await everyRow(target))
    },
    async deleted(collection) {
      const rows = await everyRow(plain(collection))
      return rows.flatMap((row) => (row.deleted && isWhole(row) ? [row.data as never] : []))
    },
    async gone(collection) {
      const rows = await everyRow(plain(collection))
      return new Set(rows.flatMap((row) => (row.deleted ? [row.id] : [])))
    },
  }
}

/** Pages past deleted rows until the limit is met or the range ends. */
async function readSeen(tx: StoreTx, collection: Collection, where: string, range: Range): Promise<StoredRow[]> {
  const table = rowTable(collection.name)
  const index = where === 'id' ? null : `data.${where}`
  if (range.limit === undefined) return tx.range(table, index, range)
  for (let take = range.limit + 10; ; take *= 2) {
    const rows = await tx.range(table, index, { ...range, limit: take })
    const seen = rows.filter((row) => !row.deleted && isWhole(row))
    if (seen.length >= range.limit || rows.length < take) return seen
  }
}

function plain(collection: unknown): Collection {
  return collection as Collection
}

function fieldOf(row: Row | undefined, where: string): Key {
  return (row as Record<string, Key> | undefined)?.[where] ?? ''
}

function isBetween(value: unknown, from: Key, to: Key): boolean {
  return typeof value === typeof from && compare(value as Key, from) >= 0 && compare(value as Key, to) <= 0
}

function compare(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const MONTHS_AT_ONCE = 6

function monthBefore(month: string): string {
  return monthOf(Date.parse(`${month}-01T00:00:00Z`) / 86_400_000 - 1)
}

/** `2024-03` of a local day number (days since 1970-01-01). */
function monthOf(day: Key): string {
  return new Date(Math.max(-719_162, Math.min(Number(day), 2_932_896)) * 86_400_000).toISOString().slice(0, 7)
}
