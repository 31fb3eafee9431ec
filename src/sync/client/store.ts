/**
 * The phone's store as the engine sees it: tables of records in transactions that happen wholly or not at all.
 * `dexie-store.ts` is the real one, `memory-store.ts` the one of fast tests.
 */
import type { Write } from '../effects.ts'
import type { SyncedRow } from '../merge.ts'
import type { Cursor, Stamps, WireRow } from '../protocol.ts'

/** A row as it is kept: the server's copy with what this phone did laid over it. `v` is 0 while only this phone has it. */
export type StoredRow = SyncedRow & { v: number }

/** The server's copy of a row that this phone has changed; null when the server has none. */
export type BaseRow = { key: string; row: StoredRow | null }

/** One mutation that the server has not confirmed, in the order of `seq`. */
export type OutboxEntry = {
  seq: number
  mid: string
  name: string
  v: number
  args: unknown
  /** The phone's raw clock. */
  at: number
  /** The clock corrected by the last known offset: the ms of its stamps. */
  ms: number
  /** Keys (entity:id) of the rows it changed. */
  keys: string[]
  /** What it did, for the timeline. Absent where it was sent again after a restore. */
  wrote?: Write[]
}

/** Confirmed and kept for 35 days, so that a restored server can be given it again. `order` continues across resets. */
export type SentEntry = OutboxEntry & { order: number; sentAt: number; size: number }

export type DeadEntry = OutboxEntry & { status: 'rejected' | 'quarantined'; code: string; message: string }

/** One list for each field, all in the order of `id`; undefined where a row has no such field. */
export type MonthColumns = {
  id: string[]
  v: number[]
  deleted: boolean[]
  stamps: Stamps[]
  data: Record<string, unknown[]>
}

/** One older month, read-only. `keys` are `entity.field=value` for every indexed value in it, `entity:id` for every row. */
export type MonthRecord = {
  month: string
  version: number
  entities: Record<string, MonthColumns>
  keys: string[]
}

type StagedRow = { key: string; row: WireRow }

export type Meta = {
  key: 'meta'
  /** Lives beside the outbox, so that losing one loses both and no seq is used twice. */
  deviceId: string
  /** The seq that the next mutation takes. */
  nextSeq: number
  /** The order that the next sent entry takes. */
  nextOrder: number
  /** Bytes in `sent`. */
  sentBytes: number
  /** Stamps of one phone never go back. */
  lastMs: number
  /** The newest stamp that was pulled: an offset that is a moment old must not take `lastMs` below it. */
  seenMs?: number
  /** Server clock minus this phone's, ms. */
  offsetMs: number
  epoch: string | null
  /** Null until part `now` has arrived. */
  cursor: Cursor | null
  boot: 'now' | 'recent' | 'months' | 'done'
  /** The version that part `now` had: where the incremental pull begins. */
  bootVersion: number
  /** The highest version that a part of the bootstrap had. */
  partsVersion: number
  /** A row moved to another month while parts were fetched: its children may be in none of them. */
  bootAgain: boolean
  /** Version of the synced schema that these rows were fetched with. */
  schemaV: number
  /** Parts are staged and swapped in at once, since the rows here come from another history. */
  resetting: boolean
  /** Older months still to fetch, newest first. */
  monthsLeft: string[]
  /** Older months that there was no room for, newest first, and when that was found. Absent on a phone of an older build. */
  dropped?: string[]
  droppedAt?: number
  /** What was set aside and dismissed here, and the server is still to be told so. Absent on a phone of an older build. */
  dismissed?: { mid: string; at: number }[] | undefined
  lastSyncAt: number | null
}

/** A parent (entity:id), an undated row or a month that changed; see `touched.ts`. */
export type Touched = { key: string; mark: number }
/** Worked out of rows and kept: can be dropped at any time. */
export type Derived = { key: string; value: unknown }

