'use client'
/** The list of workouts by month. Only the rows near the screen are in the page, however long the history. */
import { type ComponentProps, useMemo } from 'react'
import { useLocale } from 'use-intl'
import { monthKey } from '../../../../shared/local-day.ts'
import { showDay } from '../../../../ui/show-day.ts'
import { type VirtualItem, WindowList } from '../../../../ui/window-list.tsx'
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
function keep(rows: VirtualItem[]): void {
  measured = rows
}

export function HistoryList({ items, book, units, hrefOf, onEnd }: Props) {
  const locale = useLocale()
  const lines = useMemo(() => linesOf(items), [items])
  return (
    <WindowList
      lines={lines}
      estimate={(line) => ('month' in line ? 52 : 104)}
      measured={{ before: measured, keep }}
      onEnd={onEnd}
      render={(line) =>
        'month' in line ? (
          <h2 className="pt-5 pb-1.5 font-bold text-[1rem] tracking-tight">{showDay(line.month, 'month', locale)}</h2>
        ) : (
          <HistoryCard summary={line.summary} book={book} units={units} href={hrefOf(line.summary.workout.id)} />
        )
      }
    />
  )
}
