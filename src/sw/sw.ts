/// <reference lib="webworker" />
/**
 * Serves the athlete's app without a network: one page and its files, all of one build. It never holds an API answer,
 * personal data or the write queue.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] }

// `?dpl=` is what a deployment id adds to every file's address.
precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/^dpl$/, /^utm_/] })
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/train'), { allowlist: [/^\/train(\/|\?|$)/] }))

self.addEventListener('message', (event) => {
  // Only ever sent after the person agreed to the update, and never while a workout is open.
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  // The first visit's page is served from the cache at once: its next screen may be opened without a signal.
  event.waitUntil(self.clients.claim())
})
