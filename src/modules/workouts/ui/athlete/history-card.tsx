import { useLocale, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { civilOf } from '../../../../shared/local-day.ts'
import { formatDistance, formatTonnage } from '../../../../shared/units.ts'
import { showDay } from '../../../../ui/show-day.ts'
import type { WorkoutSummary } from '../../rules/summary.ts'
import type { ExerciseBook } from './exercise-book.ts'
import type { Habits } from './set-fields.ts'

type Props = {
  summary: WorkoutSummary
  book: ExerciseBook
  units: Pick<Habits, 'loadUnit' | 'distanceUnit'>
  href: string
  /** Given outside of a month's list: the month is said too, and the year when it is long ago. */
  today?: number
}

/** One workout of the list: its day at the left, what it was at the right. */
export function HistoryCard({ summary, book, units, href, today }: Props) {
  const t = useTranslations('history')
  const locale = useLocale()
  const { workout, exercises, sets, tonnageG, distanceM } = summary
  const figures = [
    workout.activeMs !== null && workout.activeMs > 0 && t('minutes', { n: Math.round(workout.activeMs / 60_000) }),
    distanceM > 0 && formatDistance(Math.round(distanceM / 10) * 10, units.distanceUnit, locale),
    // One set is what a run is.
    (sets !== 1 || distanceM === 0) && t('sets', { n: sets }),
    tonnageG > 0 && formatTonnage(tonnageG, units.loadUnit, locale),
  ].filter(Boolean)
  return (
    <Link href={href} className="-mx-2 flex gap-3 rounded-2 px-2 py-3 hover:bg-surface active:bg-pressed">
      <span className="flex w-[2.75rem] shrink-0 flex-col items-center pt-0.5">
        <span className="caps">{showDay(workout.localDay, 'shortWeekday', locale)}</span>
        <span className="num font-bold text-xl">{civilOf(workout.localDay).day}</span>
        {today !== undefined && (
          <span className="num text-center text-ink-2 text-xs">
            {showDay(workout.localDay, today - workout.localDay > 300 ? 'monthYear' : 'shortMonth', locale)}
          </span>
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="truncate font-semibold text-[1rem]">{workout.title || t('untitled')}</span>
          {workout.state === 'partial' && <span className="shrink-0 text-sm text-warn">{t('partial')}</span>}
        </span>
        <span className="num block text-ink-2 text-sm">{figures.join(' · ')}</span>
        <span className="mt-1 line-clamp-2 break-words text-ink-2 text-sm">
          {exercises.map(({ exerciseId, sets: n }) => t('line', { n, name: book.get(exerciseId).name })).join(', ')}
        </span>
      </span>
    </Link>
  )
}
