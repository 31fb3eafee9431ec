'use client'
/** A row taken by its handle follows the finger, the others make room, letting go drops it. Finger, pen and mouse alike. */
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

export type Drag = { id: string; from: number; to: number; dy: number; height: number }

/** Where the row that was moved by `dy` comes to lie: it takes a place when it has passed the middle of who is there. */
export function dropIndex(heights: readonly number[], from: number, dy: number): number {
  const step = dy < 0 ? -1 : 1
  let to = from
  let passed = 0
  for (let next = from + step; heights[next] !== undefined; next += step) {
    const height = heights[next] ?? 0
    if (Math.abs(dy) <= passed + height / 2) break
    passed += height
    to = next
  }
  return to
}

/** How far a row stands from its place while another one is dragged. */
export function shiftOf(index: number, { from, to, dy, height }: Drag): number {
  if (index === from) return dy
  if (index > from && index <= to) return -height
  return index < from && index >= to ? height : 0
}

const EDGE = 56
const SCROLL_STEP = 6

export function useDragOrder(list: RefObject<HTMLElement | null>, onDrop: (id: string, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const running = useRef<AbortController | null>(null)
  const drop = useRef(onDrop)
  drop.current = onDrop
  useEffect(() => () => running.current?.abort(), [])

  function start(event: PointerEvent<HTMLElement>, id: string, from: number): void {
    const rows = list.current
    if (!rows || event.button !== 0 || !event.isPrimary) return
    event.preventDefault()
    const handle: HTMLElement = event.currentTarget
    const heights = [...rows.children].map((row) => (row as HTMLElement).offsetHeight)
    const scroller = scrollerOf(rows)
    const grabbedAt = event.clientY + (scroller?.scrollTop ?? 0)
    let y = event.clientY
    let frame = 0
    let now: Drag = { id, from, to: from, dy: 0, height: heights[from] ?? 0 }
    const ending = new AbortController()
    running.current?.abort()
    running.current = ending
    const { signal } = ending

    const follow = () => {
      const dy = y + (scroller?.scrollTop ?? 0) - grabbedAt
      now = { ...now, dy, to: dropIndex(heights, from, dy) }
      setDrag(now)
    }
    const scrollAtEdge = () => {
      const box = scroller?.getBoundingClientRect()
      const by = !box ? 0 : y < box.top + EDGE ? -SCROLL_STEP : y > box.bottom - EDGE ? SCROLL_STEP : 0
      if (scroller && by !== 0) {
        scroller.scrollTop += by
        follow()
      }
      frame = requestAnimationFrame(scrollAtEdge)
    }
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(frame)
      setDrag(null)
    })
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener(
      'pointermove',
      (moved) => {
        y = moved.clientY
        follow()
      },
      { signal },
    )
    handle.addEventListener(
      'pointerup',
      () => {
        ending.abort()
        if (now.to !== from) drop.current(id, now.to)
      },
      { signal },
    )
    handle.addEventListener('pointercancel', () => ending.abort(), { signal })
    follow()
    scrollAtEdge()
  }

  return { drag, start }
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  let at = element.parentElement
  while (at && getComputedStyle(at).overflowY !== 'auto') at = at.parentElement
  return at
}
