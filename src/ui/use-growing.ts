'use client'
import { type RefCallback, startTransition, useEffect, useState } from 'react'

/** Below the edge of what scrolls: rows are there before they are seen. */
const AHEAD = '0px 0px 600px 0px'

/**
 * A long list, `first` of it at once and twice as much each time its end comes near: rows that nobody scrolls to cost
 * nothing. `end` goes onto an element behind the rows, inside an element marked `data-scroller`.
 */
export function useGrowing<T>(items: readonly T[], first: number): { shown: readonly T[]; end: RefCallback<Element> } {
  const [grown, setGrown] = useState({ items, count: first })
  const [end, setEnd] = useState<Element | null>(null)
  const count = grown.items === items ? grown.count : first
  const isWhole = count >= items.length
  useEffect(() => {
    if (!end || isWhole) return
    const onSeen = (entries: IntersectionObserverEntry[]) => {
      if (entries.some(({ isIntersecting }) => isIntersecting))
        startTransition(() => setGrown({ items, count: count * 2 }))
    }
    const observer = new IntersectionObserver(onSeen, { root: end.closest('[data-scroller]'), rootMargin: AHEAD })
    observer.observe(end)
    return () => observer.disconnect()
  }, [end, items, count, isWhole])
  return { shown: isWhole ? items : items.slice(0, count), end: setEnd }
}
