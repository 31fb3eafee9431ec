/**
 * This browser's address at its maker's push service, told to our server so that it can ring while the page sleeps. Loaded
 * only where notices are allowed and somebody is signed in; whatever fails here is tried again at the next launch.
 */
import { askServer } from './ask-server.ts'

const TIMEOUT_MS = 15_000

/** At each launch and right after the permission: browsers drop such addresses silently, or make new ones. */
export async function renewPush(account: string): Promise<void> {
  if (!('PushManager' in window) || !('Notification' in window) || Notification.permission !== 'granted') return
  const asked = AbortSignal.timeout(TIMEOUT_MS)
  const { publicKey } = await askServer<{ publicKey: string | null }>('notifications.key', account, asked)
  if (publicKey === null) return
  const { pushManager } = await navigator.serviceWorker.ready
  let held = await pushManager.getSubscription()
  // Of a server that has other keys by now: nothing reaches it any more.
  if (held && keyOf(held) !== publicKey) {
    await held.unsubscribe()
    held = null
  }
  held ??= await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  const { endpoint, keys } = held.toJSON()
  await fetch('/api/trpc/notifications.subscribe', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-spotter-account': account },
    body: JSON.stringify({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
}

let isRenewed = false

/** Whichever screen comes first; later screens of this page need not. */
export function renewOnce(account: string): void {
  if (isRenewed) return
  isRenewed = true
  void renewPush(account).catch(() => {
    isRenewed = false
  })
}

/** Signing out: the server forgets the address with the session, and the browser itself forgets it here. */
export async function endPush(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/train')
  isRenewed = false
  await (await registration?.pushManager?.getSubscription())?.unsubscribe()
}

function keyOf({ options }: PushSubscription): string | null {
  const key = options.applicationServerKey
  if (!key) return null
  const text = btoa(String.fromCharCode(...new Uint8Array(key)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
