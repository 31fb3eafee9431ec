'use client'
/** The end of a rest as a notice while the app is hidden: asked for at the first rest, in words, and only once. */
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { askForNotices, askLater, noticeAt, useNoticeState } from '../../../../client/notices.ts'
import { Button } from '../../../../ui/button.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import type { NextUp } from './rest-bar.tsx'
import { useRest } from './rest-timer.ts'

export function RestNotice({
  workoutId,
  next,
  isTyping,
}: {
  workoutId: string
  next: NextUp | null
  isTyping: boolean
}) {
  const t = useTranslations('workout.restNotice')
  const state = useNoticeState()
  const rest = useRest(workoutId)
  const endsAt = rest?.endsAt ?? null
  const body = next ? t('next', next) : t('last')
  useEffect(() => {
    if (endsAt === null || state !== 'granted') return
    return noticeAt(endsAt, { tag: 'rest', title: t('over'), body, url: '/train/workout' })
  }, [endsAt, state, body, t])
  // Never over the pad: the question waits for the next rest.
  if (!rest || state !== 'ask' || isTyping) return null
  return (
    <section aria-label={t('label')} className="mx-2 mb-2 rounded-[18px] bg-raised p-4 shadow-float ring-1 ring-line">
      <p className="font-semibold">{t('ask')}</p>
      <p className="mt-0.5 text-ink-2 text-sm">{t('text')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          tone="primary"
          onClick={() =>
            void askForNotices().then((answer) => {
              if (answer === 'granted') showToast({ tone: 'good', text: t('on') })
              if (answer === 'denied') showToast({ text: t('denied') })
            })
          }
        >
          {t('yes')}
        </Button>
        <Button tone="quiet" onClick={askLater}>
          {t('notNow')}
        </Button>
      </div>
    </section>
  )
}
