/**
 * Notices of this device. The permission is asked for by a tap at the first rest, never when a page loads; "not now" is
 * remembered. What can be said without a server, the end of a rest, the page itself says while it is hidden.
 */
import { useSyncExternalStore } from 'react'

/** `later`: the person said "not now", and is not asked again. `none`: this browser shows no notices, or not here. */
export type NoticeState = 'none' | 'ask' | 'later' | 'granted' | 'denied'

const KEY = 'spotter.notices'
const listeners = new Set<() => void>()
/** As it was read last: reading the permission waits for the browser's other process, in every render of a set. */
let state: NoticeState | undefined

function tell(): void {
  state = undefined
  for (const listener of listeners) listener()
}

const stateNow = (): NoticeState => (state ??= readState())

/** On an iPhone only the installed app has `Notification`. */
function readState(): NoticeState {
  if (!('Notification' in window) || !('serviceWorker' in navigator)) return 'none'
  const { permission } = Notification
  if (permission !== 'default') return permission
  try {
    return localStorage.getItem(KEY) === 'later' ? 'later' : 'ask'
  } catch {
    // Nowhere to remember an answer: not asking is the calmer mistake.
    return 'later'
  }
}

function subscribe(listener: () => void): () => void {
  // The permission may be changed in the browser's settings meanwhile.
  if (listeners.size === 0) {
    document.addEventListener('visibilitychange', tell)
    state = undefined
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) document.removeEventListener('visibilitychange', tell)
  }
}

export function useNoticeState(): NoticeState {
  return useSyncExternalStore(subscribe, stateNow, () => 'none')
}

export function askLater(): void {
  try {
    localStorage.setItem(KEY, 'later')
  } catch {
    // Asked again at the next start, then.
  }
  tell()
}

/** Only from a tap: browsers refuse anything else, and so would people. */
export async function askForNotices(): Promise<NoticeState> {
  await Notification.requestPermission()
  // Closed without an answer counts as "not now".
  if (Notification.permission === 'default') askLater()
  tell()
  return stateNow()
}

export type Notice = { tag: string; title: string; body: string; url: string }

/** Later than this after its moment, a notice tells nobody anything: the page was frozen. */
const STALE_MS = 10_000

/** Shows it at `at` if the page is hidden then; the returned function takes it back, shown or not. */
export function noticeAt(at: number, notice: Notice): () => void {
  const timer = setTimeout(
    () => {
      if (document.visibilityState === 'hidden' && Date.now() - at < STALE_MS) void show(notice)
    },
    Math.max(0, at - Date.now()),
  )
  // Who came back has seen it.
  const isSeen = () => {
    if (document.visibilityState === 'visible') void withdraw(notice.tag)
  }
  document.addEventListener('visibilitychange', isSeen)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', isSeen)
    void withdraw(notice.tag)
  }
}

async function show({ tag, title, body, url }: Notice): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/train')
  const icon = '/icons/icon-192.png'
  await registration?.showNotification(title, { tag, body, icon, badge: icon, data: { url } }).catch(() => {})
}

async function withdraw(tag: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/train').catch(() => undefined)
  const shown = await registration?.getNotifications({ tag }).catch(() => [])
  for (const one of shown ?? []) one.close()
}
