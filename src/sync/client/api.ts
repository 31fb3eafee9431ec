/** What the athlete's screens and wiring see of the phone's engine. Types only; `phone.ts` makes one, `hooks.ts` reads it. */
import type { Collection, Mutation, Row } from '../mutation.ts'
import type { BootInput, BootOutput, PullInput, PullOutput, PushInput, PushOutput } from '../protocol.ts'
import type { Meta, PhoneStore } from './store.ts'

/** Any collection or mutation, whatever its row or arguments. */
export type AnyCollection = Collection<never> | Collection
export type AnyMutation = Mutation<never>

/**
 * Where the newest write to a row is.
 * - `saving`: painted, its transaction is not complete
 * - `unsaved`: the phone's store refused it; it is in memory and in the rescue copy, and is tried again
 * - `phone`: durable on this phone (hollow); also what a row is said to be before the outbox is read
 * - `queued`: being sent, or waiting for signal (half)
 * - `server`: the server has it (full)
 * - `attention`: the server refused it or set it aside; the data is kept under "needs attention"
 */
export type RowState = 'saving' | 'unsaved' | 'phone' | 'queued' | 'server' | 'attention'

export type SyncStatus = {
  /** False until the store has been opened and read. */
  ready: boolean
  /** Writes the server has not confirmed. */
  pending: number
  /** Writes the phone's store refused: the screen must say *not saved*. */
  unsaved: number
  /** Writes under "needs attention". */
  attention: number
  syncing: boolean
  online: boolean
  lastSyncAt: number | null
  /** Why sync waits; logging goes on. A guest's log never syncs: `guest`. */
  paused: 'signed-out' | 'upgrade' | 'guest' | null
  /** The server would like a newer client; nothing stops. */
  updateWanted: boolean
  /** How much of the athlete's data is on this phone: nothing, what today needs, 12 months, all there was room for, everything. */
  here: 'nothing' | 'now' | 'recent' | 'partly' | 'all'
  /** How far this phone's clock is behind the server's, in ms; negative where it runs ahead. */
  offsetMs: number
  /** Older months that there was no room for. */
  dropped: number
  /** The offline pack is stored; told by `client/`; null until the service worker has looked. */
  readyOffline: boolean | null
}

/** Reads of live queries. Deleted rows are never seen; rows of older months are found like any other. */
export type Rows = {
  get<R extends Row>(collection: Collection<R>, id: string): Promise<R | undefined>
  /** Rows whose indexed field has the value. */
  find<R extends Row>(collection: Collection<R>, where: keyof R & string, is: string | number): Promise<R[]>
  /** Rows whose indexed field has one of the values: one read, however many values. */
  findAny<R extends Row>(
    collection: Collection<R>,
    where: keyof R & string,
    values: readonly (string | number)[],
  ): Promise<R[]>
  /** Those of the ids that are there, in their order. */
  getMany<R extends Row>(collection: Collection<R>, ids: readonly string[]): Promise<R[]>
  /** Rows whose indexed field lies in [from, to], ascending, or descending with `newestFirst`. */
  between<R extends Row>(
    collection: Collection<R>,
    where: keyof R & string,
    from: string | number,
    to: string | number,
    options?: { limit?: number; newestFirst?: boolean },
  ): Promise<R[]>
  /** Every row. For small collections (profile, own exercises), never for history at start-up. */
  all<R extends Row>(collection: Collection<R>): Promise<R[]>
  /** Deleted rows that are still known: an exercise that is gone keeps its name in old workouts. Reads every row there is. */
  deleted<R extends Row>(collection: Collection<R>): Promise<R[]>
  /** The ids of all that was deleted, also of what has no data left. Reads every row there is. */
  gone(collection: AnyCollection): Promise<ReadonlySet<string>>
}

/** A parent that lives in memory (the open workout), with its children by the names asked for. */
export type Hot<P extends Row, C extends Record<string, AnyCollection>> = {
  /** False until its rows have been read from the store. */
  ready: boolean
  parent: P | undefined
} & { [K in keyof C]: C[K] extends Collection<infer R> ? R[] : never }

export type DeadMutation = {
  mid: string
  name: string
  args: unknown
  at: number
  status: 'rejected' | 'quarantined'
  code: string
  /** Text for the person. */
  message: string
  /** Ids of the rows it would have changed. */
  rows: string[]
}

/** A mutation as it is exported, claimed and rescued. */
export type LoggedMutation = { mid: string; name: string; v: number; args: unknown; at: number }

