'use client'
/**
 * The keys of earbuds and headsets: next checks the set to do, previous takes the last one back. A browser gives a page
 * these keys while nothing else plays, and only as long as we play nothing ourselves is the athlete's music left alone: so
 * nothing is played to get hold of them.
 */
import { useEffect, useRef } from 'react'

export type SetKeys = { next: () => void; previous: () => void }

export function useMediaKeys(isOn: boolean, keys: SetKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => (isOn ? listen(() => latest.current) : undefined), [isOn])
}

/** One press comes in one of two ways: to the page's media session, or as a key of a keyboard. */
export function listen(keys: () => SetKeys): () => void {
  const next = () => keys().next()
  const previous = () => keys().previous()
  const session = 'mediaSession' in navigator ? navigator.mediaSession : null
  const set = (action: MediaSessionAction, handler: (() => void) | null) => {
    try {
      session?.setActionHandler(action, handler)
    } catch {
      // This browser has no such key.
    }
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.repeat) return
    if (event.key === 'MediaTrackNext') next()
    else if (event.key === 'MediaTrackPrevious') previous()
    else return
    event.preventDefault()
  }
  set('nexttrack', next)
  set('previoustrack', previous)
  window.addEventListener('keydown', onKey)
  return () => {
    set('nexttrack', null)
    set('previoustrack', null)
    window.removeEventListener('keydown', onKey)
  }
}
