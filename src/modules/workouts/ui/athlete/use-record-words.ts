'use client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { loadIn } from '../../../../shared/units.ts'
import type { PersonalRecord } from '../../rules/records.ts'
import type { Habits } from './set-fields.ts'

/** A record in two or three words, for the row of the set that made it. */
export function useRecordWords(habits: Habits): (record: PersonalRecord) => string {
  const t = useTranslations('workout.record')
  return useCallback(
    (record) => {
      switch (record.kind) {
        case 'e1rm': {
          const value = new Intl.NumberFormat(habits.locale, { maximumFractionDigits: 0 })
          return t('e1rm', { value: value.format(loadIn(record.value, habits.loadUnit)) })
        }
        case 'max_load':
          return t('load')
        case 'reps_at_load':
        case 'max_reps':
          return t('reps')
        default:
          return t('other')
      }
    },
    [t, habits],
  )
}
