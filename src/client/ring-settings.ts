/** How this phone tells that a rest is over, and whether earbud keys check sets. Of the device: a tablet may be silent. */
import { useSyncExternalStore } from 'react'

export type RingSettings = { sound: boolean; vibration: boolean; keys: boolean }

const KEY = 'spotter.rings'
const USUAL: RingSettings = { sound: true, vibration: true, keys: false }
const listeners = new Set<() => void>()
let read: { text: string | null; settings: RingSettings } = { text: null, settings: USUAL }

export function ringSettings(): RingSettings {
  let text: string | null = null
  try {
    text = localStorage.getItem(KEY)
    // The same object while nothing changed, as React asks.
    if (text !== read.text)
      read = { text, settings: { ...USUAL, ...(JSON.parse(text ?? '{}') as Partial<RingSettings>) } }
  } catch {
    // Nowhere to remember, or not ours: as usual.
    read = { text, settings: USUAL }
  }
  return read.settings
}

export function changeRings(change: Partial<RingSettings>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...ringSettings(), ...change }))
  } catch {
    // It stays as it was, and the screen shows that.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export function useRings(): RingSettings {
  return useSyncExternalStore(subscribe, ringSettings, () => USUAL)
}
