/** Asks the service worker to read every file of the app that it should hold, and to fetch what is missing. */
import { pageLanguage } from './words.ts'
import { askIfStored } from './worker-registration.ts'

export type StoredFiles = {
  /** How many files the app consists of. */
  files: number
  /** Bytes of those that are held. */
  bytes: number
  /** Addresses of those that are not, or are empty. */
  missing: string[]
}

const PATIENCE_MS = 15_000

/** Null where no worker holds the app: it is not installed yet, or the browser has none. */
export async function checkStored(): Promise<StoredFiles | null> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null
  if (!worker) return null
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<StoredFiles | null>((resolve) => {
    port1.onmessage = (event: MessageEvent<StoredFiles>) => resolve(event.data)
    setTimeout(() => resolve(null), PATIENCE_MS)
  })
  worker.postMessage({ type: 'CHECK_STORED', language: pageLanguage() }, [port2])
  return answer
}

/** Fetches what is missing; whether all is there then, the worker's state tells. */
export function storeAgain(): void {
  if ('serviceWorker' in navigator) askIfStored(navigator.serviceWorker.controller)
}

/** Files in caches as the page itself sees them: how many there are, without reading them. */
export async function countCached(): Promise<number> {
  if (!('caches' in globalThis)) return 0
  let files = 0
  for (const name of await caches.keys()) files += (await (await caches.open(name)).keys()).length
  return files
}
