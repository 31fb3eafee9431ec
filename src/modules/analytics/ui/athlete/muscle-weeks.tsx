'use client'
/** Hard sets by muscle group, a week at a time. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { Muscle } from '../../../exercises/model.ts'
import type { Bands } from '../../rules/muscle-bands.ts'
import type { GroupHundredths, MuscleGroup } from '../../rules/muscle-groups.ts'
import { BodyMap } from './body-map.tsx'
import { HardSets } from './hard-sets.tsx'

type Props = {
  weeks: readonly { from: number; groups: GroupHundredths; muscles: Record<Muscle, number> }[]
  bands: Bands
  onOpen: (group: MuscleGroup) => void
}

/** `weeks` oldest first; the last is the one under way. */
export function MuscleWeeks({ weeks, bands, onOpen }: Props) {
  const t = useTranslations('progress')
  const locale = useLocale()
  const [back, setBack] = useState(0)
  const week = weeks[weeks.length - 1 - back]
  if (!week) return null
  const name =
    back === 0 ? t('thisWeek') : back === 1 ? t('lastWeek') : t('weekOf', { day: showDay(week.from, 'short', locale) })
  return (
    <>
      <div className="-mx-3 mb-1 flex items-center justify-between">
        <IconButton label={t('weekBefore')} disabled={back >= weeks.length - 1} onClick={() => setBack(back + 1)}>
          <ChevronLeft size={24} aria-hidden />
        </IconButton>
        <p aria-live="polite" className="num font-medium">
          {name}
        </p>
        <IconButton label={t('weekAfter')} disabled={back === 0} onClick={() => setBack(back - 1)}>
          <ChevronRight size={24} aria-hidden />
        </IconButton>
      </div>
      <BodyMap sets={week.muscles} />
      <div className="mt-3">
        <HardSets sets={week.groups} bands={bands} all onOpen={onOpen} />
      </div>
    </>
  )
}
