'use client'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { isStillTraining, lastActivityAt } from '../../rules/duration.ts'
import { clockText } from './clock-text.ts'
import { useNow } from './use-now.ts'
import type { OpenWorkout } from './use-open-workout.ts'

/** Nothing was checked for an hour: ask, and offer the time of the last set as the end. */
export function StillTraining({ open, onFinish }: { open: OpenWorkout; onFinish: (endedAt: number) => void }) {
  const t = useTranslations('stillTraining')
  const locale = useLocale()
  const now = useNow(30_000)
  const [answeredAt, setAnsweredAt] = useState(0)
  const { workout, blocks } = open
  const doneAts = blocks.flatMap(({ sets }) => sets.flatMap(({ doneAt }) => doneAt ?? []))
  if (now === null || isStillTraining(workout.startedAt, [...doneAts, ...(workout.pauses ?? []), answeredAt], now))
    return null
  const last = lastActivityAt(workout.startedAt, doneAts)
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(last)
  return (
    <div className="px-3 pt-3">
      <Notice
        tone="warn"
        actions={
          <>
            <Button onClick={() => setAnsweredAt(Date.now())}>{t('yes')}</Button>
            <Button onClick={() => onFinish(last)}>{t('finish', { time })}</Button>
          </>
        }
      >
        {t('text', { time: clockText(now - last) })}
      </Notice>
    </div>
  )
}
