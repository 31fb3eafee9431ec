'use client'
/** The end of a rest where the page can't show it: asked for at the first rest, in words, and only once. */
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useDeviceAccount } from '../../../../client/account-provider.tsx'
import { askForNotices, askLater, noticeAt, useNoticeState } from '../../../../client/notices.ts'
import { renewOnce, renewPush } from '../../../../client/push.ts'
import { useRings } from '../../../../client/ring-settings.ts'
import { Button } from '../../../../ui/button.tsx'
import { showToast } from '../../../../ui/toast.tsx'
import { useMediaKeys } from './media-keys.ts'
import type { NextUp } from './rest-bar.tsx'
import { armSignal, signalRestOver } from './rest-signal.ts'
import { useRest } from './rest-timer.ts'
import { tellServerOfRest } from './rest-words.ts'
import type { Logging } from './use-logging.ts'
import type { OpenWorkout } from './use-open-workout.ts'
import type { SetWords } from './use-set-words.ts'
import type { WorkoutActions } from './use-workout-actions.ts'

type Props = { open: OpenWorkout; next: NextUp | null; logging: Logging; actions: WorkoutActions; words: SetWords }

/** The workout in which it was read that nothing rings without a signal: said once in each. */
let toldIn: string | null = null

export function RestNotice({ open, next, logging, actions, words }: Props) {
  const t = useTranslations('restNotice')
  const c = useTranslations('common')
  const state = useNoticeState()
  const rest = useRest(open.workout.id)
  const { identity } = useDeviceAccount()
  const account = identity?.kind === 'account' ? identity.space : null
  const isOnline = useSyncExternalStore(
    subscribeToSignal,
    () => navigator.onLine,
    () => true,
  )
  const [told, setTold] = useState(toldIn)
  const startedAt = rest?.startedAt ?? null
  const endsAt = rest?.endsAt ?? null
  useEffect(() => {
    // In the wake of the tap that began it.
    if (startedAt !== null) armSignal()
  }, [startedAt])
  useEffect(() => {
    if (endsAt === null) return
    const timer = setTimeout(() => {
      // Coming back long after the end is no moment for a sound.
      if (Date.now() - endsAt < 3000) signalRestOver()
    }, endsAt - Date.now())
    return () => clearTimeout(timer)
  }, [endsAt])
  useEffect(() => {
    if (account) renewOnce(account)
  }, [account])
  const title = t('over')
  const body = next ? t('next', next) : t('last')
  const isGranted = state === 'granted'
  useEffect(() => {
    if (endsAt === null || !isGranted) return
    return noticeAt(endsAt, { tag: 'rest', title, body, url: '/train/workout' })
  }, [endsAt, isGranted, title, body])
  useEffect(() => {
    tellServerOfRest(account && isGranted ? { account, title, body } : null)
  }, [account, isGranted, title, body])
  useMediaKeys(useRings().keys, {
    next: () => open.nextId !== null && logging.actions.check(open.nextId),
    previous: () => takeBack(open, actions, words),
  })
  // Never over the pad: the question waits for the next rest.
  if (!rest || logging.pad) return null
  if (isGranted && !isOnline && told !== open.workout.id) {
    return (
      <Card label={t('label')} title={t('silent')} text={t('silentText')}>
        <Button
          onClick={() => {
            toldIn = open.workout.id
            setTold(toldIn)
          }}
        >
          {c('close')}
        </Button>
      </Card>
    )
  }
  if (state !== 'ask') return null
  return (
    <Card label={t('label')} title={t('ask')} text={t(account && 'PushManager' in window ? 'textPush' : 'text')}>
      <Button
        tone="primary"
        onClick={() =>
          void askForNotices().then((answer) => {
            if (answer === 'granted') {
              showToast({ tone: 'good', text: t('on') })
              if (account) void renewPush(account).catch(() => {})
            }
            if (answer === 'denied') showToast({ text: t('denied') })
          })
        }
      >
        {t('yes')}
      </Button>
      <Button tone="quiet" onClick={askLater}>
        {t('notNow')}
      </Button>
    </Card>
  )
}

function Card({ label, title, text, children }: { label: string; title: string; text: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="mx-2 mb-2 rounded-[18px] bg-raised p-4 shadow-float ring-1 ring-line">
      <p className="font-semibold">{title}</p>
      <p className="mt-0.5 text-ink-2 text-sm">{text}</p>
      <div className="mt-3 flex flex-wrap gap-2">{children}</div>
    </section>
  )
}

function subscribeToSignal(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** The set that was checked last, as by its own menu: with undo. */
function takeBack({ blocks }: OpenWorkout, actions: WorkoutActions, words: SetWords): void {
  const done = blocks.flatMap(({ sets, marks }) =>
    sets.map((set, i) => ({ set, name: words.name(set, marks[i] ?? '') })),
  )
  const last = done.reduce<(typeof done)[number] | null>(
    (latest, one) => ((one.set.doneAt ?? -1) > (latest?.set.doneAt ?? -1) ? one : latest),
    null,
  )
  if (last && last.set.doneAt !== null) actions.reopenSet(last.set.id, last.set.doneAt, last.name)
}
