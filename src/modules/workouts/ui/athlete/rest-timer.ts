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

export function currentRest(): Rest | null {
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
  const running = currentRest()
  if (running) set({ ...running, endsAt: Math.max(now, running.endsAt + seconds * 1000) })
}

export function endRest(): void {
  set(null)
}

export function subscribeToRest(listener: () => void): () => void {
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
  const running = useSyncExternalStore(subscribeToRest, currentRest, () => null)
  return running?.workoutId === workoutId ? running : null
}
