/**
 * One part of the body over time: hard sets, volume, how often and how heavy, from the days of its exercises. Each
 * exercise counts with the share that it trains the part: a row is one set for the back, half a one for the biceps.
 */
import type { Muscle } from '../../exercises/model.ts'
import { MUSCLES } from '../../exercises/model.ts'
import { type ExerciseFacts, UNKNOWN_EXERCISE } from '../../workouts/rules/load.ts'
import type { ExerciseDay, FactsOf } from './day-figures.ts'
import { groupWeights, type MuscleGroup } from './muscle-groups.ts'

/** All in hundredths but the intensity, which is in tenths of a percent, null where no set of the day has an estimate. */
export type GroupDay = { localDay: number; sets: number; tonnage: number; intensityTenths: number | null }

/** Mean load of a rep as a share of that day's estimated maximum, in tenths of a percent. */
export function intensityTenths(
  { e1rmG, tonnageG, reps }: Pick<ExerciseDay, 'e1rmG' | 'tonnageG' | 'reps'>,
  facts: Pick<ExerciseFacts, 'implements'>,
): number | null {
  return e1rmG === null || e1rmG === 0 || reps === 0 || tonnageG === 0
    ? null
    : Math.round((tonnageG * 1000) / (reps * facts.implements * e1rmG))
}

/** Oldest first, only days that trained the part. */
export function groupDays(days: readonly ExerciseDay[], factsOf: FactsOf, group: MuscleGroup): GroupDay[] {
  const byDay = new Map<number, { sets: number; tonnage: number; heavy: number; heavyOf: number }>()
  for (const day of days) {
    const facts = factsOf(day.exerciseId) ?? UNKNOWN_EXERCISE
    const weight = groupWeights(facts)[group] ?? 0
    if (weight === 0) continue
    const sum = byDay.get(day.localDay) ?? { sets: 0, tonnage: 0, heavy: 0, heavyOf: 0 }
    const sets = day.hardSets * weight
    const intensity = intensityTenths(day, facts)
    sum.sets += sets
    sum.tonnage += day.tonnageG * weight
    if (intensity !== null) {
      sum.heavy += intensity * sets
      sum.heavyOf += sets
    }
    byDay.set(day.localDay, sum)
  }
  return [...byDay]
    .map(([localDay, { sets, tonnage, heavy, heavyOf }]) => ({
      ...{ localDay, sets, tonnage },
      intensityTenths: heavyOf === 0 ? null : Math.round(heavy / heavyOf),
    }))
    .sort((a, b) => a.localDay - b.localDay)
}

/** Hard sets of every single muscle, in hundredths. */
export function muscleSets(
  days: readonly Pick<ExerciseDay, 'exerciseId' | 'hardSets'>[],
  factsOf: FactsOf,
): Record<Muscle, number> {
  const sums = Object.fromEntries(MUSCLES.map((muscle) => [muscle, 0])) as Record<Muscle, number>
  for (const { exerciseId, hardSets } of days) {
    const { muscles } = factsOf(exerciseId) ?? UNKNOWN_EXERCISE
    for (const [muscle, weight] of Object.entries(muscles) as [Muscle, number][]) {
      sums[muscle] += hardSets * Math.round(weight * 100)
    }
  }
  return sums
}
