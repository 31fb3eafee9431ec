/** How fast, as each sport tells it. Of a whole way, never an average of averages: all of its time by all of its metres. */
import { FASTEST } from './speeds.ts'
import type { Sport } from './track.ts'

export type Pace =
  /** Tenths of a kilometre or mile an hour. */
  | { kind: 'speed'; tenths: number; per: 'km' | 'mi' }
  /** Ms a kilometre, mile, 500 m or 100 m. */
  | { kind: 'pace'; ms: number; per: 'km' | 'mi' | 500 | 100 }

export const FOOT_M = 0.3048

/** Null where either is missing. */
export function paceOf(
  sport: Sport | null,
  { distanceM, ms }: { distanceM: number; ms: number },
  unit: 'km' | 'mi',
): Pace | null {
  if (distanceM <= 0 || ms <= 0) return null
  const metres = unit === 'km' ? 1000 : 1609.344
  if (sport === 'ride')
    return { kind: 'speed', tenths: Math.round((distanceM * 36_000_000) / (ms * metres)), per: unit }
  const per = sport === 'row' ? 500 : sport === 'swim' ? 100 : unit
  return { kind: 'pace', ms: Math.round((ms * (typeof per === 'number' ? per : metres)) / distanceM), per }
}

/** Faster than anybody: a distance or a time was mistyped. */
export function isBeyondBelief(sport: Sport, distanceM: number, ms: number): boolean {
  return ms > 0 && distanceM * 1_000_000 > FASTEST[sport] * ms
}

/**
 * The metres that a way up a treadmill is worth on the flat: distance × 1.1 ^ incline in percent, the rule of thumb by which
 * Flexify's "incline adjusted pace" goes (its `lib/database/gym_sets.dart`). No measurement: for beside the real pace.
 */
export function inclineAdjustedM(distanceM: number, inclineTenths: number): number {
  return Math.round(distanceM * 1.1 ** (inclineTenths / 10))
}

/** Steeper no belt goes. */
export const MOST_INCLINE_TENTHS = 400
