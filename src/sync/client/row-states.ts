/** Where the newest write to each row is, from the outbox; held in memory so that a mark never waits for a read. */
import type { RowState } from './api.ts'
import { type DeadEntry, idOfKey, type OutboxEntry } from './store.ts'

export type RowStates = {
  of(id: string): RowState
  subscribe(listener: () => void): () => void
  /** Painted, not yet durable: the rows are known before the transaction is. */
  saving(mid: string, ids: readonly string[]): void
  unsaved(mid: string): void
  saved(entry: OutboxEntry): void
  forget(mid: string): void
  /** The outbox and the dead as the store has them, after a commit of this or another tab. */
  reload(outbox: readonly OutboxEntry[], dead: readonly DeadEntry[]): void
  /** Entries up to `attempted` are being sent or wait for signal; up to `acked` the server has them. */
  progress(attempted: number, acked: number): void
  pending(): number
  /** What the store must show when memory is up to date: the outbox's length and newest entry, and how many are dead. */
  mark(): string
}

export function markOf(outbox: number, newest: string | undefined, dead: number): string {
  return [outbox, newest, dead].join()
}

export function createRowStates(): RowStates {
  const listeners = new Set<() => void>()
  const unfinished = new Map<string, { ids: ReadonlySet<string>; state: 'saving' | 'unsaved' }>()
  let newest = new Map<string, number>()
  let seqs = new Set<number>()
  let refused = new Set<string>()
  /** Before the outbox is read nobody knows that a row is on the server. */
  let isRead = false
  let last: { seq: number; mid: string } | undefined
  let dead = 0
  let attempted = 0
  let acked = 0

  const tell = () => {
    for (const listener of [...listeners]) listener()
  }

  return {
    of(id) {
      let state: RowState | undefined
      for (const write of unfinished.values()) if (write.ids.has(id)) state = state === 'unsaved' ? state : write.state
      if (state) return state
      const seq = newest.get(id)
      if (seq !== undefined && seq > acked) return seq > attempted ? 'phone' : 'queued'
      if (refused.has(id)) return 'attention'
      return isRead ? 'server' : 'phone'
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    saving(mid, ids) {
      unfinished.set(mid, { ids: new Set(ids), state: 'saving' })
      tell()
    },
    unsaved(mid) {
      const write = unfinished.get(mid)
      unfinished.set(mid, { ids: write?.ids ?? new Set(), state: 'unsaved' })
      tell()
    },
    saved(entry) {
      unfinished.delete(entry.mid)
      for (const key of entry.keys) newest.set(idOfKey(key), entry.seq)
      seqs.add(entry.seq)
      if (!last || entry.seq > last.seq) last = { seq: entry.seq, mid: entry.mid }
      tell()
    },
    forget(mid) {
      if (unfinished.delete(mid)) tell()
    },
    reload(outbox, deadEntries) {
      newest = new Map(outbox.flatMap(({ seq, keys }) => keys.map((key) => [idOfKey(key), seq] as const)))
      seqs = new Set(outbox.map(({ seq }) => seq))
      refused = new Set(deadEntries.flatMap(({ keys }) => keys.map(idOfKey)))
      const end = outbox.at(-1)
      last = end && { seq: end.seq, mid: end.mid }
      dead = deadEntries.length
      isRead = true
      tell()
    },
    progress(nextAttempted, nextAcked) {
      if (attempted === nextAttempted && acked === nextAcked) return
      attempted = nextAttempted
      acked = nextAcked
      tell()
    },
    pending: () => [...seqs].filter((seq) => seq > acked).length,
    mark: () => (isRead ? markOf(seqs.size, last?.mid, dead) : ''),
  }
}
