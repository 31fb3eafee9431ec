/** Parts of the body as an athlete groups them, under names of their own. */
import { MUSCLES, type Muscle } from '../../exercises/model.ts'
import { UNKNOWN_EXERCISE } from '../../workouts/rules/load.ts'
import type { ExerciseDay, FactsOf } from './day-figures.ts'

/** As the profile keeps them. */
type Kept = Readonly<Record<string, readonly string[]>> | null | undefined
export type OwnGroup = { name: string; muscles: Muscle[] }

export const MOST_OWN_GROUPS = 12
export const MOST_GROUP_NAME = 40

/** In the order of their names; what a newer app calls a muscle is passed by. */
export function ownGroups(kept: Kept): OwnGroup[] {
  return Object.entries(kept ?? {})
    .map(([name, muscles]) => ({ name, muscles: MUSCLES.filter((muscle) => muscles.includes(muscle)) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Hard sets of the group in hundredths. As in every group, of an exercise the muscle that it trains most counts. */
export function ownGroupSets(
  days: readonly Pick<ExerciseDay, 'exerciseId' | 'hardSets'>[],
  factsOf: FactsOf,
  { muscles }: Pick<OwnGroup, 'muscles'>,
): number {
  return days.reduce((sum, { exerciseId, hardSets }) => {
    const weights = (factsOf(exerciseId) ?? UNKNOWN_EXERCISE).muscles
    return sum + hardSets * Math.max(0, ...muscles.map((muscle) => Math.round((weights[muscle] ?? 0) * 100)))
  }, 0)
}
