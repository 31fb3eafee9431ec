/** What the engine is handed in a browser: its clock, dice, locks, last resort and signals. */
import { Dexie } from 'dexie'
import type { Clock, Locks, LoggedMutation, Rescue, Signals } from './api.ts'

export const browserClock: Clock = {
  now: () => Date.now(),
  setTimeout(run, ms) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Ids are made of it: two phones must never throw the same. */
export function browserRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
}

/** Without Web Locks it runs anyway: two tabs syncing at once waste requests, never data. */
export const browserLocks: Locks = {
  async ifFree(name, run) {
    if (!navigator.locks) {
      await run()
      return true
    }
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await run()
      return lock !== null
    })
  },
}

export function browserRescue(storage: Storage, database: string): Rescue {
  const key = `${database}-rescue`
  return {
    load() {
      try {
        return JSON.parse(storage.getItem(key) ?? '[]') as LoggedMutation[]
      } catch {
        // Half written, by a browser that died: there is nothing in it to run.
        return []
      }
    },
    save(log) {
      try {
        if (log.length === 0) storage.removeItem(key)
        else storage.setItem(key, JSON.stringify(log))
      } catch {
        // No room here either: memory has it, and the screen says that it is not saved.
      }
    },
  }
}

const ROOM_BYTES = 64 * 1024 * 1024

/** Room for months that were dropped once. A browser that doesn't say is asked by trying. */
export async function browserHasRoom(): Promise<boolean> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {}
  return quota === undefined || usage === undefined || quota - usage > ROOM_BYTES
}

export const browserSignals: Signals = {
  // `onLine` is only trusted when it says no.
  online: () => navigator.onLine,
  visible: () => document.visibilityState === 'visible',
  subscribe(onChange) {
    const leave = new AbortController()
    const { signal } = leave
    addEventListener('online', onChange, { signal })
    addEventListener('offline', onChange, { signal })
    // A page from the back-forward cache finds its database closed and its timers late.
    addEventListener('pageshow', onChange, { signal })
    document.addEventListener('visibilitychange', onChange, { signal })
    return () => leave.abort()
  },
}

export function deleteDatabase(name: string): Promise<void> {
  return Dexie.delete(name).then(() => {})
}
