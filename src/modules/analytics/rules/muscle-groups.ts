/** Hard sets of the week by the parts that people speak of. A row is one set for the back, not two, though it trains
 * lats and upper back: within a group the muscle it trains most counts. */
import type { Muscle } from '../../exercises/model.ts'
import { type ExerciseFacts, UNKNOWN_EXERCISE } from '../../workouts/rules/load.ts'
import type { DayFigures, FactsOf } from './day-figures.ts'

export const MUSCLE_GROUPS = [
  'chest',
  'back',
  'shoulders',
  'biceps',
  'triceps',
  'quads',
  'hamstrings',
  'glutes',
  'calves',
  'abs',
  'other',
] as const
export type MuscleGroup = (typeof MUSCLE_GROUPS)[number]

export const GROUP_OF: Record<Muscle, MuscleGroup> = {
  chest: 'chest',
  front_delts: 'shoulders',
  side_delts: 'shoulders',
  rear_delts: 'shoulders',
  lats: 'back',
  upper_back: 'back',
  traps: 'back',
  lower_back: 'back',
  biceps: 'biceps',
  triceps: 'triceps',
  forearms: 'other',
  abs: 'abs',
  obliques: 'abs',
  glutes: 'glutes',
  quads: 'quads',
  hamstrings: 'hamstrings',
  adductors: 'other',
  abductors: 'other',
  calves: 'calves',
  neck: 'other',
}

/** Hard sets a week in which most people who train for size grow; a mark to read by, not a prescription. */
export const USUAL_RANGE: Record<MuscleGroup, readonly [number, number] | null> = {
  chest: [10, 20],
  back: [10, 20],
  shoulders: [8, 18],
  biceps: [8, 16],
  triceps: [8, 16],
  quads: [8, 18],
  hamstrings: [6, 14],
  glutes: [6, 14],
  calves: [6, 14],
  abs: [6, 14],
  other: null,
}

export type GroupHundredths = Record<MuscleGroup, number>

/** Sets as they are written, to a tenth, on the phone and at the coach's desk: the same week reads the same on both. */
export function shownSets(hundredths: number): number {
  return Math.round(hundredths / 10) / 10
}

/** What one hard set of the exercise gives to each group, in hundredths. */
export function groupWeights({ muscles }: Pick<ExerciseFacts, 'muscles'>): Partial<GroupHundredths> {
  const weights: Partial<GroupHundredths> = {}
  for (const [muscle, weight] of Object.entries(muscles) as [Muscle, number][]) {
    const group = GROUP_OF[muscle]
    weights[group] = Math.max(weights[group] ?? 0, Math.round(weight * 100))
  }
  return weights
}

/** Under this share an exercise is listed under "other", whatever else it trains a little. */
const LISTED_FROM = 40

/** The group an exercise is listed under: the one it trains most. A reverse curl is found under biceps, not forearms. */
export function mainGroup(exercise: Pick<ExerciseFacts, 'muscles'>): MuscleGroup {
  const weights = groupWeights(exercise)
  const [best] = MUSCLE_GROUPS.filter((group) => group !== 'other').sort(
    (a, b) => (weights[b] ?? 0) - (weights[a] ?? 0),
  )
  const most = best ? (weights[best] ?? 0) : 0
  return best && most > 0 && (most >= LISTED_FROM || most > (weights.other ?? 0)) ? best : 'other'
}

export function groupSets(days: readonly Pick<DayFigures, 'exercises'>[], factsOf: FactsOf): GroupHundredths {
  const sums = Object.fromEntries(MUSCLE_GROUPS.map((group) => [group, 0])) as GroupHundredths
  for (const { exercises } of days) {
    for (const { exerciseId, hardSets } of exercises) {
      const weights = groupWeights(factsOf(exerciseId) ?? UNKNOWN_EXERCISE)
      for (const group of MUSCLE_GROUPS) sums[group] += hardSets * (weights[group] ?? 0)
    }
  }
  return sums
}
