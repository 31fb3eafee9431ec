/// <reference lib="webworker" />
/** Answers for the words of the phone's language without a network, and takes them along from build to build. */
import { registerRoute } from 'workbox-routing'
import { dropOlder, storedWords, storeWords, takeAlong, type Words } from './keep-words.ts'

export function answerWords(worker: ServiceWorkerGlobalScope, words: Words): void {
  const files = Object.values(words).flat()
  const byPath = new Map(files.map((file) => [file.url, file]))
  registerRoute(
    ({ url }) => byPath.has(url.pathname),
    async ({ url }) => {
      const file = byPath.get(url.pathname)
      if (!file) return Response.error()
      return (await storedWords(file)) ?? (await storeWords(file).then(() => storedWords(file))) ?? Response.error()
    },
  )
  // A newer app is not whole without the words that the one before had.
  worker.addEventListener('install', (event) => event.waitUntil(takeAlong(words, navigator.languages)))
  worker.addEventListener('activate', (event) => event.waitUntil(dropOlder(files)))
}
