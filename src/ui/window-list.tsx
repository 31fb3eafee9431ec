'use client'
/** A long list that scrolls with the page: only the rows near the screen are in it, however many there are. */
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cx } from './cx.ts'

type Props<L extends { key: string }> = {
  lines: readonly L[]
  /** About how high a line is, in pixels, before it was drawn. */
  estimate: (line: L) => number
  render: (line: L) => ReactNode
  classOf?: (line: L) => string | false
  overscan?: number
  /** Called when the end comes near. A constant function, or one that is memoised. */
  onEnd?: () => void
  /** How high each row was when the list was left, and who is told so: the way back finds it as high as it was. */
  measured?: { before: VirtualItem[]; keep: (rows: VirtualItem[]) => void }
}

export type { VirtualItem }

export function WindowList<L extends { key: string }>(props: Props<L>) {
  const { lines, estimate, render, classOf, overscan = 8, onEnd, measured } = props
  const listRef = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    setTop(listRef.current?.offsetTop ?? 0)
  }, [])
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (i) => (lines[i] ? estimate(lines[i]) : 0),
    getItemKey: (i) => lines[i]?.key ?? i,
    ...(measured && { initialMeasurementsCache: measured.before }),
    overscan,
    scrollMargin: top,
  })
  const keep = measured?.keep
  useEffect(() => () => keep?.(virtual.measurementsCache), [virtual, keep])
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= lines.length - 10) onEnd?.()
  }, [last, lines.length, onEnd])
  return (
    <ul ref={listRef} className="relative" style={{ height: virtual.getTotalSize() }}>
      {rows.map((row) => {
        const line = lines[row.index]
        return (
          line && (
            <li
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              className={cx('absolute inset-x-0 top-0', classOf?.(line))}
              style={{ transform: `translateY(${row.start - top}px)` }}
            >
              {render(line)}
            </li>
          )
        )
      })}
    </ul>
  )
}
