'use client'
/** Asks once how hard the last workout was: from ten minutes after it to the end of half a day, and never again. */
import { Gauge, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import type { WholeWorkout } from '../../modules/workouts/model.ts'
import { useNow } from '../../modules/workouts/ui/athlete/use-now.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { address } from './addresses.ts'

const [FROM_MS, TO_MS] = [10 * 60_000, 12 * 3_600_000]
const ANSWERED = 'how-hard-left'

export function HowHard({ recent }: { recent: readonly WholeWorkout[] }) {
  const t = useTranslations('day')
  const [, navigate] = useLocation()
  const now = useNow(60_000)
  const [left, setLeft] = useState(() => localStorage.getItem(ANSWERED))
  const last = recent.find(({ workout }) => workout.source === 'app')?.workout
  if (now === null || !last || last.sessionRpe != null || left === last.id) return null
  const since = now - (last.endedAt ?? 0)
  if (since < FROM_MS || since > TO_MS) return null
  const { id } = last
  function leave() {
    localStorage.setItem(ANSWERED, id)
    setLeft(id)
  }
  return (
    <div className="mb-4 flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <ListRow
          lead={<Gauge size={20} aria-hidden />}
          title={t('howHard', { title: last.title || t('untitled') })}
          onClick={() => navigate(address.past(id))}
        />
      </div>
      <IconButton label={t('howHardLeave')} onClick={leave}>
        <X size={20} aria-hidden />
      </IconButton>
    </div>
  )
}
