import { RotateCcw } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { showDayNear } from '../../../../ui/show-day.ts'
import type { WholeWorkout } from '../../model.ts'
import type { ExerciseBook } from './exercise-book.ts'

type Props = {
  wholes: readonly WholeWorkout[]
  book: ExerciseBook
  today: number
  hrefOf: (id: string) => string
  onRepeat: (whole: WholeWorkout) => void
}

/** What was done lately, to look at or to do again. */
export function RepeatList({ wholes, book, today, hrefOf, onRepeat }: Props) {
  const t = useTranslations('day')
  const locale = useLocale()
  return (
    <ul>
      {wholes.map((whole) => {
        const { workout, entries } = whole
        const names = entries.map(({ entry }) => book.get(entry.exerciseId).name)
        return (
          <li key={workout.id} className="flex items-center gap-2 border-line border-b last:border-b-0">
            <Link
              href={hrefOf(workout.id)}
              className="-ml-3 flex min-h-15 min-w-0 flex-1 flex-col justify-center rounded-1 py-1.5 pl-3 active:bg-pressed"
            >
              <span className="flex items-baseline gap-2">
                <span className="truncate font-medium">{workout.title || t('untitled')}</span>
                <span className="num shrink-0 text-ink-2 text-sm">{showDayNear(workout.localDay, today, locale)}</span>
              </span>
              <span className="truncate text-ink-2 text-sm">{names.join(', ')}</span>
            </Link>
            <IconButton
              label={t('repeat', { title: workout.title || t('untitled') })}
              onClick={() => onRepeat(whole)}
              className="edge"
            >
              <RotateCcw size={20} aria-hidden />
            </IconButton>
          </li>
        )
      })}
    </ul>
  )
}
