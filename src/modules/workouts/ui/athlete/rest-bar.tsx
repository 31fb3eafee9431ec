'use client'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { clockText } from './clock-text.ts'
import { changeRest, endRest, REST_STALE_MS, useRest } from './rest-timer.ts'
import { useNow } from './use-now.ts'

/** A slim bar over nothing: time left, what comes next, −15, +15, skip. Slimmer still while the pad is open. */
export type NextUp = { exercise: string; figures: string }

export function RestBar({ workoutId, next, slim }: { workoutId: string; next: NextUp | null; slim: boolean }) {
  const rest = useRest(workoutId)
  return rest ? <Running rest={rest} next={next} slim={slim} /> : <LiveLine text="" />
}

function Running({
  rest,
  next,
  slim,
}: {
  rest: { startedAt: number; endsAt: number }
  next: NextUp | null
  slim: boolean
}) {
  const t = useTranslations('workout.rest')
  // The clock was read last before the rest began.
  const now = Math.max(useNow(250) ?? 0, rest.startedAt)
  const leftMs = rest.endsAt - now
  const isOver = leftMs <= 0
  const said = next && t('nextFigures', next)
  const [live, setLive] = useState('')
  const signalled = useRef<number | null>(null)

  useEffect(() => {
    setLive(t('started', { time: clockText(rest.endsAt - rest.startedAt) }))
  }, [rest.startedAt, rest.endsAt, t])

  useEffect(() => {
    if (!isOver || signalled.current === rest.endsAt) return
    signalled.current = rest.endsAt
    setLive(said ? t('overLive', { what: said }) : t('overLiveLast'))
  }, [isOver, rest.endsAt, said, t])

  useEffect(() => {
    if (leftMs < -REST_STALE_MS) endRest()
  }, [leftMs])

  const total = clockText(rest.endsAt - rest.startedAt)
  const shown = isOver ? `+${clockText(-leftMs)}` : clockText(Math.ceil(leftMs / 1000) * 1000)
  const share = isOver ? 1 : 1 - leftMs / Math.max(1, rest.endsAt - rest.startedAt)
  return (
    <section
      aria-label={t('label')}
      className="mx-2 mb-2 overflow-hidden rounded-[18px] bg-raised shadow-float ring-1 ring-line"
    >
      <LiveLine text={live} />
      {!slim && (
        <div aria-hidden className="h-1 bg-bg">
          <i
            className={`block h-1 origin-left transition-transform duration-300 ease-linear ${isOver ? 'bg-good' : 'bg-accent'}`}
            style={{ transform: `scaleX(${share})` }}
          />
        </div>
      )}
      <div className={`flex flex-wrap items-center pr-1 pl-4 ${slim ? 'min-h-12' : 'min-h-[58px]'}`}>
        <div className={`flex min-w-0 items-center ${slim ? 'flex-[1_1_5rem]' : 'flex-[1_1_10.5rem]'}`}>
          <b
            role="timer"
            className={`num shrink-0 font-bold tracking-tight ${slim ? 'mr-2.5 text-[1.1875rem]' : 'min-w-[4.6rem] pr-2 text-[1.5625rem]'} ${isOver ? 'text-good-num' : ''}`}
          >
            {shown}
          </b>
          <span className="num min-w-0 flex-1 py-1 text-ink-2 text-sm leading-tight">
            {isOver ? t('over') : slim ? t('short') : next ? t('ofNext', { total }) : t('of', { total })}
            {!slim && (
              <strong className="flex gap-x-1 font-semibold text-ink">
                {next ? (
                  <>
                    <span className="min-w-0 truncate">{next.exercise}</span>
                    <span className="shrink-0">{next.figures}</span>
                  </>
                ) : (
                  t('last')
                )}
              </strong>
            )}
          </span>
        </div>
        <div className="ml-auto flex">
          {!slim && !isOver && (
            <>
              <Key label={t('minusLabel')} onClick={() => changeRest(-15, Date.now())}>
                {t('minus')}
              </Key>
              <Key label={t('plusLabel')} onClick={() => changeRest(15, Date.now())}>
                {t('plus')}
              </Key>
            </>
          )}
          <button
            type="button"
            onClick={endRest}
            className="min-h-12 min-w-14 rounded-1 px-2 font-semibold text-accent-text active:bg-pressed"
          >
            {isOver ? t('hide') : t('skip')}
          </button>
        </div>
      </div>
    </section>
  )
}

function Key({ label, onClick, children }: { label: string; onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="num min-h-12 min-w-12 rounded-1 px-1 font-semibold active:bg-pressed"
    >
      {children}
    </button>
  )
}

/** Said once when it changes, never every second. */
function LiveLine({ text }: { text: string }) {
  return (
    <span role="status" aria-live="polite" className="sr-only">
      {text}
    </span>
  )
}
