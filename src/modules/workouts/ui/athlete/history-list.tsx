'use client'
/** The list of workouts by month. Only the rows near the screen are in the page, however long the history. */
import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type ComponentProps, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocale } from 'use-intl'
import { monthKey } from '../../../../shared/local-day.ts'
import { showDay } from '../../../../ui/show-day.ts'
import type { WorkoutSummary } from '../../rules/summary.ts'
import type { ExerciseBook } from './exercise-book.ts'
import { HistoryCard } from './history-card.tsx'

type Props = {
  items: readonly WorkoutSummary[]
  book: ExerciseBook
  units: ComponentProps<typeof HistoryCard>['units']
  hrefOf: (id: string) => string
  /** Called when the end comes near. */
  onEnd: () => void
}

type Line = { key: string; month: number } | { key: string; summary: WorkoutSummary }

export function linesOf(items: readonly WorkoutSummary[]): Line[] {
  let month = ''
  return items.flatMap((summary): Line[] => {
    const { id, localDay } = summary.workout
    const own = monthKey(localDay)
    const line = { key: id, summary }
    if (own === month) return [line]
    month = own
    return [{ key: own, month: localDay }, line]
  })
}

/** How high each row was: the way back finds the list as high as it was left. */
let measured: VirtualItem[] = []

export function HistoryList({ items, book, units, hrefOf, onEnd }: Props) {
  const locale = useLocale()
  const lines = useMemo(() => linesOf(items), [items])
  const listRef = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    setTop(listRef.current?.offsetTop ?? 0)
  }, [])
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (i) => (lines[i] && 'month' in lines[i] ? 52 : 104),
    getItemKey: (i) => lines[i]?.key ?? i,
    initialMeasurementsCache: measured,
    overscan: 8,
    scrollMargin: top,
  })
  useEffect(
    () => () => {
      measured = virtual.measurementsCache
    },
    [virtual],
  )
  const rows = virtual.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= lines.length - 10) onEnd()
  }, [last, lines.length, onEnd])
  return (
    <ul ref={listRef} className="relative" style={{ height: virtual.getTotalSize() }}>
      {rows.map((row) => {
        const line = lines[row.index]
        if (!line) return null
        return (
          <li
            key={row.key}
            ref={virtual.measureElement}
            data-index={row.index}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${row.start - top}px)` }}
          >
            {'month' in line ? (
              <h2 className="pt-5 pb-1.5 font-bold text-[1rem] tracking-tight">
                {showDay(line.month, 'month', locale)}
              </h2>
            ) : (
              <HistoryCard summary={line.summary} book={book} units={units} href={hrefOf(line.summary.workout.id)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
