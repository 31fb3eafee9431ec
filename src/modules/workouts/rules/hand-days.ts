/** Bests that were entered by hand, for what begins at a share of the maximum. */
import type { Exercise } from '../../exercises/model.ts'
import { e1rmOfSet, mayBeE1rmRecord } from './e1rm.ts'
import { type Bests, type Known, withHandBest } from './hand-best.ts'
import type { ExerciseFacts } from './load.ts'

/** Where reps are counted: the best of a run or of a hold is another matter. */
export function takesHandBest({ measure }: Pick<Exercise, 'measure'>): boolean {
  return measure === 'load_reps' || measure === 'reps'
}

/** Each best that gives an estimate, as a day on which it was lifted. */
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
