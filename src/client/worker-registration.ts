/**
 * The service worker's life as the athlete's app sees it. It is registered when the first paint is over; its install
 * fetches the offline pack. An update waits until the person agrees, and they are not asked while a workout is open.
 */
import type { Workbox } from 'workbox-window'
import { pageLanguage } from './words.ts'

export type WorkerState = {
  /** Everything any athlete screen needs is on this phone; null until the worker has looked. */
  readyOffline: boolean | null
  /** A newer app is installed and waits. */
  updateWaits: boolean
}

let state: WorkerState = { readyOffline: null, updateWaits: false }
const listeners = new Set<() => void>()
let workbox: Workbox | null = null
let started = false

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
  if (started || !('serviceWorker' in navigator)) return
  started = true
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void register(), { timeout: 4000 })
  else setTimeout(() => void register(), 1500)
}

/** The worker counts what it holds: an active one may have lost its files to the browser, and fetches them again. */
export function askIfStored(worker: ServiceWorker | null | undefined): void {
  if (!worker) return
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = (event: MessageEvent<boolean>) => set({ readyOffline: event.data })
  worker.postMessage({ type: 'IS_STORED', language: pageLanguage() }, [port2])
}

async function register(): Promise<void> {
  try {
    askIfStored(navigator.serviceWorker.controller)
    const { Workbox } = await import('workbox-window')
    const held = new Workbox('/sw.js', { scope: '/train', updateViaCache: 'none' })
    workbox = held
    held.addEventListener('waiting', ({ sw }) => {
      // Its words are to be those that this page speaks by now.
      sw?.postMessage({ type: 'IS_STORED', language: pageLanguage() })
      set({ updateWaits: true })
    })
    held.addEventListener('activated', () => void held.active.then(askIfStored))
    held.addEventListener('controlling', (event) => {
      // Only after `applyUpdate`: the first worker claims the page without a reload.
      if (event.isUpdate && state.updateWaits) location.reload()
    })
    const registration = await held.register()
    if (!registration?.active) set({ readyOffline: false })
    // Also an install that an earlier page began, of which this one hears nothing else.
    void navigator.serviceWorker.ready.then(({ active }) => askIfStored(active))
    const update = () => held.update().catch(() => {})
    setInterval(update, HOUR_MS)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') update()
    })
  } catch {
    // No signal at the very first visit, or a browser that forbids workers: the next visit tries again.
    started = false
  }
}

/** The person agreed: the waiting app takes over and the page loads anew, once. */
export function applyUpdate(): void {
  workbox?.messageSkipWaiting()
}
