/** What a finish sheet says: how much is done, how much is left. Nothing is dropped by finishing. */
import type { WholeWorkout } from '../model.ts'

export type FinishCounts = {
  setsDone: number
  setsLeft: number
  exercisesDone: number
  /** Exercises with sets of which none is done. */
  exercisesUntouched: number
}

export function finishCounts({ entries }: WholeWorkout): FinishCounts {
  const counts: FinishCounts = { setsDone: 0, setsLeft: 0, exercisesDone: 0, exercisesUntouched: 0 }
  for (const { sets } of entries) {
    const done = sets.filter(({ doneAt }) => doneAt !== null).length
    counts.setsDone += done
    counts.setsLeft += sets.length - done
    if (done > 0) counts.exercisesDone += 1
    else if (sets.length > 0) counts.exercisesUntouched += 1
  }
  return counts
}

/** What to offer first. A workout in which nothing was done is worth discarding, not saving. */
export function finishProposal({ setsDone, setsLeft }: FinishCounts): 'done' | 'partial' | 'discard' {
  if (setsDone === 0) return 'discard'
  return setsLeft === 0 ? 'done' : 'partial'
}
