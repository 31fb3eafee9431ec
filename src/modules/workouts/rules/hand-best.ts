/**
 * A best of before this log, as the athlete says it: grams, reps and its local day, by exercise. It stands among what was
 * done as a workout of one set, so that records and estimates are measured by it; it is in no figure of volume, and what
 * shows a record tells it by its workout's id.
 */
import type { Exercise } from '../../exercises/model.ts'
import type { LoggedSet, WholeWorkout, Workout, WorkoutExercise } from '../model.ts'
import { blankSet } from './default-sets.ts'
import { BY_HAND, confirmationOf } from './records.ts'

export type Bests = Readonly<Record<string, readonly number[]>> | null | undefined
export type Known = Pick<Exercise, 'id' | 'loadMode'>

/** The best of `exercise` and `history`, in no order; without one, `history` alone. */
export function withHandBest(history: readonly WholeWorkout[], exercise: Known, bests: Bests): readonly WholeWorkout[] {
  const best = bests?.[exercise.id]
  return best ? [handWorkout(best, exercise, history), ...history] : history
}

/** A day begins in Kiribati first. */
const EARLIEST_ZONE_MS = 14 * 3_600_000

/** Before all of its day, after all of the days before it, wherever those were: only the order counts. */
function momentOf(localDay: number, history: readonly WholeWorkout[]): number {
  const starts = (of: (day: number) => boolean) =>
    history.filter(({ workout }) => of(workout.localDay)).map(({ workout }) => workout.startedAt)
  const after = starts((day) => day < localDay).map((at) => at + 1)
  const before = starts((day) => day >= localDay).map((at) => at - 1)
  return Math.min(Math.max(localDay * 86_400_000 - EARLIEST_ZONE_MS, ...after), ...before)
}

function handWorkout(
  [loadG = 0, reps = 0, localDay = 0]: readonly number[],
  { id, loadMode }: Known,
  history: readonly WholeWorkout[],
): WholeWorkout {
  const at = momentOf(localDay, history)
  const set = { ...blankSet({ loadMode }), id: BY_HAND, loadG: loadG || null, reps, doneAt: at }
  return {
    workout: { id: BY_HAND, localDay, startedAt: at, bodyweightG: null } as Workout,
    entries: [
      {
        entry: { id: BY_HAND, exerciseId: id } as WorkoutExercise,
        sets: [{ ...set, confirmed: confirmationOf(set) } as LoggedSet],
      },
    ],
  }
}
