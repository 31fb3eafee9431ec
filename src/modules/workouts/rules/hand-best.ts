/**
 * A best of before this log, as the athlete says it: grams, reps and its local day, by exercise. It stands among what was
 * done as a workout of one set, so that records and estimates are measured by it; it is in no figure of volume, and what
 * shows a record tells it by its workout's id.
 */
import type { Exercise } from '../../exercises/model.ts'
import type { LoggedSet, WholeWorkout, Workout, WorkoutExercise } from '../model.ts'
import { e1rmOfSet, mayBeE1rmRecord } from './e1rm.ts'
import type { ExerciseFacts } from './load.ts'
import { BY_HAND, confirmationOf, isBefore } from './records.ts'

type Bests = Readonly<Record<string, readonly number[]>> | null | undefined
type Known = { id: string } & Pick<Exercise, 'measure' | 'loadMode'>

/** Where reps are counted: the best of a run or of a hold is another matter. */
export function takesHandBest({ measure }: Pick<Exercise, 'measure'>): boolean {
  return measure === 'load_reps' || measure === 'reps'
}

/** `history` with the best of `exercise` in its place, oldest first; the same without one. */
export function withHandBest(history: readonly WholeWorkout[], exercise: Known, bests: Bests): readonly WholeWorkout[] {
  const best = bests?.[exercise.id]
  return best && takesHandBest(exercise)
    ? [...history, handWorkout(best, exercise)].sort((a, b) => (isBefore(a.workout, b.workout) ? -1 : 1))
    : history
}

function handWorkout([loadG = 0, reps = 0, localDay = 0]: readonly number[], { id, loadMode }: Known): WholeWorkout {
  const at = localDay * 86_400_000
  const figures = {
    kind: 'normal',
    loadMode,
    loadG: loadG || null,
    reps,
    rir2: null,
    durationMs: null,
    distanceM: null,
  }
  const set = { id: BY_HAND, ...figures, doneAt: at, enteredLoad: null, enteredUnit: null }
  return {
    workout: { id: BY_HAND, localDay, startedAt: at, bodyweightG: null, state: 'done' } as Workout,
    entries: [
      {
        entry: { id: BY_HAND, exerciseId: id } as WorkoutExercise,
        sets: [{ ...set, confirmed: confirmationOf(set) } as LoggedSet],
      },
    ],
  }
}

/** Each best that gives an estimate, as a day on which it was lifted: for what begins at a share of the maximum. */
export function handDays(
  bests: Bests,
  factsOf: (exerciseId: string) => Known & ExerciseFacts,
): { exerciseId: string; localDay: number; e1rmG: number }[] {
  return Object.keys(bests ?? {}).flatMap((exerciseId) => {
    const [whole] = withHandBest([], factsOf(exerciseId), bests)
    const set = whole?.entries[0]?.sets[0]
    const estimate = set && mayBeE1rmRecord(set) && e1rmOfSet(set, null, factsOf(exerciseId))
    return estimate ? [{ exerciseId, localDay: whole.workout.localDay, e1rmG: estimate.g }] : []
  })
}
