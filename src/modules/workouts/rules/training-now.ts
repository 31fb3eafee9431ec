/** What goes on in the open workout, as someone who follows it is told. */
import type { WholeWorkout } from '../model.ts'
import { isStillTraining, lastActivityAt } from './duration.ts'
import { openWorkouts } from './open-workout.ts'

export type TrainingNow =
  /** `set` is the one to do next, counted over the whole workout. */
  | { kind: 'training'; set: number; of: number }
  /** Everything that was planned is done. */
  | { kind: 'all_done'; of: number }
  /** Started, with no set in it yet. */
  | { kind: 'started' }
  /** Nothing for an hour: forgotten, or a very long rest. */
  | { kind: 'idle'; sinceMs: number }

/** Of the workout that was started last among the open ones; null when there is none. */
export function trainingNow(workouts: readonly WholeWorkout[], now: number): TrainingNow | null {
  const { current } = openWorkouts(
    workouts.map(({ workout }) => workout),
    null,
  )
  const open = workouts.find(({ workout }) => workout === current)
  if (!open) return null
  const sets = open.entries.flatMap((entry) => entry.sets)
  const doneAts = sets.flatMap(({ doneAt }) => (doneAt === null ? [] : [doneAt]))
  const { startedAt } = open.workout
  if (!isStillTraining(startedAt, doneAts, now)) {
    return { kind: 'idle', sinceMs: now - lastActivityAt(startedAt, doneAts) }
  }
  if (sets.length === 0) return { kind: 'started' }
  return doneAts.length === sets.length
    ? { kind: 'all_done', of: sets.length }
    : { kind: 'training', set: doneAts.length + 1, of: sets.length }
}
