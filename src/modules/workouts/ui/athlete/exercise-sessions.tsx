'use client'
/** Each time an exercise was done, newest first. */
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Button } from '../../../../ui/button.tsx'
import { showDayNear } from '../../../../ui/show-day.ts'
import type { Exercise } from '../../../exercises/model.ts'
import type { WholeWorkout } from '../../model.ts'
import { e1rmOfSet } from '../../rules/e1rm.ts'
import { setMarks } from '../../rules/set-kinds.ts'
import { fieldsOf, type Habits } from './set-fields.ts'
import { estimateText } from './use-record-text.ts'
import { useSetWords } from './use-set-words.ts'

const STEP = 20

type Props = {
  /** Newest first, each with this exercise only. */
  wholes: readonly WholeWorkout[]
  exercise: Exercise
  habits: Habits
  today: number
  hrefOf: (id: string) => string
}

export function ExerciseSessions({ wholes, exercise, habits, today, hrefOf }: Props) {
  const t = useTranslations('exercisePage')
  const words = useSetWords(habits)
  const [most, setMost] = useState(STEP)
  return (
    <div className="pt-2">
      <ul>
        {wholes.slice(0, most).map(({ workout, entries }) => {
          const sets = entries.flatMap((entry) => entry.sets).filter(({ doneAt }) => doneAt !== null)
          const marks = setMarks(sets)
          const best = Math.max(0, ...sets.map((set) => e1rmOfSet(set, workout.bodyweightG, exercise)?.g ?? 0))
          return (
            <li key={workout.id} className="border-line border-b last:border-b-0">
              <Link
                href={hrefOf(workout.id)}
                className="-mx-3 block rounded-1 px-3 py-3 hover:bg-surface active:bg-pressed"
              >
                <span className="num flex items-baseline justify-between gap-3">
                  <span className="font-semibold">{showDayNear(workout.localDay, today, habits.locale)}</span>
                  {best > 0 && (
                    <span className="text-ink-2 text-sm">{t('estimate', { value: estimateText(best, habits) })}</span>
                  )}
                </span>
                <span className="num mt-1 flex flex-wrap gap-x-4 gap-y-1">
                  {sets.map((set, i) => {
                    const fields = fieldsOf({ measure: exercise.measure, loadMode: set.loadMode }, habits.effort)
                    return (
                      <span key={set.id} className="whitespace-nowrap">
                        {set.kind !== 'normal' && (
                          <span className="mr-1 font-semibold text-sm text-warn">{marks[i]}</span>
                        )}
                        {words.short(set, fields, exercise.measure)}
                      </span>
                    )
                  })}
                </span>
                {entries.map(
                  ({ entry }) =>
                    entry.notes && (
                      <span key={entry.id} className="mt-1 block break-words text-ink-2 text-sm italic">
                        {entry.notes}
                      </span>
                    ),
                )}
              </Link>
            </li>
          )
        })}
      </ul>
      {wholes.length > most && (
        <Button wide className="mt-3" onClick={() => setMost(most + STEP * 2)}>
          {t('earlier', { n: wholes.length - most })}
        </Button>
      )}
    </div>
  )
}
