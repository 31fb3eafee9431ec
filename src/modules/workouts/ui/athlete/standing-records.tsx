'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { showDay, showDayNear } from '../../../../ui/show-day.ts'
import type { Exercise } from '../../../exercises/model.ts'
import type { WholeWorkout } from '../../model.ts'
import { RECORD_KINDS } from '../../rules/record-marks.ts'
import { BY_HAND, type PersonalRecord } from '../../rules/records.ts'
import { standingRecords } from '../../rules/standing-records.ts'
import { RecordWhySheet } from './record-why-sheet.tsx'
import type { Habits } from './set-fields.ts'
import { useRecordText } from './use-record-text.ts'

type Props = {
  records: readonly PersonalRecord[]
  /** The workouts in which they were made. */
  history: readonly WholeWorkout[]
  exercise: Exercise
  habits: Habits
  today: number
  onOpen: (workoutId: string) => void
}

/** What stands now, kind by kind; of reps at a load the heaviest loads only, the list would have no end. */
export function StandingRecords({ records, history, exercise, habits, today, onOpen }: Props) {
  const t = useTranslations('exercisePage')
  const text = useRecordText(habits)
  const [asked, setAsked] = useState<PersonalRecord | null>(null)
  const of = asked && history.find(({ workout }) => workout.id === asked.workoutId)
  const standing = standingRecords(records).sort(
    (a, b) => RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind) || (b.at ?? 0) - (a.at ?? 0),
  )
  const seen = new Map<string, number>()
  const shown = standing.filter(({ kind }) => {
    const n = (seen.get(kind) ?? 0) + 1
    seen.set(kind, n)
    return n <= 5
  })
  if (shown.length === 0) return <p className="text-ink-2 text-sm">{t('noRecords')}</p>
  return (
    <>
      <ul>
        {shown.map((record) => (
          <li
            key={`${record.loadMode} ${record.kind} ${record.at ?? ''}`}
            className="border-line border-b last:border-b-0"
          >
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => setAsked(record)}
              className="-mx-3 flex min-h-14 w-[calc(100%+24px)] items-center gap-3 rounded-1 px-3 py-2 text-left hover:bg-surface active:bg-pressed"
            >
              <span className="min-w-0 flex-1">
                <span className="num block break-words font-medium">{text.name(record)}</span>
                <span className="num block text-ink-2 text-sm">
                  {showDayNear(record.localDay, today, habits.locale)}
                  {record.workoutId === BY_HAND && ` · ${t('byHand')}`}
                </span>
              </span>
              <span className="num shrink-0 font-bold text-lg">{text.value(record)}</span>
            </button>
          </li>
        ))}
      </ul>
      {asked && of && (
        <RecordWhySheet
          record={asked}
          whole={of}
          exercise={exercise}
          habits={habits}
          day={showDay(asked.localDay, 'full', habits.locale)}
          onClose={() => setAsked(null)}
          onOpen={() => {
            // Its sheet goes before another comes: a best by hand is changed in one.
            setAsked(null)
            onOpen(asked.workoutId)
          }}
        />
      )}
    </>
  )
}
