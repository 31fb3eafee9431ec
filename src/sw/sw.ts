/// <reference lib="webworker" />
/**
 * Serves the athlete's app without a network: one page and its files, all of one build. It never holds an API answer,
 * personal data or the write queue.
 */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  matchPrecache,
  PrecacheController,
  precacheAndRoute,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { answerWords } from './answer-words.ts'
import { keepOnly, revisionOf, storedWords, storeWords, type WordsFile } from './keep-words.ts'
import { answerNotices } from './notices.ts'
import { answerPushes } from './push.ts'

type Entry = { url: string; revision: string | null }
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Entry[]; __WORDS: Record<string, WordsFile[]> }

const manifest = self.__WB_MANIFEST
const words = self.__WORDS

// `?dpl=` is what a deployment id adds to every file's address.
precacheAndRoute(manifest, { ignoreURLParametersMatching: [/^dpl$/, /^utm_/] })
cleanupOutdatedCaches()
answerNotices(self)
answerPushes(self)
answerWords(self, words)
registerRoute(new NavigationRoute(createHandlerBoundToURL('/train'), { allowlist: [/^\/train(\/|\?|$)/] }))

self.addEventListener('message', (event) => {
  // Only ever sent after the person agreed to the update, and never while a workout is open.
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting()
  const language = String(event.data?.language)
  if (event.data?.type === 'CHECK_STORED') event.waitUntil(tellWhatIsStored(event.ports[0], language))
  if (event.data?.type === 'IS_STORED') event.waitUntil(tellWhetherStored(event.ports[0], language))
})

self.addEventListener('activate', (event) => {
  // The first visit's page is served from the cache at once: its next screen may be opened without a signal.
  event.waitUntil(self.clients.claim())
})

/** A browser that is short of room takes caches away and leaves the worker active: what is missing is fetched again. */
async function tellWhetherStored(port: MessagePort | undefined, language: string): Promise<void> {
  const spoken = words[language] ?? []
  const missing = await missingOf([...manifest, ...spoken])
  if (missing.length > 0) port?.postMessage(false)
  await Promise.all(missing.map((entry) => storeAgain(entry).catch(() => {})))
  port?.postMessage((await missingOf(missing)).length === 0)
  await keepOnly(spoken)
}

/** Reads each file to its end: one that the cache names and has not got counts as missing. Nothing is fetched. */
async function tellWhatIsStored(port: MessagePort | undefined, language: string): Promise<void> {
  const all = [...manifest, ...(words[language] ?? [])]
  const missing: string[] = []
  let bytes = 0
  for (const entry of all) {
    const size = await sizeOf(entry)
    if (size === 0) missing.push(entry.url)
    bytes += size
  }
  port?.postMessage({ files: all.length, bytes, missing })
}

async function sizeOf(entry: Entry): Promise<number> {
  try {
    const response = await stored(entry)
    return response?.ok ? (await response.arrayBuffer()).byteLength : 0
  } catch {
    return 0
  }
}

const isWords = (entry: Entry): entry is WordsFile => entry.url.startsWith('/train/words/')
const stored = (entry: Entry) => (isWords(entry) ? storedWords(entry) : matchPrecache(entry.url))

async function missingOf(entries: readonly Entry[]): Promise<Entry[]> {
  const found = await Promise.all(entries.map(stored))
  return entries.filter((_, i) => !found[i])
}

async function storeAgain(entry: Entry): Promise<void> {
  if (isWords(entry)) return storeWords(entry)
  const { url, revision } = entry
  const key = getCacheKeyForURL(url)
  const response = await fetch(url, { cache: 'reload', credentials: 'same-origin' })
  if (!key || !response.ok) return
  // The page of a newer build names files that this worker does not hold: that one comes with its own worker.
  if (revision && (await revisionOf(response.clone())) !== revision) return
  // The cache that `precacheAndRoute` uses has the name that any controller gets.
  await (await caches.open(new PrecacheController().strategy.cacheName)).put(key, response)
}
