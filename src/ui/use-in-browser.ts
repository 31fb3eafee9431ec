'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** What only the browser knows and does not change; `before` in the prerender and until the page has come to life. */
export function useInBrowser<T extends string | boolean>(read: () => T, before: T): T {
  return useSyncExternalStore(never, read, () => before)
}
