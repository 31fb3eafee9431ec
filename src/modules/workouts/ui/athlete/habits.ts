'use client'
import { useCallback, useMemo } from 'react'
import { useLocale } from 'use-intl'
import { useLive, useMaybePhone } from '../../../../sync/client/hooks.ts'
import { defaultProfile, type Profile, profiles } from '../../../users/model.ts'
import { setUpProfile } from '../../../users/mutators.ts'
import { unitsOfLocale } from '../../../users/rules/units-of-locale.ts'
import { USUAL_REST } from '../../rules/rest-of-kind.ts'
import type { Habits } from './set-fields.ts'
import { useMutate } from './use-mutate.ts'

/** The athlete's settings; until units were said, those of the phone's language. */
export function useProfile(): Profile {
  const space = useMaybePhone()?.space ?? ''
  const locale = useLocale()
  const profile = useLive((rows) => rows.get(profiles, space), [space])
  return useMemo(() => {
    const known = profile ?? defaultProfile(space)
    return known.setUpAt === null ? { ...known, ...unitsOfLocale(locale) } : known
  }, [profile, space, locale])
}

/** To be called before what is written in the units that the screen shows: they hold from then on, on every device. */
export function useKeepUnits(): () => void {
  const { loadUnit, distanceUnit, weekStart, setUpAt } = useProfile()
  const mutate = useMutate()
  return useCallback(() => {
    if (setUpAt === null) void mutate(setUpProfile, { fields: { loadUnit, distanceUnit, weekStart } })
  }, [mutate, loadUnit, distanceUnit, weekStart, setUpAt])
}

/** The athlete's units and effort, with the locale's decimal sign. */
export function useHabits(): Habits {
  const { loadUnit, distanceUnit, effort, warmupRestS, chainRestS, previousFrom, sideRests } = useProfile()
  const locale = useLocale()
  return useMemo(() => {
    // A profile that came here before these were asked for does not have them.
    const rest = {
      warmupRestS: warmupRestS ?? USUAL_REST.warmupRestS,
      chainRestS: chainRestS ?? USUAL_REST.chainRestS,
    }
    const decimalSign = decimalSignOf(locale)
    const isAnyRoutine = previousFrom === 'any'
    return { loadUnit, distanceUnit, effort, locale, decimalSign, rest, isAnyRoutine, sideRests: sideRests ?? {} }
  }, [loadUnit, distanceUnit, effort, locale, warmupRestS, chainRestS, previousFrom, sideRests])
}

function decimalSignOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}
