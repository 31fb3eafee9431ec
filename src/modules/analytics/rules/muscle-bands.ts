/** Hard sets a week that an athlete aims at for each part of the body: marks of their own, else the usual ones. */
import { MUSCLE_GROUPS, type MuscleGroup, USUAL_RANGE } from './muscle-groups.ts'

export type Band = readonly [low: number, high: number]
export type OwnBands = Readonly<Record<string, readonly number[]>> | null | undefined
export type Bands = Record<MuscleGroup, Band | null>

export function bandsOf(own: OwnBands): Bands {
  return Object.fromEntries(
    MUSCLE_GROUPS.map((group) => {
      const [low, high] = own?.[group] ?? USUAL_RANGE[group] ?? []
      return [group, low === undefined || high === undefined ? null : ([low, high] as const)]
    }),
  ) as Bands
}

/** One end moves, and takes the other along rather than crossing it. */
export function movedBand([low, high]: Band, end: 'low' | 'high', to: number): Band {
  const kept = Math.min(60, Math.max(0, to))
  return end === 'low' ? [kept, Math.max(kept, high)] : [Math.min(low, kept), kept]
}

/** In words, never by colour alone. */
export function againstBand(sets: number, band: Band | null): 'none' | 'below' | 'within' | 'above' {
  if (sets === 0 || !band) return 'none'
  return sets < band[0] ? 'below' : sets > band[1] ? 'above' : 'within'
}
