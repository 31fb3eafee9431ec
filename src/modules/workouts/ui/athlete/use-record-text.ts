'use client'
/** A record in full: what it is in, what it came to, what it was before. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { formatDistance, formatLoad, formatTonnage, loadIn } from '../../../../shared/units.ts'
import type { PersonalRecord } from '../../rules/records.ts'
import { clockText } from './clock-text.ts'
import type { Habits } from './set-fields.ts'

type Told = Pick<PersonalRecord, 'kind' | 'at' | 'value'>
export type RecordText = {
  /** "Most reps at 100 kg" */
  name(record: Told): string
  /** "8 reps" */
  value(record: Told): string
}

/** An estimate is no more exact than a tenth. */
export function estimateText(g: number, { loadUnit, locale }: Pick<Habits, 'loadUnit' | 'locale'>): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return `${number.format(loadIn(g, loadUnit))}\u00a0${loadUnit}`
}

export function useRecordText(habits: Habits): RecordText {
  const t = useTranslations('records')
  return useMemo(() => {
    const { loadUnit, distanceUnit, locale } = habits
    const load = (g: number) => formatLoad(g, loadUnit, locale)
    const distance = (m: number) => formatDistance(m, m < 1000 ? 'm' : distanceUnit, locale)
    return {
      name({ kind, at }) {
        if (kind === 'best_time') return t(`kind.${kind}`, { at: distance(at ?? 0) })
        return t(`kind.${kind}`, { at: load(at ?? 0) })
      },
      value({ kind, value }) {
        switch (kind) {
          case 'max_load':
          case 'least_assistance':
            return load(value)
          case 'e1rm':
            return estimateText(value, habits)
          case 'set_tonnage':
          case 'session_tonnage':
            return formatTonnage(value, loadUnit, locale)
          case 'reps_at_load':
          case 'reps_at_assistance':
          case 'max_reps':
            return t('reps', { n: value })
          case 'most_counted':
            return String(value)
          case 'longest_duration':
          case 'duration_at_load':
          case 'best_time':
            return clockText(value)
          case 'longest_distance':
          case 'distance_at_load':
            return distance(value)
          case 'best_pace': {
            const metres = distanceUnit === 'km' ? 1000 : 1609.344
            return t('pace', { time: clockText((value * metres) / 1000), unit: distanceUnit })
          }
        }
      },
    }
  }, [t, habits])
}
