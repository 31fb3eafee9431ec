'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { civilOf, dayFromCivil, daysInMonth, weekStartDay } from '../../../../shared/local-day.ts'
import { cx } from '../../../../ui/cx.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { TrainingBreak } from '../../model/breaks.ts'

type Props = {
  /** Any day of the month that is shown. */
  month: number
  today: number
  weekStart: number
  selected: number | null
  /** How many workouts a day has. */
  counts: ReadonlyMap<number, number>
  /** Days of rest, illness or holiday. */
  breaks: readonly TrainingBreak[]
  onMonth: (months: -1 | 1) => void
  onSelect: (day: number) => void
}

export function HistoryCalendar({ month, today, weekStart, selected, counts, breaks, onMonth, onSelect }: Props) {
  const t = useTranslations('history')
  const locale = useLocale()
  const { year, month: number } = civilOf(month)
  const first = dayFromCivil(year, number, 1)
  const last = first + daysInMonth(year, number) - 1
  const start = weekStartDay(first, weekStart)
  const weeks = Math.ceil((last - start + 1) / 7)
  return (
    <section aria-label={showDay(first, 'month', locale)}>
      <div className="flex items-center justify-between">
        <IconButton label={t('monthBefore')} onClick={() => onMonth(-1)}>
          <ChevronLeft size={24} aria-hidden />
        </IconButton>
        <h2 aria-live="polite" className="font-bold text-lg tracking-tight">
          {showDay(first, 'month', locale)}
        </h2>
        <IconButton label={t('monthAfter')} disabled={last >= today} onClick={() => onMonth(1)}>
          <ChevronRight size={24} aria-hidden />
        </IconButton>
      </div>
      <div aria-hidden className="mt-1 grid grid-cols-7">
        {Array.from({ length: 7 }, (_, i) => start + i).map((day) => (
          <span key={day} className="caps py-2 text-center">
            {showDay(day, 'shortWeekday', locale).slice(0, 2)}
          </span>
        ))}
      </div>
      <ol className="grid grid-cols-7 gap-y-1">
        {Array.from({ length: weeks * 7 }, (_, i) => start + i).map((day) => {
          if (day < first || day > last) return <li key={day} />
          const count = counts.get(day) ?? 0
          const rest = breaks.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
          return (
            <li key={day} className="grid place-items-center">
              <button
                type="button"
                onClick={() => onSelect(day)}
                aria-pressed={day === selected}
                aria-label={[
                  t('dayWorkouts', { day: showDay(day, 'full', locale), n: count }),
                  rest && t(`break.${rest.kind}`),
                ]
                  .filter(Boolean)
                  .join(', ')}
                aria-current={day === today ? 'date' : undefined}
                className={cx(
                  'num relative grid size-12 place-items-center rounded-2 font-semibold text-[1rem] active:bg-pressed',
                  count > 0 ? 'bg-good-soft text-good-num' : day > today ? 'font-normal text-ink-2' : 'text-ink-2',
                  day === selected ? 'edge-accent' : day === today && 'edge text-ink',
                )}
              >
                {civilOf(day).day}
                {rest && <span aria-hidden className="absolute inset-x-2 top-1 h-[3px] rounded-full bg-info" />}
                {count > 1 && (
                  <span aria-hidden className="absolute bottom-1.5 flex gap-0.5">
                    <span className="size-1 rounded-full bg-good" />
                    <span className="size-1 rounded-full bg-good" />
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
