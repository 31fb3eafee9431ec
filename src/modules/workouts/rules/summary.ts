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
}

export function summarise(
  { workout, entries }: WholeWorkout,
  factsOf: (exerciseId: string) => ExerciseFacts | undefined,
): WorkoutSummary {
  const lines = new Map<string, number>()
  let tonnage = 0
  for (const { entry, sets } of entries) {
    const done = sets.filter(isWorkSet)
    lines.set(entry.exerciseId, (lines.get(entry.exerciseId) ?? 0) + done.length)
    tonnage += tonnageG(done, factsOf(entry.exerciseId) ?? UNKNOWN_EXERCISE, workout.bodyweightG)
  }
  const exercises = [...lines].map(([exerciseId, sets]) => ({ exerciseId, sets }))
  return { workout, exercises, sets: exercises.reduce((sum, { sets }) => sum + sets, 0), tonnageG: tonnage }
}
