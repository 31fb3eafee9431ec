'use client'
/**
 * An athlete's events, while their page is open. Pokes lead to one refetch at a time; the end of access is told at once;
 * a lost connection comes back by itself, and what was missed meanwhile is fetched.
 */
import { useEffect, useRef, useState } from 'react'
import { createPump } from './portal-pump.ts'

export type StreamState = 'connecting' | 'live' | 'lost' | 'revoked' | 'signed-out'

const DEBOUNCE_MS = 100
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const
/** Browsers allow six connections a host without HTTP/2: tabs in the background give theirs back. */
const HIDDEN_MS = 30_000

/** `isOver`: something else said that there is nothing more to hear; what was heard last stays. */
export function useAthleteStream(athleteId: string, refetch: () => Promise<unknown>, isOver: boolean): StreamState {
  const [state, setState] = useState<StreamState>('connecting')
  const latest = useRef(refetch)
  useEffect(() => {
    latest.current = refetch
  }, [refetch])

  useEffect(() => {
    if (isOver) return
    setState('connecting')
    const pump = createPump(() => latest.current(), DEBOUNCE_MS)
    let source: EventSource | null = null
    let tries = 0
    let retry: ReturnType<typeof setTimeout> | undefined
    let hide: ReturnType<typeof setTimeout> | undefined

    function close() {
      source?.close()
      source = null
    }

    function end(final: StreamState) {
      close()
      pump.stop()
      clearTimeout(retry)
      document.removeEventListener('visibilitychange', onVisibility)
      setState(final)
    }

    function open() {
      clearTimeout(retry)
      close()
      const opened = new EventSource(`/api/events?space=${encodeURIComponent(athleteId)}`)
      source = opened
      opened.addEventListener('hello', () => {
        tries = 0
        setState('live')
        // What happened between the page's first data and now was told to nobody.
        pump.push()
      })
      opened.addEventListener('poke', pump.push)
      opened.addEventListener('revoked', () => end('revoked'))
      opened.addEventListener('signed-out', () => end('signed-out'))
      opened.onerror = () => {
        if (source !== opened) return
        setState('lost')
        // The browser itself comes back after a lost connection, but not after an answer that is no stream.
        if (opened.readyState !== EventSource.CLOSED) return
        close()
        // The refetch says why: not shared any more, signed out, or a server that is away.
        pump.push()
        retry = setTimeout(open, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)])
        tries += 1
      }
    }

    function onVisibility() {
      clearTimeout(hide)
      if (document.visibilityState === 'hidden') {
        hide = setTimeout(() => {
          clearTimeout(retry)
          close()
        }, HIDDEN_MS)
      } else if (!source) open()
    }

    open()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      close()
      pump.stop()
      clearTimeout(retry)
      clearTimeout(hide)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [athleteId, isOver])

  return state
}
