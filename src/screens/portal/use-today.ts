'use client'
import { useEffect, useState } from 'react'
import { dayOf } from '../../shared/local-day.ts'

const YEAR_S = 31_536_000

/** The reader's local day: the server's guess first, then the browser's own, and a new one after midnight. */
export function useToday(first: number): number {
  const [today, setToday] = useState(first)
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    // So that the server's next page knows the day too.
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in two of three browsers
    document.cookie = `spotter.zone=${encodeURIComponent(zone)}; path=/; max-age=${YEAR_S}; samesite=lax`
    const look = () => setToday(dayOf(Date.now(), zone))
    look()
    const timer = setInterval(look, 60_000)
    return () => clearInterval(timer)
  }, [])
  return today
}
