/**
 * The journal on the phone: what this phone did, from its outbox and what it sent, and what else was done in the log, as
 * the server told last. And undo with it. Apart from the engine: nobody undoes before a set can be logged.
 */
import type { MarkArgs } from '../archive-mutations.ts'
import { effectsOf, type Told, type Write } from '../effects.ts'
import type { SyncedRow } from '../merge.ts'
import type { Collection } from '../mutation.ts'
import { ASIDE, type TimelineOutput } from '../protocol.ts'
import {
  type Journaled,
  type Kin,
  planUndo,
  type RowName,
  rowsInReach,
  type UndoneRow,
  type UndoPlan,
} from '../undo.ts'
import type { AnyCollection } from './api.ts'
import { findStored, getStored, type MonthCache } from './load.ts'
import { keyOf, type OutboxEntry, type PhoneStore, rowTable, type StoreTx, type TableName } from './store.ts'

/** As long as the data of what was deleted is kept. */
export const TIMELINE_DAYS = 30
const DAY_MS = 86_400_000
const KEY = 'journal'

/** `isHere`: this phone did it. */
export type Entry = Told & { isHere: boolean }
type Kept = { epoch: string; have: Record<string, number>; entries: Told[] }
export type AskJournal = (have: Record<string, number>) => Promise<TimelineOutput>

const TABLES: TableName[] = ['meta', 'outbox', 'sent', 'derived']

/** Of the last 30 days, latest first. `actor` did what is not told to the server yet. */
export async function readJournal(tx: StoreTx, actor: string, now: number): Promise<Entry[]> {
  const since = now - TIMELINE_DAYS * DAY_MS
  const [meta, outbox, sent, derived] = await Promise.all([
    tx.get('meta', 'meta'),
    tx.all('outbox'),
    tx.all('sent'),
    tx.get('derived', KEY),
  ])
  const mine = new Map([...sent, ...outbox].map((entry) => [entry.mid, entry]))
  const kept = (derived?.value as Kept | undefined)?.entries ?? []
  const known = new Set(kept.map(({ mid }) => mid))
  const device = meta?.deviceId ?? ''
  // As the server ran it: there it may have met what was not here yet.
  const told = kept.map((one): Entry => ({ ...one, isHere: one.stamp[1] === device || mine.has(one.mid) }))
  const own = [...mine.values()].flatMap((entry): Entry[] =>
    known.has(entry.mid) || !entry.wrote ? [] : [{ ...toTold(entry, entry.wrote, device, actor), isHere: true }],
  )
  return [...told, ...own]
    .filter(({ stamp: [ms] }) => ms > since)
    .sort((a, b) => b.stamp[0] - a.stamp[0] || b.stamp[2] - a.stamp[2])
}

function toTold({ mid, name, at, ms, seq, args }: OutboxEntry, wrote: Write[], device: string, actor: string): Told {
  const { undoes } = (args ?? {}) as { undoes?: string[] }
  return {
    mid,
    name,
    at,
    stamp: [ms, device, seq],
    actor,
    undoes: undoes ?? [],
    effects: effectsOf(wrote),
  }
}

/** Fetches what this phone has not been told yet. Throws without a signal; what came until then is kept. */
export async function refreshJournal(store: PhoneStore, ask: AskJournal, now: number): Promise<void> {
  const since = now - TIMELINE_DAYS * DAY_MS
  let kept = await store.read(['derived'], async (tx) => (await tx.get('derived', KEY))?.value as Kept | undefined)
  for (let more = true; more; ) {
    const answer = await ask(kept?.have ?? {})
    // After a restore the numbers begin anew: nothing of what was known holds.
    if (kept && kept.epoch !== answer.epoch) {
      kept = undefined
      await store.write(['derived'], (tx) => tx.remove('derived', [KEY]))
      continue
    }
    more = answer.more
    if (kept && answer.entries.length === 0) return
    const fresh = new Set(answer.entries.map(({ mid }) => mid))
    const entries = [...(kept?.entries ?? []).filter(({ mid }) => !fresh.has(mid)), ...answer.entries].filter(
      ({ stamp: [ms] }) => ms > since,
    )
    const devices = new Set([...entries.map(({ stamp: [, device] }) => device), ASIDE])
    // A device of which nothing is left here is told of again, which is nothing: the server's window is the same.
    const have = Object.fromEntries(Object.entries(answer.have).filter(([device]) => more || devices.has(device)))
    kept = { epoch: answer.epoch, have, entries }
    const value = kept
    await store.write(['derived'], (tx) => tx.put('derived', [{ key: KEY, value }]))
  }
}

