/** Sets of one exercise as sets of another, when a machine is taken: as many, of as many reps, as hard as they would be. */
import type { Exercise } from '../../exercises/model.ts'
import type { SetFigures } from '../model.ts'
import { blankSet } from './default-sets.ts'
import { e1rmOfSet } from './e1rm.ts'
import type { ExerciseFacts } from './load.ts'
import type { Performance } from './previous.ts'
import { isNumbered, strengthReps } from './set-kinds.ts'

type Target = Pick<Exercise, 'loadMode'> & ExerciseFacts

/**
 * The planned sets keep their kinds and reps. Loads follow from the best estimate of the new exercise's last time, by
 * the formula backwards: eights that were done with 60 kg make fives of 65. Warm-ups keep their share of the work. Without
 * a last time, or outside the formula's reps, there is no load. Null where the two are measured in different things.
 */
export function translateSets(
  planned: readonly SetFigures[],
  from: Pick<Exercise, 'measure'>,
  to: Target,
  last: Pick<Performance, 'sets'> | null,
): SetFigures[] | null {
  if (from.measure !== to.measure || to.measure !== 'load_reps') return null
  const best = bestOf(last, to)
  const heaviestG = Math.max(0, ...planned.map(({ kind, loadG }) => (isNumbered(kind) ? (loadG ?? 0) : 0)))
  const workReps = planned.find(({ kind }) => isNumbered(kind))?.reps ?? null
  return planned.map((set) => {
    const same = { ...blankSet(to), kind: set.kind, reps: set.reps }
    if (best === null || to.loadMode !== 'external') return same
    const workG = loadForReps(best.e1rmG, isNumbered(set.kind) ? set.reps : workReps)
    if (workG === null) return same
    const isShare = !isNumbered(set.kind) && set.loadG !== null && heaviestG > 0
    const loadG = isShare ? Math.round((workG * (set.loadG ?? 0)) / heaviestG) : workG
    return { ...same, loadG, enteredLoad: null, enteredUnit: best.unit }
  })
}

/** The load that so many reps take, with as many left as the estimate assumed: Brzycki below ten, Epley from ten. */
export function loadForReps(e1rmG: number, reps: number | null): number | null {
  if (reps === null || reps < 1 || reps > 12) return null
  return Math.round(reps < 10 ? (e1rmG * (37 - reps)) / 36 : (e1rmG * 30) / (30 + reps))
}

function bestOf(last: Pick<Performance, 'sets'> | null, to: Target) {
  let best: { e1rmG: number; unit: SetFigures['enteredUnit'] } | null = null
  for (const set of last?.sets ?? []) {
    // How hard it felt is left out: what was done with some left is to be done with some left.
    const estimate = set.loadMode === 'external' ? e1rmOfSet({ ...set, rir2: null }, null, to) : null
    if (estimate && strengthReps(set) !== null && estimate.g > (best?.e1rmG ?? 0)) {
      best = { e1rmG: estimate.g, unit: set.enteredUnit }
    }
  }
  return best
}
