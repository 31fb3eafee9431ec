'use client'
/** Distances, paces and climbs in the words of the sport and the athlete's units. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { distanceIn } from '../../../../shared/units.ts'
import { FOOT_M, type Pace, paceOf } from '../../rules/cardio/pace.ts'
import type { Sport } from '../../rules/cardio/track.ts'
import { clockText } from './clock-text.ts'
import type { Habits } from './set-fields.ts'

export type CardioWords = {
  /** "5.24", "1,500". */
  distance(metres: number, sport: Sport | null): string
  distanceUnit(sport: Sport | null): 'm' | 'km' | 'mi'
  /** "5:12", "26.7"; null where there is none. */
  paceNumber(sport: Sport | null, distanceM: number, ms: number): string | null
  /** "/km", "km/h", "/500 m". */
  paceUnit(sport: Sport | null): string
  /** "Pace", "Speed". */
  paceName(sport: Sport | null): string
  /** Metres of a climb, or feet. */
  climb(metres: number): string
  climbUnit: string
  /** Tenths of a percent, as percent. */
  incline(tenths: number): string
}

export function useCardioWords({ distanceUnit, locale }: Pick<Habits, 'distanceUnit' | 'locale'>): CardioWords {
  const t = useTranslations('cardio')
  return useMemo(() => {
    const number = (value: number, digits: number, least = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: least }).format(value)
    const inMetres = (sport: Sport | null) => sport === 'row' || sport === 'swim'
    const text = (pace: Pace) => (pace.kind === 'speed' ? number(pace.tenths / 10, 1, 1) : clockText(pace.ms))
    return {
      distance: (metres, sport) =>
        inMetres(sport) ? number(metres, 0) : number(distanceIn(metres, distanceUnit), 2, 2),
      distanceUnit: (sport) => (inMetres(sport) ? 'm' : distanceUnit),
      paceNumber(sport, distanceM, ms) {
        const pace = paceOf(sport, { distanceM, ms }, distanceUnit)
        return pace && text(pace)
      },
      paceUnit(sport) {
        if (sport === 'ride') return t(`speedUnit.${distanceUnit}`)
        return `/${sport === 'row' ? '500\u00a0m' : sport === 'swim' ? '100\u00a0m' : distanceUnit}`
      },
      paceName: (sport) => (sport === 'ride' ? t('speed') : t('pace')),
      climb: (metres) => number(distanceUnit === 'km' ? metres : metres / FOOT_M, 0),
      incline: (tenths) => number(tenths / 10, 1),
      climbUnit: distanceUnit === 'km' ? 'm' : 'ft',
    }
  }, [t, distanceUnit, locale])
}