export const readEntries = (store: PhoneStore, actor: string, now: number): Promise<Entry[]> =>
  store.read(TABLES, (tx) => readJournal(tx, actor, now))

/** What undoing these would do to the rows of this phone. */
export function planOnPhone(
  store: PhoneStore,
  collections: readonly AnyCollection[],
  journal: Journaled,
  mids: readonly string[],
): Promise<UndoPlan> {
  const byName = new Map(collections.map((one) => [one.name, one as Collection]))
  const tables: TableName[] = [...collections.map(({ name }) => rowTable(name)), 'months']
  return store.read(tables, async (tx) => {
    const months: MonthCache = new Map()
    const found = await rowsOf(tx, byName, rowsInReach(journal, mids), months)
    const look = ({ of, id }: RowName) => found.get(keyOf(of, id))
    let going: readonly RowName[] = []
    const first = planUndo(journal, mids, byName, look, (names) => {
      going = names
      return []
    })
    if (going.length === 0) return first
    const kin = await kinOf(tx, byName, journal, going, months)
    return planUndo(journal, mids, byName, look, () => kin)
  })
}

async function rowsOf(
  tx: StoreTx,
  collections: ReadonlyMap<string, Collection>,
  names: readonly RowName[],
  months: MonthCache,
): Promise<Map<string, SyncedRow>> {
  const rows = new Map<string, SyncedRow>()
  for (const [of, mine] of Map.groupBy(names, (name) => name.of)) {
    const collection = collections.get(of)
    if (!collection) continue
    const ids = mine.map(({ id }) => id)
    for (const row of await getStored(tx, collection, ids, months)) if (row) rows.set(keyOf(of, row.id), row)
  }
  return rows
}

/** Rows that name one of these by an index, or whose own id begins with its id (`<session>:<slot>`). */
async function kinOf(
  tx: StoreTx,
  collections: ReadonlyMap<string, Collection>,
  journal: Journaled,
  going: readonly RowName[],
  months: MonthCache,
): Promise<Kin[]> {
  const ids = [...new Set(going.map(({ id }) => id))]
  const kin: Kin[] = []
  for (const [of, collection] of collections) {
    for (const field of collection.indexes) {
      const rows = await findStored(tx, collection, field, ids, months)
      for (const row of rows) kin.push({ of, row, field })
    }
  }
  const named = new Set(ids)
  const within = [...journal.byRow.values()].flatMap(([first]): RowName[] => {
    const [of = '', id = ''] = first?.effect ?? []
    return id.includes(':') && named.has(id.slice(0, id.indexOf(':'))) ? [{ of, id }] : []
  })
  for (const [key, row] of await rowsOf(tx, collections, within, months)) {
    kin.push({ of: key.slice(0, key.indexOf(':')), row, field: 'id' })
  }
  return kin
}

/** Rows by id and by an index, deleted ones too: what an item is about. */
export async function getRows(tx: StoreTx, collection: AnyCollection, ids: readonly string[]): Promise<SyncedRow[]> {
  return (await getStored(tx, collection as Collection, ids)).flatMap((row) => row ?? [])
}
export function findRows(
  tx: StoreTx,
  collection: AnyCollection,
  where: string,
  values: readonly string[],
): Promise<SyncedRow[]> {
  return findStored(tx, collection as Collection, where, values)
}

const MOST_ROWS = 500
const MOST_CHARS = 150_000

/** One mutation, or several where one would be too large to be sent: each says what all of them take back. */
export function markArgs(rows: readonly UndoneRow[], undoes: readonly string[]): MarkArgs[] {
  const all: MarkArgs[] = []
  let piece: UndoneRow[] = []
  let chars = 0
  for (const row of rows) {
    const size = JSON.stringify(row).length
    if (piece.length >= MOST_ROWS || (piece.length > 0 && chars + size > MOST_CHARS)) {
      all.push({ undoes: [...undoes], rows: piece })
      piece = []
      chars = 0
    }
    piece.push(row)
    chars += size
  }
  all.push({ undoes: [...undoes], rows: piece })
  return all
}
