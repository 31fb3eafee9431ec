/** The sets proposed for an exercise that is added: those of last time, else three blank ones. */
import type { Exercise } from '../../exercises/model.ts'
import type { SetFigures } from '../model.ts'
import type { Performance } from './previous.ts'
import { plannedKind } from './set-kinds.ts'

const BLANK_SETS = 3

export function blankSet({ loadMode }: Pick<Exercise, 'loadMode'>): SetFigures {
  return {
    kind: 'normal',
    loadMode,
    loadG: null,
    enteredLoad: null,
    enteredUnit: null,
    reps: null,
    rir2: null,
    durationMs: null,
    distanceM: null,
    enteredDistance: null,
    distanceUnit: null,
  }
}

/** Figures only: the caller gives ids and positions. Effort is never proposed, it is what the set felt like. */
export function defaultSets(exercise: Pick<Exercise, 'loadMode'>, last: Performance | null): SetFigures[] {
  if (!last) return Array.from({ length: BLANK_SETS }, () => blankSet(exercise))
  return last.sets.map((set) => proposed(set))
}

/** One more set: like the one above, as a working set. */
export function nextSet(exercise: Pick<Exercise, 'loadMode'>, above: SetFigures | undefined): SetFigures {
  if (!above) return blankSet(exercise)
  return { ...proposed(above), kind: above.kind === 'warmup' ? 'warmup' : 'normal' }
}

function proposed(set: SetFigures): SetFigures {
  return {
    kind: plannedKind(set.kind),
    loadMode: set.loadMode,
    loadG: set.loadG,
    enteredLoad: set.enteredLoad,
    enteredUnit: set.enteredUnit,
    reps: set.reps,
    repsRight: set.repsRight ?? null,
    rir2: null,
    durationMs: set.durationMs,
    distanceM: set.distanceM,
    enteredDistance: set.enteredDistance,
    distanceUnit: set.distanceUnit,
  }
}