export type Phone = {
  readonly space: string
  /**
   * Paints at once where the rows are hot; resolves when the write is durable on this phone. Rejects with an AppError
   * when the mutation itself refuses (arguments, ownership), and with `unavailable` when the store could not save it.
   */
  mutate<A>(mutation: Mutation<A>, args: NoInfer<A>): Promise<{ mid: string }>

  /** One read outside React. */
  read<T>(query: (rows: Rows) => Promise<T>): Promise<T>
  /**
   * One read of years, in many transactions: what is written meanwhile neither waits for it nor begins it anew, and may or
   * may not be in the answer. Once `signal` is aborted it ends, and rejects.
   */
  readLoosely<T>(query: (rows: Rows) => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Runs the query now and again whenever something it read changes, in any tab. Returns the unsubscriber. */
  live<T>(
    query: (rows: Rows) => Promise<T>,
    onValue: (value: T) => void,
    onError?: (error: unknown) => void,
  ): () => void

  /** The store itself, for the cache beside the log alone: see `derived.ts`. */
  readonly store: PhoneStore

  /** Keeps a parent and its children in memory until released. */
  keepHot(parent: AnyCollection, id: string): () => void
  hot: HotRows

  status: Readable<SyncStatus>
  rowState(id: string): RowState
  /** Called when any row's state may have changed. */
  onRowStates(listener: () => void): () => void
  setReadyOffline(ready: boolean | null): void

  /** Opens the store, recovers what was rescued, and starts syncing by its triggers. */
  start(): Promise<void>
  /** Stops triggers and closes the store. */
  stop(): Promise<void>
  /** Signed in again: sync goes on. */
  resume(): void
  /** Syncs now, as far as it goes; resolves when nothing is left to do or the network refuses. Never throws. */
  sync(): Promise<'done' | 'waiting' | 'busy' | 'paused'>
  /** Everything the server has not confirmed, oldest first. */
  unsynced(): Promise<LoggedMutation[]>
  attention(): Promise<DeadMutation[]>
  /** The person has dealt with it, here and in their account. What it gives back puts it under "needs attention" again. */
  dismiss(mid: string): Promise<() => Promise<void>>
  /** Queues mutations made elsewhere (a guest's log, a rescue copy) with their own mids and times; known mids are skipped. */
  adopt(log: readonly LoggedMutation[]): Promise<number>

  /** The engine's steps, one network call or transaction each, for tests that drive and fault every one of them. */
  steps: PhoneSteps
}

export type Readable<T> = { get(): T; subscribe(listener: () => void): () => void }

export type HotRows = {
  subscribe(listener: () => void): () => void
  /** Every row in memory that is there, painted ones among them. */
  held(): { entity: string; row: Record<string, unknown> }[]
  /** Same object until something in it changes. */
  snapshot<P extends Row, C extends Record<string, AnyCollection>>(
    parent: Collection<P>,
    id: string,
    children: C,
  ): Hot<P, C>
}

/** What a step did. `reset`: the phone took a new device id and must bootstrap; go on with push and boot. */
export type PushStep = 'empty' | 'sent' | 'reset' | 'paused'
export type PullStep = 'more' | 'applied' | 'reset' | 'paused' | 'boot-first'
export type BootStep = 'more' | 'done' | 'paused'

export type PhoneSteps = {
  /** Sends the oldest batch not yet acknowledged. Throws a TransportError when the network fails. */
  push(): Promise<PushStep>
  /** Fetches one page; the last page is applied. */
  pull(limit?: number): Promise<PullStep>
  /** Fetches the next missing part. */
  boot(): Promise<BootStep>
  /** Takes a new device id and queues everything of the last 35 days again. */
  reset(): Promise<void>
  /** How far it has come. */
  meta(): Promise<Meta | undefined>
}

export type Transport = {
  push(input: PushInput): Promise<PushOutput>
  pull(input: PullInput): Promise<PullOutput>
  boot(input: BootInput): Promise<BootOutput>
  /** Takes an entry that was set aside from this person's list; also well when it is there no more. */
  dismiss?(mid: string): Promise<void>
  /** Calls back when the server says that something of the space changed. Returns the stopper. */
  listen?(space: string, onPoke: () => void): () => void
}

export type Clock = { now(): number; setTimeout(run: () => void, ms: number): () => void }

/** Web Locks, or none: `run` is skipped only when another tab holds the lock. */
export type Locks = { ifFree(name: string, run: () => Promise<void>): Promise<boolean> }

/** The last resort when the store refuses a write: small and synchronous (localStorage). */
export type Rescue = {
  load(): LoggedMutation[]
  save(log: readonly LoggedMutation[]): void
}

export type PhoneParts = {
  space: string
  /** The person who acts: `ctx.actor`. */
  actor: string
  /** A guest's log never syncs. */
  guest?: boolean
  build: string
  store: PhoneStore
  transport: Transport
  collections: readonly AnyCollection[]
  mutations: readonly AnyMutation[]
  clock: Clock
  /** [0, 1) */
  random: () => number
  /** Whether there is room for months that were dropped; without it the store is asked by trying. */
  hasRoom?: () => Promise<boolean>
  locks: Locks
  rescue: Rescue
  /** Subscribes to what should cause a sync: visible, online, offline. */
  signals?: Signals
  /** Told of what should not happen: a bug, or a server that does not keep the protocol. */
  report: (error: unknown) => void
}

export type Signals = {
  online(): boolean
  visible(): boolean
  subscribe(onChange: () => void): () => void
}
