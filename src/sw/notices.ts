/// <reference lib="webworker" />

/** A tap on a notice brings the app to the front, at what the notice is about. */
export function answerNotices(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close()
    const { url } = (event.notification.data ?? {}) as { url?: string }
    // Only ever a page of ours.
    event.waitUntil(openAt(worker, url?.startsWith('/train') ? url : '/train'))
  })
}

async function openAt({ clients }: ServiceWorkerGlobalScope, url: string): Promise<void> {
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const train = open.find((client) => new URL(client.url).pathname.startsWith('/train'))
  // It is where the person left it, the workout most likely: sending it elsewhere could close what they typed.
  if (train) await train.focus()
  else await clients.openWindow(url)
}
