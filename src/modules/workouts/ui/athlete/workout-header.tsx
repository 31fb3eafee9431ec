'use client'
import { ChevronDown, Ellipsis } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { clockText } from './clock-text.ts'
import { useNow } from './use-now.ts'
import type { OpenWorkout } from './use-open-workout.ts'

type Props = { open: OpenWorkout; onLeave: () => void; onMenu: () => void }

export function WorkoutHeader({ open, onLeave, onMenu }: Props) {
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
        <Progress startedAt={workout.startedAt} done={done} total={total} place={place?.name} />
      </div>
      <IconButton label={t('menu')} onClick={onMenu}>
        <Ellipsis size={22} aria-hidden />
      </IconButton>
    </header>
  )
}

function Progress(props: { startedAt: number; done: number; total: number; place: string | undefined }) {
  const { startedAt, done, total, place } = props
  const t = useTranslations('workout')
  const now = useNow(1000)
  const elapsed = clockText(Math.max(0, (now ?? startedAt) - startedAt))
  return (
    <p className="num truncate text-ink-2 text-sm">
      {total === 0 ? t('progressEmpty', { elapsed }) : t('progress', { elapsed, done, total })}
      {place && ` · ${place}`}
    </p>
  )
}
