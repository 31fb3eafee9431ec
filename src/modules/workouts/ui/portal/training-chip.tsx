'use client'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Chip } from '../../../../ui/portal-parts.tsx'
import type { WholeWorkout } from '../../model.ts'
import { trainingNow } from '../../rules/training-now.ts'

/** What the athlete is at right now, if anything. Says it by the browser's clock, so it comes after the first paint. */
export function TrainingChip({ workouts }: { workouts: readonly WholeWorkout[] }) {
  const t = useTranslations('athletePage')
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const look = () => setNow(Date.now())
    look()
    const timer = setInterval(look, 30_000)
    return () => clearInterval(timer)
  }, [])
  const state = now === null ? null : trainingNow(workouts, now)
  if (!state) return null
  switch (state.kind) {
    case 'training':
      return <Chip tone="good">{t('now.training', { set: state.set, of: state.of })}</Chip>
    case 'all_done':
      return <Chip tone="good">{t('now.allDone', { of: state.of })}</Chip>
    case 'started':
      return <Chip tone="good">{t('now.started')}</Chip>
    case 'idle':
      return <Chip>{t('now.idle', { hours: Math.floor(state.sinceMs / 3_600_000) })}</Chip>
  }
}
