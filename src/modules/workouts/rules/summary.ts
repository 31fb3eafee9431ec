/** A workout in a few figures, as lists and headers show it. Only what was done counts. */
import type { WholeWorkout, Workout } from '../model.ts'
import { type ExerciseFacts, UNKNOWN_EXERCISE } from './load.ts'
import { isWorkSet, tonnageG } from './volume.ts'

export type WorkoutSummary = {
  workout: Workout
  /** In order; an exercise that comes twice is one line. */
  exercises: { exerciseId: string; sets: number }[]
  sets: number
  tonnageG: number
  /** Run, ridden, rowed, swum. */
  distanceM: number
}

export function summarise(
  { workout, entries }: WholeWorkout,
  factsOf: (exerciseId: string) => ExerciseFacts | undefined,
): WorkoutSummary {
  const lines = new Map<string, number>()
  let tonnage = 0
  let distanceM = 0
  for (const { entry, sets } of entries) {
    const done = sets.filter(isWorkSet)
    lines.set(entry.exerciseId, (lines.get(entry.exerciseId) ?? 0) + done.length)
    const facts = factsOf(entry.exerciseId) ?? UNKNOWN_EXERCISE
    tonnage += tonnageG(done, facts, workout.bodyweightG)
    if (facts.measure === 'distance_duration') distanceM += done.reduce((sum, set) => sum + (set.distanceM ?? 0), 0)
  }
  const exercises = [...lines].map(([exerciseId, sets]) => ({ exerciseId, sets }))
  const sets = exercises.reduce((sum, one) => sum + one.sets, 0)
  return { workout, exercises, sets, tonnageG: tonnage, distanceM }
}
