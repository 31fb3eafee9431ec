/** A start that waits for an answer, because another device has a workout open. One at a time, asked in the frame. */
import { useSyncExternalStore } from 'react'

export type StartQuestion = {
  /** The workout that is open elsewhere. */
  openId: string
  /** Goes on with what was to be started. */
  start: () => void
}

let asked: StartQuestion | null = null
const listeners = new Set<() => void>()

export function askBeforeStart(question: StartQuestion | null): void {
  asked = question
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useStartQuestion(): StartQuestion | null {
  return useSyncExternalStore(
    subscribe,
    () => asked,
    () => null,
  )
}