/** Tables other than the collections. Collections are named `row_<entity>`. */
export type Tables = {
  base: BaseRow
  outbox: OutboxEntry
  sent: SentEntry
  dead: DeadEntry
  staging: StagedRow
  months: MonthRecord
  meta: Meta
  touched: Touched
  derived: Derived
}
export type RowTable = `row_${string}`
export type TableName = keyof Tables | RowTable
export type RecordOf<T extends TableName> = T extends keyof Tables ? Tables[T] : StoredRow
export type Key = string | number

/** The primary key of every table, and what it is indexed by; a collection adds `data.<field>`. */
export const TABLE_KEYS: Record<keyof Tables, string> = {
  base: 'key',
  outbox: 'seq, &mid',
  sent: 'order, &mid',
  dead: 'mid',
  staging: 'key',
  months: 'month, *keys',
  meta: 'key',
  touched: 'key',
  derived: 'key',
}

export type Range = { from?: Key; to?: Key; limit?: number; newestFirst?: boolean }

export type StoreTx = {
  get<T extends TableName>(table: T, key: Key): Promise<RecordOf<T> | undefined>
  getMany<T extends TableName>(table: T, keys: readonly Key[]): Promise<(RecordOf<T> | undefined)[]>
  /** By an indexed path (`data.workoutId`, `mid`, `keys`). */
  find<T extends TableName>(table: T, index: string, is: Key): Promise<RecordOf<T>[]>
  /** Any of the values, each record once. */
  findAny<T extends TableName>(table: T, index: string, values: readonly Key[]): Promise<RecordOf<T>[]>
  /** The same, by primary keys only: months are large. */
  keysOfAny(table: TableName, index: string, values: readonly Key[]): Promise<Key[]>
  /** Which of these primary keys the table has. */
  held(table: TableName, keys: readonly Key[]): Promise<ReadonlySet<Key>>
  /** In the order of the index, or of the primary key when `index` is null; bounds included. */
  range<T extends TableName>(table: T, index: string | null, range: Range): Promise<RecordOf<T>[]>
  all<T extends TableName>(table: T): Promise<RecordOf<T>[]>
  count(table: TableName): Promise<number>
  put<T extends TableName>(table: T, records: readonly RecordOf<T>[]): Promise<void>
  remove(table: TableName, keys: readonly Key[]): Promise<void>
  clear(table: TableName): Promise<void>
}

/** `silent`: who writes already holds what it wrote, and `watch` need not have it read again. */
export type WriteOptions = { silent?: boolean }

export type PhoneStore = {
  read<T>(tables: readonly TableName[], run: (tx: StoreTx) => Promise<T>): Promise<T>
  /** Durable when it resolves. Runs again, once, on a new handle when the connection was lost: `run` must allow for it. */
  write<T>(tables: readonly TableName[], run: (tx: StoreTx) => Promise<T>, how?: WriteOptions): Promise<T>
  /** No one transaction: it may cover years, and a set that is checked meanwhile must not wait for it. */
  readLoosely<T>(query: (tx: StoreTx) => Promise<T>): Promise<T>
  /** Runs `query` now and after every change of what it read. */
  live<T>(
    query: (tx: StoreTx) => Promise<T>,
    onValue: (value: T) => void,
    onError: (error: unknown) => void,
  ): () => void
  /** Tells which tables changed, after any commit, in any tab; silent ones of this store excepted. */
  watch(onChange: (tables: ReadonlySet<string>) => void): () => void
  /** Takes no more work; resolves when what was under way is done. */
  close(): Promise<void>
}

export function rowTable(entity: string): RowTable {
  return `row_${entity}`
}

export function keyOf(entity: string, id: string): string {
  return `${entity}:${id}`
}

export function idOfKey(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}

/** These months are not on the phone any more, or never were, since there is no room for them. */
export function withDropped(meta: Meta, months: readonly string[], now: number): Meta {
  const dropped = [...new Set([...(meta.dropped ?? []), ...months])].sort().reverse()
  return months.length === 0 ? meta : { ...meta, dropped, droppedAt: now }
}

/** The store has no room. Months are dropped for it, never the outbox. */
export function isQuotaError(error: unknown): boolean {
  for (let e = error as { name?: string; inner?: unknown } | undefined; e; e = e.inner as typeof e)
    if (e.name === 'QuotaExceededError') return true
  return false
}
