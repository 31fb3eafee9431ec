'use client'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { SPORTS, type Sport } from '../../modules/workouts/rules/cardio/track.ts'

/** What a session is called when its file has no name for it. */
export function useSportNames(): Readonly<Record<Sport, string>> {
  const t = useTranslations('cardio')
  return useMemo(
    () => Object.fromEntries(SPORTS.map((sport) => [sport, t(`sport.${sport}`)])) as Record<Sport, string>,
    [t],
  )
}
