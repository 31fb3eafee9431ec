'use client'
/** Records in words, in the athlete's units. */
import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { distanceIn, formatLoad, formatTonnage, type LoadUnit, loadNumber } from '../../../../shared/units.ts'
import type { PersonalRecord } from '../../../workouts/rules/records.ts'

type Units = { loadUnit: LoadUnit; distanceUnit: 'km' | 'mi' }
type Said = Pick<PersonalRecord, 'kind' | 'value' | 'at' | 'loadMode'>

export type RecordWords = {
  /** Beside a set: "best e1RM 214". */
  short: (record: Said) => string
  /** In the list: "e1RM 214 kg". */
  long: (record: Said) => string
  /** "+2.5"; empty where a difference says nothing. */
  gain: (record: PersonalRecord) => string
}

export function useRecordWords({ loadUnit, distanceUnit }: Units): RecordWords {
  const t = useTranslations('athletePage')
  const locale = useLocale()
  return useMemo(() => {
    const rounded = (grams: number) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Number(loadNumber(grams, loadUnit, 'en-US')))
    const load = (grams: number | null) => formatLoad(grams ?? 0, loadUnit, locale)
    const distance = (metres: number | null) => {
      const m = metres ?? 0
      const unit = m < 1000 ? 'm' : distanceUnit
      const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(distanceIn(m, unit))
      return `${number}\u00a0${unit}`
    }
    const time = (ms: number) => {
      const s = Math.round(ms / 1000)
      const pad = (value: number) => String(value).padStart(2, '0')
      return s >= 3600
        ? `${Math.floor(s / 3600)}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`
        : `${Math.floor(s / 60)}:${pad(s % 60)}`
    }
    const long = ({ kind, value, at }: Said) => {
      switch (kind) {
        case 'e1rm':
          return t('record.e1rm', { value: `${rounded(value)}\u00a0${loadUnit}` })
        case 'max_load':
          return t('record.max_load', { value: load(value) })
        case 'reps_at_load':
          return t('record.reps_at_load', { reps: value, at: load(at) })
        case 'set_tonnage':
        case 'session_tonnage':
          return t(`record.${kind}`, { value: formatTonnage(value, loadUnit, locale) })
        case 'max_reps':
          return t('record.max_reps', { reps: value })
        case 'most_counted':
          return t('record.most_counted', { n: value })
        case 'least_assistance':
          return t('record.least_assistance', { value: load(value) })
        case 'reps_at_assistance':
          return t('record.reps_at_assistance', { reps: value, at: load(at) })
        case 'longest_duration':
          return t('record.longest_duration', { value: time(value) })
        case 'duration_at_load':
          return t('record.duration_at_load', { value: time(value), at: load(at) })
        case 'longest_distance':
          return t('record.longest_distance', { value: distance(value) })
        case 'distance_at_load':
          return t('record.distance_at_load', { value: distance(value), at: load(at) })
        case 'best_time':
          return t('record.best_time', { value: time(value), at: distance(at) })
        case 'best_pace':
          // The value is milliseconds a kilometre.
          return t('record.best_pace', {
            value: time(distanceUnit === 'mi' ? value * 1.609344 : value),
            unit: distanceUnit,
          })
      }
    }
    return {
      long,
      short: (record) => {
        if (record.kind === 'e1rm') return t('mark.e1rm', { value: rounded(record.value) })
        if (record.kind === 'max_load') return t('mark.max_load')
        return record.kind === 'reps_at_load' ? t('mark.reps_at_load') : t('mark.other')
      },
      gain: ({ kind, value, previous }) => {
        if (previous === null) return ''
        if (kind === 'e1rm' || kind === 'max_load') return `+${rounded(value - previous)}`
        return kind === 'max_reps' || kind === 'reps_at_load' ? `+${value - previous}` : ''
      },
    }
  }, [t, locale, loadUnit, distanceUnit])
}
