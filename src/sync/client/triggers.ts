/** When to sync: at start, when the app shows or the network is back, after a write, and while something waits. */
import type { Clock, Signals } from './api.ts'
import type { Outcome } from './sync-loop.ts'

const AFTER_WRITE_MS = 500
/** Who checks one set after the other is not held up by a sync between any two of them. */
const AFTER_FIRST_WRITE_MS = 5_000
const WHILE_PENDING_MS = 60_000
const BUSY_MS = 1_000
const UNSAVED_MS = 5_000
const FIRST_BACKOFF_MS = 1_000
const MAX_BACKOFF_MS = 5 * 60_000

export type Triggers = { start(): void; stop(): void; afterWrite(): void; poke(): void; now(): Promise<Outcome> }

export function createTriggers(parts: {
  clock: Clock
  random: () => number
  signals: Signals | undefined
  sync(): Promise<Outcome>
  pending(): number
  unsaved(): number
}): Triggers {
  const { clock } = parts
  let isStarted = false
  let failures = 0
  let dueAt = Number.POSITIVE_INFINITY
  let cancel = () => {}
  let firstWriteAt: number | null = null
  let cancelWrite = () => {}
  let unsubscribe = () => {}

  /** The earliest wish wins; a write during a long backoff does not wait for its end. */
  function within(ms: number): void {
    const at = clock.now() + ms
    if (!isStarted || at >= dueAt) return
    cancel()
    dueAt = at
    cancel = clock.setTimeout(() => {
      dueAt = Number.POSITIVE_INFINITY
      void now()
    }, ms)
  }

  function afterWrite(): void {
    firstWriteAt ??= clock.now()
    cancelWrite()
    const left = firstWriteAt + AFTER_FIRST_WRITE_MS - clock.now()
    cancelWrite = clock.setTimeout(() => within(0), Math.max(0, Math.min(AFTER_WRITE_MS, left)))
  }

  async function now(): Promise<Outcome> {
    cancel()
    cancelWrite()
    firstWriteAt = null
    dueAt = Number.POSITIVE_INFINITY
    const outcome = await parts.sync()
    if (outcome.result === 'waiting') {
      // Full jitter: phones that lost the server together must not return together.
      const backoff = parts.random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** failures++)
      within(Math.max(backoff, outcome.retryAfterMs ?? 0))
    } else if (outcome.result === 'busy') {
      within(BUSY_MS)
    } else {
      failures = 0
      if (outcome.result === 'done' && parts.pending() > 0) within(WHILE_PENDING_MS)
    }
    // The store may come back: what it refused is tried again soon, signed in or not.
    if (parts.unsaved() > 0) within(UNSAVED_MS)
    return outcome
  }

  return {
    start() {
      isStarted = true
      unsubscribe =
        parts.signals?.subscribe(() => {
          if (!parts.signals?.visible()) return
          failures = 0
          within(0)
        }) ?? (() => {})
      within(0)
    },
    stop() {
      isStarted = false
      cancel()
      cancelWrite()
      unsubscribe()
    },
    afterWrite,
    poke: () => within(100),
    now,
  }
}
