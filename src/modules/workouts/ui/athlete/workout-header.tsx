'use client'
import { ChevronDown, Ellipsis } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import type { Workout } from '../../model.ts'
import { clockNow, isPaused, runMs } from '../../rules/duration.ts'
import { clockText } from './clock-text.ts'
import { useNow } from './use-now.ts'
import type { OpenWorkout } from './use-open-workout.ts'

type Props = { open: OpenWorkout; onLeave: () => void; onMenu: () => void; onGoOn: () => void }

export function WorkoutHeader({ open, onLeave, onMenu, onGoOn }: Props) {
  const t = useTranslations('workout')
  const { workout, place, done, total } = open
  return (
    <header className="flex min-h-14 items-center border-line border-b px-1 py-1 pt-[max(0.25rem,env(safe-area-inset-top))]">
      <IconButton label={t('leave')} onClick={onLeave}>
        <ChevronDown size={24} aria-hidden />
      </IconButton>
      <div className="min-w-0 flex-1">
        <h1 className="truncate font-bold text-[1.0625rem] leading-tight tracking-[-0.01em]">
          {workout.title || t('untitled')}
        </h1>
        <Progress workout={workout} done={done} total={total} place={place?.name} />
      </div>
      {isPaused(workout) && <Button onClick={onGoOn}>{t('goOn')}</Button>}
      <IconButton label={t('menu')} onClick={onMenu}>
        <Ellipsis size={22} aria-hidden />
      </IconButton>
    </header>
  )
}

function Progress(props: { workout: Workout; done: number; total: number; place: string | undefined }) {
  const { workout, done, total, place } = props
  const t = useTranslations('workout')
  const now = useNow(1000)
  const elapsed = clockText(runMs(workout.startedAt, clockNow(workout, now ?? workout.startedAt), workout.pauses))
  return (
    <p className="num truncate text-ink-2 text-sm">
      {isPaused(workout) && `${t('paused')} · `}
      {total === 0 ? t('progressEmpty', { elapsed }) : t('progress', { elapsed, done, total })}
      {place && ` · ${place}`}
    </p>
  )
}
