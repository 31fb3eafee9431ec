/** Hard sets by muscle group for the last weeks, empty ones too, so that a week without training is seen as one. */
import { weekStartDay } from '../../../shared/local-day.ts'
import { UNKNOWN_EXERCISE } from '../../workouts/rules/load.ts'
import type { FactsOf } from './day-figures.ts'
import { type GroupHundredths, groupWeights, MUSCLE_GROUPS } from './muscle-groups.ts'

export type HardSetsOfDay = { day: number; exerciseId: string; hardSets: number }
export type GroupWeek = { weekStartOn: number; groups: GroupHundredths }

/** The first day of the oldest of `weeks` weeks, the running one included. */
export function firstDayOfWeeks(today: number, weekStart: number, weeks: number): number {
  return weekStartDay(today, weekStart) - (weeks - 1) * 7
}

/** Oldest first; the last one is the week that holds `today`. */
export function groupWeeks(
  days: readonly HardSetsOfDay[],
  factsOf: FactsOf,
  args: { today: number; weekStart: number; weeks: number },
): GroupWeek[] {
  const { today, weekStart, weeks } = args
  const first = firstDayOfWeeks(today, weekStart, weeks)
  const byWeek = Map.groupBy(days, ({ day }) => weekStartDay(day, weekStart))
  return Array.from({ length: weeks }, (_, i) => {
    const weekStartOn = first + i * 7
    return { weekStartOn, groups: groupsOf(byWeek.get(weekStartOn) ?? [], factsOf) }
  })
}

function groupsOf(days: readonly HardSetsOfDay[], factsOf: FactsOf): GroupHundredths {
  const sums = Object.fromEntries(MUSCLE_GROUPS.map((group) => [group, 0])) as GroupHundredths
  for (const { exerciseId, hardSets } of days) {
    const weights = groupWeights(factsOf(exerciseId) ?? UNKNOWN_EXERCISE)
    for (const group of MUSCLE_GROUPS) sums[group] += hardSets * (weights[group] ?? 0)
  }
  return sums
}
