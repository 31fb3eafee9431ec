/** One sync: push until nothing is left, fetch what is missing, pull to the end, then older months. One tab at a time. */
import type { Locks } from './api.ts'
import type { StatusStore } from './status.ts'
import type { Steps } from './steps.ts'
import { TransportError } from './transport.ts'

export type SyncResult = 'done' | 'waiting' | 'busy' | 'paused'
export type Outcome = { result: SyncResult; retryAfterMs: number | null }

/** A server that never stops saying so is broken: wait, as after any failure. */
const MAX_RESETS = 5
/** More rounds than any honest server needs; a broken one must not spin the phone. */
const MAX_ROUNDS = 10_000

export function createSyncLoop(parts: {
  space: string
  locks: Locks
  status: StatusStore
  steps: Steps
  isOnline(): boolean
  report(error: unknown): void
}) {
  const { status, steps } = parts
  let running: Promise<Outcome> | null = null
  let following: Promise<Outcome> | null = null

  /** A call that comes while one runs may know of more than that one has read: such calls share one that follows it. */
  function sync(): Promise<Outcome> {
    if (!running) {
      running = once().finally(() => {
        running = null
      })
      return running
    }
    const follow = () => {
      following = null
      return sync()
    }
    following ??= running.then(follow, follow)
    return following
  }

  async function once(): Promise<Outcome> {
    if (status.get().paused) return { result: 'paused', retryAfterMs: null }
    const isOnline = parts.isOnline()
    status.set({ online: isOnline })
    if (!isOnline) {
      await steps.wait().catch(() => {})
      return { result: 'waiting', retryAfterMs: null }
    }
    let outcome: Outcome = { result: 'busy', retryAfterMs: null }
    try {
      await parts.locks.ifFree(`sync:${parts.space}`, async () => {
        status.set({ syncing: true })
        outcome = await guarded()
      })
    } finally {
      status.set({ syncing: false })
    }
    return outcome
  }

  async function guarded(): Promise<Outcome> {
    try {
      return { result: await rounds(), retryAfterMs: null }
    } catch (error) {
      const waiting: Outcome = { result: 'waiting', retryAfterMs: null }
      if (!(error instanceof TransportError)) {
        parts.report(error)
        return waiting
      }
      if (error.kind === 'unauthenticated') status.set({ paused: 'signed-out' })
      else if (error.kind === 'upgrade') status.set({ paused: 'upgrade' })
      else if (error.kind === 'too_large') steps.shrink()
      // This device id belongs to somebody else by the server's book: ours is a new one.
      else if (error.kind === 'conflict') await steps.reset().catch(() => {})
      else if (error.kind === 'network') status.set({ online: parts.isOnline() })
      if (status.get().paused) return { result: 'paused', retryAfterMs: null }
      return { ...waiting, retryAfterMs: error.retryAfterMs }
    }
  }

  async function rounds(): Promise<SyncResult> {
    let isFresh = false
    // What was written during a pull is the next sync's, or this one would follow a thumb from set to set and never end.
    // It goes before older months, however many there are.
    let isPulled = false
    let resets = 0
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const pushed = isPulled ? 'empty' : await steps.push()
      isPulled = false
      if (pushed === 'paused') return 'paused'
      if (pushed === 'reset' && ++resets > MAX_RESETS) return 'waiting'
      if (pushed !== 'empty') {
        isFresh = false
        continue
      }
      const meta = await steps.meta()
      if (meta?.boot === 'now' || meta?.boot === 'recent') {
        await steps.boot()
        continue
      }
      if (!isFresh) {
        const pulled = await steps.pull()
        if (pulled === 'paused') return 'paused'
        if (pulled === 'reset' && ++resets > MAX_RESETS) return 'waiting'
        isFresh = pulled === 'applied'
        isPulled = isFresh
        continue
      }
      if (meta?.boot === 'months') {
        // With all parts here, one more pull may trim.
        if ((await steps.boot()) === 'done') isFresh = false
        continue
      }
      if (await steps.refill()) continue
      // Last: nothing waits for it. What the server would not take now is told with the next sync; a lost request is a
      // lost sync and comes again by itself.
      await steps.tellDismissed().catch((error) => {
        if (!(error instanceof TransportError) || error.kind === 'network' || error.kind === 'unauthenticated')
          throw error
      })
      return 'done'
    }
    return 'waiting'
  }

  return { sync }
}
