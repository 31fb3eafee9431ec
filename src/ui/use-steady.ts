'use client'
/** Nothing is put in another's place under a finger: what is pressed is still there when the press ends. */
import { useEffect, useRef, useSyncExternalStore } from 'react'

let pressed = false
const listeners = new Set<() => void>()

function tell(now: boolean): void {
  pressed = now
  for (const listener of listeners) listener()
}

if (typeof window !== 'undefined') {
  const end = () => setTimeout(tell, 0, false) // the click comes after it
  window.addEventListener('pointerdown', () => tell(true), { capture: true })
  window.addEventListener('pointerup', end, { capture: true })
  window.addEventListener('pointercancel', end, { capture: true })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `value`, or what it was when the press began that is still going on. */
export function useSteady<T>(value: T): T {
  const isPressed = useSyncExternalStore(
    subscribe,
    () => pressed,
    () => false,
  )
  const shown = useRef(value)
  const steady = isPressed ? shown.current : value
  useEffect(() => {
    shown.current = steady
  }, [steady])
  return steady
}
