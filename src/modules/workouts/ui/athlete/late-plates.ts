'use client'
/** What the pad knows of plates and places, from a chunk of its own: a set is logged without it, and before it is there. */
import { useSyncExternalStore } from 'react'

const load = () => import('./plate-parts.ts')
type PlateParts = Awaited<ReturnType<typeof load>>

let loaded: PlateParts | null = null
const listeners = new Set<() => void>()

/** Asked for again when it failed to load: a lost signal is not for ever. */
function fetchParts(): void {
  load()
    .catch(load)
    .then(
      (parts) => {
        loaded = parts
        for (const listener of listeners) listener()
      },
      () => {},
    )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!loaded) fetchParts()
  return () => {
    listeners.delete(listener)
  }
}

export const plateParts = (): PlateParts | null => loaded

export function usePlateParts(): PlateParts | null {
  return useSyncExternalStore(subscribe, plateParts, () => null)
}
