/// <reference lib="webworker" />
/**
 * The words of the phone's language, held beside the app's files: only of the language that is used, and always those
 * of this build.
 */
import { registerRoute } from 'workbox-routing'

export type WordsFile = { url: string; revision: string }
type Words = Readonly<Record<string, readonly WordsFile[]>>

const CACHE = 'words'
/** The cache holds the files of two builds while a newer one waits. */
const keyOf = ({ url, revision }: WordsFile) => `${url}?${revision}`
const open = () => caches.open(CACHE)

export function answerWords(worker: ServiceWorkerGlobalScope, words: Words): void {
  const files = Object.values(words).flat()
  const byPath = new Map(files.map((file) => [file.url, file]))
  registerRoute(
    ({ url }) => byPath.has(url.pathname),
    async ({ url }) => {
      const file = byPath.get(url.pathname)
      return (file && (await storedWords(file))) ?? fetch(url.pathname)
    },
  )
  // A newer app is not whole without the words that the one before had.
  worker.addEventListener('install', (event) => event.waitUntil(takeAlong(words)))
  worker.addEventListener('activate', (event) => event.waitUntil(keepOnly(files)))
}

export async function storedWords(file: WordsFile): Promise<Response | undefined> {
  return (await open()).match(keyOf(file))
}

/** Throws where it can't be had. */
export async function storeWords(file: WordsFile): Promise<void> {
  const response = await fetch(file.url, { cache: 'no-cache', credentials: 'same-origin' })
  if (!response.ok) throw new Error(`${file.url} answers ${response.status}`)
  await (await open()).put(keyOf(file), response)
}

/** Of the other languages nothing is kept. */
export async function keepOnly(files: readonly WordsFile[]): Promise<void> {
  const cache = await open()
  const wanted = new Set(files.map(keyOf))
  const keys = await cache.keys()
  const old = keys.filter(({ url }) => !wanted.has(url.slice(new URL(url).origin.length)))
  await Promise.all(old.map((key) => cache.delete(key)))
}

async function takeAlong(words: Words): Promise<void> {
  const held = new Set((await (await open()).keys()).map(({ url }) => new URL(url).pathname))
  const spoken = Object.values(words).filter((files) => files.some(({ url }) => held.has(url)))
  await Promise.all(spoken.flat().map(storeWords))
}
