'use client'
import { Trophy } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Button } from '../../../../ui/button.tsx'
import { showDayNear } from '../../../../ui/show-day.ts'
import type { TimelineEntry } from '../../../analytics/rules/records-timeline.ts'
import type { Habits } from './set-fields.ts'
import { useRecordText } from './use-record-text.ts'

type Props = {
  entries: readonly TimelineEntry[]
  nameOf: (exerciseId: string) => string
  hrefOf: (workoutId: string) => string
  habits: Habits
  today: number
}

const STEP = 8

/** Records as a story, newest first. */
export function RecordTimeline({ entries, nameOf, hrefOf, habits, today }: Props) {
  const t = useTranslations('progress')
  const text = useRecordText(habits)
  const [most, setMost] = useState(STEP)
  return (
    <>
      <ol>
        {entries.slice(0, most).map((entry) => (
          <li key={`${entry.exerciseId} ${entry.workoutId}`} className="border-line border-b last:border-b-0">
            <Link
              href={hrefOf(entry.workoutId)}
              className="-mx-3 flex min-h-14 items-start gap-3 rounded-1 px-3 py-3 hover:bg-surface active:bg-pressed"
            >
              <Trophy size={18} aria-hidden className="mt-0.5 shrink-0 text-good" />
              <span className="min-w-0 flex-1">
                <span className="flex items-baseline justify-between gap-3">
                  <span className="min-w-0 break-words font-medium">{nameOf(entry.exerciseId)}</span>
                  <span className="num shrink-0 text-ink-2 text-sm">
                    {showDayNear(entry.localDay, today, habits.locale)}
                  </span>
                </span>
                {entry.records.map((record) => (
                  <span
                    key={`${record.kind} ${record.at ?? ''}`}
                    className="num mt-0.5 flex justify-between gap-3 text-ink-2"
                  >
                    <span className="min-w-0 text-sm">{text.name(record)}</span>
                    <span className="shrink-0 font-semibold text-ink text-sm">{text.value(record)}</span>
                  </span>
                ))}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {entries.length > most && (
        <Button wide className="mt-3" onClick={() => setMost(most + STEP * 3)}>
          {t('earlierRecords')}
        </Button>
      )}
    </>
  )
}
