'use client'
import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { useLive, useMaybePhone } from '../../../../sync/client/hooks.ts'
import { defaultProfile, type Profile, profiles } from '../../../users/model.ts'
import type { Habits } from './set-fields.ts'

export function useProfile(): Profile {
  const space = useMaybePhone()?.space ?? ''
  const profile = useLive((rows) => rows.get(profiles, space), [space])
  return useMemo(() => profile ?? defaultProfile(space), [profile, space])
}

/** The athlete's units and effort, with the locale's decimal sign. */
export function useHabits(): Habits {
  const { loadUnit, distanceUnit, effort } = useProfile()
  const locale = useLocale()
  return useMemo(
    () => ({ loadUnit, distanceUnit, effort, locale, decimalSign: decimalSignOf(locale) }),
    [loadUnit, distanceUnit, effort, locale],
  )
}

function decimalSignOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}
