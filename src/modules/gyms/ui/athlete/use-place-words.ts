'use client'
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Equipment, Run } from '../../model/places.ts'
import { milliText } from '../../rules/amount.ts'

/** What a place has, in a line: "2 bars · 7 sizes of plates · dumbbells 2–24 kg". */
export function usePlaceWords(): (place: Equipment) => string {
  const t = useTranslations('places.has')
  const locale = useLocale()
  return useMemo(() => {
    const range = (runs: readonly Run[]) => {
      const [first] = runs
      const least = runs.reduce((low, run) => (run.from < low.from ? run : low), first as Run)
      const most = runs.reduce((high, run) => (run.to > high.to ? run : high), first as Run)
      return `${milliText(least.from, locale)}–${milliText(most.to, locale)}\u00a0${most.unit}`
    }
    return ({ bars, plates, dumbbells, handles, kettlebells, machines }) => {
      const parts = [
        bars.length > 0 && t('bars', { n: bars.length }),
        plates.length > 0 && t('plates', { n: plates.length }),
        dumbbells.length > 0 ? t('dumbbells', { range: range(dumbbells) }) : handles.length > 0 && t('handles'),
        kettlebells.length > 0 && t('kettlebells', { range: range(kettlebells) }),
        machines.length > 0 && t('machines'),
      ].filter((part) => part !== false)
      return parts.length > 0 ? parts.join(' · ') : t('nothing')
    }
  }, [t, locale])
}
