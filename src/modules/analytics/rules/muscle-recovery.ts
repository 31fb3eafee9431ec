/**
 * How far each muscle has recovered, 0 to 100 percent: a mark to plan by, no measurement, and nothing about injuries.
 * Ten hard sets of a muscle in a day tire it whole; that fades evenly until it is gone, after seven days unless the athlete
 * says another number (Fitbod's model: 0 to 100 percent, whole after seven days, its user may change it). Days add up:
 *   recovered = 100 − min(100, Σ min(100, 10 × hard sets of the day) × (days − days ago) ÷ days)
 */
import { MUSCLES, type Muscle } from '../../exercises/model.ts'
import type { ExerciseDay, FactsOf } from './day-figures.ts'
import { muscleSets } from './muscle-series.ts'

export const USUAL_RECOVERY_DAYS = 7
export const MOST_RECOVERY_DAYS = 14
/** Hard sets of one day after which a muscle is tired whole. */
export const WHOLE_SETS = 10

/** Whole percents, rounded down: what has not recovered whole never says 100. Days after today count for nothing. */
export function muscleRecovery(
  days: readonly Pick<ExerciseDay, 'localDay' | 'exerciseId' | 'hardSets'>[],
  factsOf: FactsOf,
  today: number,
  recoveryDays: number = USUAL_RECOVERY_DAYS,
): Record<Muscle, number> {
  const tired = Object.fromEntries(MUSCLES.map((muscle) => [muscle, 0])) as Record<Muscle, number>
  for (const [localDay, ofDay] of Map.groupBy(days, (day) => day.localDay)) {
    const left = recoveryDays - (today - localDay)
    if (localDay > today || left <= 0) continue
    const sets = muscleSets(ofDay, factsOf)
    // Hundredths of sets × left over: percents × recoveryDays × 10, so that all stays whole until the end.
    for (const muscle of MUSCLES) tired[muscle] += Math.min(sets[muscle], WHOLE_SETS * 100) * left
  }
  const whole = WHOLE_SETS * 100 * recoveryDays
  return Object.fromEntries(
    MUSCLES.map((muscle) => [muscle, Math.floor((100 * (whole - Math.min(whole, tired[muscle]))) / whole)]),
  ) as Record<Muscle, number>
}
