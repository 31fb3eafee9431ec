'use client'
/** The set that runs by the clock, kept in the phone's storage: a closed tab finds it where it is. One runs at a time. */
import { useSyncExternalStore } from 'react'
import type { SetClock } from '../../rules/set-clock.ts'

const KEY = 'spotter.clock'

let clock: SetClock | null | undefined
const listeners = new Set<() => void>()

function current(): SetClock | null {
  if (clock !== undefined) return clock
  try {
    clock = JSON.parse(localStorage.getItem(KEY) ?? 'null') as SetClock | null
  } catch {
    clock = null
  }
  return clock
}

export function setClock(next: SetClock | null): void {
  clock = next
  try {
    if (next) localStorage.setItem(KEY, JSON.stringify(next))
    else localStorage.removeItem(KEY)
  } catch {
    // A clock that only this page knows is better than none.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useSetClock(): SetClock | null {
  return useSyncExternalStore(subscribe, current, () => null)
}
