/**
 * The service worker's life as the athlete's app sees it. It is registered when the first paint is over; its install
 * fetches the offline pack. An update waits until the person agrees, and they are not asked while a workout is open.
 */
import { Workbox } from 'workbox-window'

export type WorkerState = {
  /** Everything any athlete screen needs is on this phone. */
  readyOffline: boolean
  /** A newer app is installed and waits. */
  updateWaits: boolean
}

let state: WorkerState = { readyOffline: false, updateWaits: false }
const listeners = new Set<() => void>()
let workbox: Workbox | null = null

function set(change: Partial<WorkerState>) {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

export function subscribeToWorker(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function workerState(): WorkerState {
  return state
}

const HOUR_MS = 3_600_000

/** Once a page, after the first paint. Without service workers (an old or private browser) nothing is promised. */
export function registerWorker(): void {
  if (workbox || !('serviceWorker' in navigator)) return
  workbox = new Workbox('/sw.js', { scope: '/train', updateViaCache: 'none' })
  const held = workbox
  held.addEventListener('waiting', () => set({ updateWaits: true }))
  held.addEventListener('activated', () => set({ readyOffline: true }))
  held.addEventListener('controlling', (event) => {
    // Only after `applyUpdate`: the first worker claims the page without a reload.
    if (event.isUpdate && state.updateWaits) location.reload()
  })
  const look = () => held.update().catch(() => {})
  const start = () =>
    held.register().then(
      (registration) => {
        if (registration?.active) set({ readyOffline: true })
        setInterval(look, HOUR_MS)
        document.addEventListener('visibilitychange', () => {
          if (document.visibilityState === 'visible') look()
        })
      },
      () => {},
    )
  if (typeof requestIdleCallback === 'function') requestIdleCallback(start, { timeout: 4000 })
  else setTimeout(start, 1500)
}

/** The person agreed: the waiting app takes over and the page loads anew, once. */
export function applyUpdate(): void {
  workbox?.messageSkipWaiting()
}
