'use client'
/**
 * The one rest timer. It is an instant at which rest ends, kept in the phone's storage, so that it survives a closed tab
 * and shows the same in every tab; what is displayed is derived from it.
 */
import { useSyncExternalStore } from 'react'

export type Rest = { workoutId: string; startedAt: number; endsAt: number }

const KEY = 'spotter.rest'
/** Rest that ended this long ago has nothing more to say. */
export const REST_STALE_MS = 5 * 60_000

let rest: Rest | null | undefined
const listeners = new Set<() => void>()

function read(): Rest | null {
  try {
    const stored = localStorage.getItem(KEY)
    return stored ? (JSON.parse(stored) as Rest) : null
  } catch {
    return null
  }
}

function current(): Rest | null {
  if (rest === undefined) rest = read()
  return rest
}

function set(next: Rest | null): void {
  rest = next
  try {
    if (next) localStorage.setItem(KEY, JSON.stringify(next))
    else localStorage.removeItem(KEY)
  } catch {
    // A timer that only this page knows is better than none.
  }
  for (const listener of listeners) listener()
}

/** Starts anew; 0 seconds means no rest: whatever ran is over. */
export function startRest(workoutId: string, seconds: number, now: number): void {
  set(seconds > 0 ? { workoutId, startedAt: now, endsAt: now + seconds * 1000 } : null)
}

export function changeRest(seconds: number, now: number): void {
  const running = current()
  if (running) set({ ...running, endsAt: Math.max(now, running.endsAt + seconds * 1000) })
}

export function endRest(): void {
  set(null)
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== KEY) return
    rest = read()
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

export function useRest(workoutId: string): Rest | null {
  const running = useSyncExternalStore(subscribe, current, () => null)
  return running?.workoutId === workoutId ? running : null
}

/** Tells the thumb and the ear, where there is something that shakes or sounds. */
export function signalRestOver(): void {
  navigator.vibrate?.([180, 90, 180])
  try {
    const audio = new AudioContext()
    const gain = audio.createGain()
    gain.connect(audio.destination)
    gain.gain.setValueAtTime(0.18, audio.currentTime)
    gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5)
    const tone = audio.createOscillator()
    tone.frequency.value = 880
    tone.connect(gain)
    tone.start()
    tone.stop(audio.currentTime + 0.5)
    tone.onended = () => void audio.close()
  } catch {
    // Silence is no error.
  }
}
