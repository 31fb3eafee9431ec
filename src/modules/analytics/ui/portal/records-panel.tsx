'use client'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { PartHead, TextButton } from '../../../../ui/portal-parts.tsx'
import { showDayNear } from '../../../../ui/show-day.ts'
import { recordsTimeline } from '../../rules/records-timeline.ts'
import { byWeight } from '../../rules/set-marks.ts'
import type { AthletePage } from './use-athlete.ts'
import { useRecordWords } from './use-record-words.ts'

const FIRST = 6
/** Of one lift on one day; the rest is behind the count. */
const KINDS = 2

/** What was broken lately, newest first: one line a lift and day. */
export function RecordsPanel({ page }: { page: Pick<AthletePage, 'records' | 'exercises' | 'athlete' | 'today'> }) {
  const t = useTranslations('athletePage')
  const locale = useLocale()
  const words = useRecordWords(page.athlete)
  const [all, setAll] = useState(false)
  const entries = recordsTimeline([...page.records].reverse())
  const shown = all ? entries : entries.slice(0, FIRST)
  return (
    <section aria-label={t('records')}>
      <PartHead title={t('records')} detail={t('recordsDetail')} />
      {entries.length === 0 && <p className="text-ink-2">{t('noRecords')}</p>}
      <ul className="num divide-y divide-line">
        {shown.map(({ localDay, exerciseId, workoutId, records }) => {
          const told = [...records].sort(byWeight)
          return (
            <li key={`${workoutId} ${exerciseId}`} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-1.5">
              <span className="truncate font-medium">{page.exercises[exerciseId]?.name ?? exerciseId}</span>
              <span className="text-ink-3">{showDayNear(localDay, page.today, locale)}</span>
              <span className="col-span-2 text-ink-2">
                {told.slice(0, all ? told.length : KINDS).map((record, index) => (
                  <span key={`${record.kind} ${record.at} ${record.loadMode}`}>
                    {index > 0 && ', '}
                    {words.long(record)}
                    {words.gain(record) && <span className="text-good"> {words.gain(record)}</span>}
                  </span>
                ))}
                {!all && told.length > KINDS && (
                  <span className="text-ink-3"> {t('moreRecords', { count: told.length - KINDS })}</span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {entries.length > FIRST && (
        <div className="mt-1.5">
          <TextButton onClick={() => setAll(!all)}>{all ? t('fewer') : t('allRecords')}</TextButton>
        </div>
      )}
    </section>
  )
}
