'use client'
/** Hard sets by muscle group, a week at a time. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { RangeBars } from '../../../../ui/charts/range-bars.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { showDay } from '../../../../ui/show-day.ts'
import type { Muscle } from '../../../exercises/model.ts'
import type { ExerciseDay, FactsOf } from '../../rules/day-figures.ts'
import type { Bands } from '../../rules/muscle-bands.ts'
import { type GroupHundredths, type MuscleGroup, shownSets } from '../../rules/muscle-groups.ts'
import { type OwnGroup, ownGroupSets } from '../../rules/own-groups.ts'
import { BodyMap } from './body-map.tsx'
import { HardSets } from './hard-sets.tsx'

type Props = {
  weeks: readonly { from: number; groups: GroupHundredths; muscles: Record<Muscle, number>; days: ExerciseDay[] }[]
  bands: Bands
  /** The athlete's own groups. */
  own: readonly OwnGroup[]
  factsOf: FactsOf
  onOpen: (group: MuscleGroup) => void
}

/** `weeks` oldest first; the last is the one under way. */
export function MuscleWeeks({ weeks, bands, own, factsOf, onOpen }: Props) {
  const t = useTranslations('progress')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
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
      {own.length > 0 && (
        <div className="mt-3 border-line border-t pt-3">
          <RangeBars
            label={t('ownGroups')}
            max={22}
            bars={own.map((group) => {
              const value = shownSets(ownGroupSets(week.days, factsOf, group))
              return { key: group.name, label: group.name, value, text: number.format(value) }
            })}
          />
        </div>
      )}
    </>
  )
}
