import { useLocale, useTranslations } from 'use-intl'
import { type RangeBar, RangeBars } from '../../../../ui/charts/range-bars.tsx'
import type { Bands } from '../../rules/muscle-bands.ts'
import { type GroupHundredths, MUSCLE_GROUPS, type MuscleGroup, shownSets } from '../../rules/muscle-groups.ts'

type Props = {
  sets: GroupHundredths
  bands: Bands
  most?: number
  all?: boolean
  onOpen?: (group: MuscleGroup) => void
}

/** Hard sets of a week by muscle group. `most` shows only the groups trained most, in the list's own order. */
export function HardSets({ sets, bands, most, all, onOpen }: Props) {
  const t = useTranslations('muscles')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const trained = MUSCLE_GROUPS.filter((group) => sets[group] > 0)
  // The rest is no part of the body: it is named only where all are.
  const named = trained.filter((group) => group !== 'other')
  const largest = (named.length > 0 ? named : trained)
    .toSorted((a, b) => sets[b] - sets[a])
    .slice(0, most ?? trained.length)
  const shown = MUSCLE_GROUPS.filter((group) => (all ? group !== 'other' || sets.other > 0 : largest.includes(group)))
  const bars = shown.map((group): RangeBar => {
    const value = shownSets(sets[group])
    const range = bands[group]
    return { key: group, label: t(group), value, text: number.format(value), ...(range && { range }) }
  })
  const max = Math.max(22, ...bars.map(({ value, range }) => Math.max(value, range?.[1] ?? 0)))
  return (
    <RangeBars
      label={t('hardSets')}
      bars={bars}
      max={max}
      {...(onOpen && { onOpen: (key: string) => onOpen(key as MuscleGroup) })}
    />
  )
}
