/** Rows put together into whole workouts, everything in its order. */
import type { LoggedSet, WholeWorkout, Workout, WorkoutExercise } from '../model.ts'
import { inOrder } from './place-in-order.ts'

/** In the order of `workouts`; entries and sets of others are left out. */
export function assembleWorkouts(
  workouts: readonly Workout[],
  entries: readonly WorkoutExercise[],
  sets: readonly LoggedSet[],
): WholeWorkout[] {
  const entriesOf = Map.groupBy(entries, ({ workoutId }) => workoutId)
  const setsOf = Map.groupBy(sets, ({ entryId }) => entryId)
  return workouts.map((workout) => ({
    workout,
    entries: inOrder(entriesOf.get(workout.id) ?? []).map((entry) => ({
      entry,
      sets: inOrder(setsOf.get(entry.id) ?? []),
    })),
  }))
}
