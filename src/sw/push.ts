/// <reference lib="webworker" />

type Notice = { tag: string; title: string; body: string; url: string }

/**
 * A push is always shown, even one that says nothing we know: a browser takes the permission from who keeps silent. The
 * words are the athlete's own, as their phone told them to the server.
 */
export function answerPushes(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => {
    const { tag, title, body, url } = read(event.data)
    const icon = '/icons/icon-192.png'
    // The page may have shown it already, under the same tag: then it is replaced, and nothing rings twice.
    const options = { tag, body, icon, badge: icon, vibrate: [180, 90, 180], data: { url } }
    event.waitUntil(worker.registration.showNotification(title, options))
  })
}

function read(data: PushMessageData | null): Notice {
  const usual = { tag: 'spotter', title: 'Spotter', body: '', url: '/train' }
  try {
    return { ...usual, ...(data?.json() as Partial<Notice> | undefined) }
  } catch {
    return usual
  }
}
