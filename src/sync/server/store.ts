/**
 * What the engine's decisions need from a store: transactions that lock one space. `postgres-store.ts` is the real one;
 * the tests also run the same decisions over one in memory.
 */
import type { ReservedSql } from 'postgres'
import type { Journal } from '../effects.ts'
import type { SyncedRow } from '../merge.ts'
import type { Read } from '../mutation.ts'
import type { Cursor, MutationStatus, Settled, WireRow } from '../protocol.ts'
import type { Change, Need } from '../view.ts'

/** Who acts (a person, or a device registered with a gym) and in whose space. */
export type Scope = { actor: string; space: string }

export type Device = { principal: string; lastSeq: number; lastMs: number }
export type Receipt = {
  deviceId: string
  seq: number
  mid: string
  status: MutationStatus
  code?: string
  message?: string
  /** What it did, of one that was applied and wrote something. */
  journal?: Journal
}
export type Quarantined = {
  deviceId: string
  seq: number
  mid: string
  name: string
  v: number
  args: unknown
  at: number
  /** The time of its stamp: applied later, it is still of then. */
  ms: number
  code: string
  message: string
}
export type JobIntent = { task: string; payload: Record<string, unknown> }

export type Want = { deviceId: string; seqs: readonly number[]; mids: readonly string[]; reads: readonly Read[] }
export type LoadedRow = { entity: string; row: SyncedRow }
export type Loaded = { version: number; device: Device | undefined; receipts: Receipt[]; rows: LoadedRow[] }

/** Everything that one transaction changes. */
export type Flush = {
  /** The space's version after it: one more when a row changed. */
  version: number
  nowMs: number
  changes: Change[]
  /** Absent for a change that the server itself makes. */
  device?: Device & { deviceId: string; schemaV: number; build: string }
  receipts: Receipt[]
  quarantined: Quarantined[]
  jobs: JobIntent[]
}

/** An open transaction that holds the space's lock. */
export type Unit = {
  /** Rows that the first load did not foresee. */
  more(needs: readonly Need[]): Promise<LoadedRow[]>
  /** The connection, for the access check; none in memory. */
  db: ReservedSql | undefined
}

export type Snapshot = { epoch: string; version: number; gcFloor: number; lastSeq: number }
/** Days [from, to): rows of dated collections and their children. `undated` adds the rows that have no day. */
export type BootRange = { from: number; to: number; undated: boolean; monthsBefore: number | null }

export type SyncStore = {
  /** Locks the space, loads, runs `work`, and commits what it returns; undefined changes nothing. */
  write(
    scope: Scope,
    want: Want,
    work: (loaded: Loaded, unit: Unit) => Promise<Flush | undefined> | Flush | undefined,
  ): Promise<void>
  /** One snapshot: up to `limit` rows after the cursor in its order, and the space as it was at the same moment. */
  pull(
    scope: Scope,
    deviceId: string,
    after: Cursor,
    limit: number,
    aside: readonly string[],
  ): Promise<Snapshot & { rows: WireRow[]; settled: Settled[] }>
  boot(scope: Scope, range: BootRange): Promise<{ epoch: string; version: number; rows: WireRow[]; months: string[] }>
  /** The data itself can't be stored, whoever retries: the one mutation at fault is set aside. */
  isDataError(error: unknown): boolean
}
