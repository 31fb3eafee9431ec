/**
 * Putting the app on the home screen, as each platform has it. The browser's own offer comes once, early, and is kept for
 * a moment that suits the person.
 */
import { useSyncExternalStore } from 'react'

/** How it is done here; `installed` there is nothing to do, `none` it can't be done. */
export type InstallWay =
  | 'installed'
  | 'offer'
  | 'ios'
  | 'android'
  | 'android-firefox'
  | 'mac-safari'
  | 'computer'
  | 'none'

type Offer = Event & { prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }> }

let offer: Offer | null = null
let isInstalled = false
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

if (typeof window !== 'undefined') {
  window.addEventListener('beforeinstallprompt', (event) => {
    // Else the browser asks by itself, at its own moment.
    event.preventDefault()
    offer = event as Offer
    tell()
  })
  window.addEventListener('appinstalled', () => {
    offer = null
    isInstalled = true
    tell()
  })
}

/** Opened from the home screen. */
export function runsInstalled(): boolean {
  return (navigator as { standalone?: boolean }).standalone === true || matchMedia('(display-mode: standalone)').matches
}

function wayNow(): InstallWay {
  if (isInstalled || runsInstalled()) return 'installed'
  if (offer) return 'offer'
  const { userAgent, maxTouchPoints } = navigator
  // An iPad says that it is a Macintosh; no Macintosh has a touch screen.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios'
  if (/Android/.test(userAgent)) return /Firefox/.test(userAgent) ? 'android-firefox' : 'android'
  if (/Firefox/.test(userAgent)) return 'none'
  if (/Macintosh/.test(userAgent) && !/Chrome/.test(userAgent)) return 'mac-safari'
  return 'computer'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useInstallWay(): InstallWay {
  return useSyncExternalStore(subscribe, wayNow, () => 'installed')
}

/** Shows the browser's own question; true when the person agreed. An offer is good for one question. */
export async function takeOffer(): Promise<boolean> {
  const asked = offer
  offer = null
  const answer = await asked?.prompt()
  tell()
  return answer?.outcome === 'accepted'
}

const KEY = 'spotter.install'

export function useInstallLater(): [isLater: boolean, later: () => void] {
  const isLater = useSyncExternalStore(
    subscribe,
    () => {
      try {
        return localStorage.getItem(KEY) === 'later'
      } catch {
        return true
      }
    },
    () => true,
  )
  return [isLater, putOff]
}

function putOff(): void {
  try {
    localStorage.setItem(KEY, 'later')
  } catch {
    // It is offered again, then.
  }
  tell()
}
