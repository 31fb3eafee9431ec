/** What the kind of a set means to figures, order and rest. */
import type { LoggedSet, SetFigures, SetKind } from '../model.ts'

/** Goes on from the set above without a rest worth the name: the whole chain is one hard set. */
export function isChained(kind: SetKind): boolean {
  return kind === 'drop' || kind === 'restpause' || kind === 'myo'
}

/** Has a number of its own: not a warm-up, and no continuation of the set above. */
export function isNumbered(kind: SetKind): boolean {
  return kind !== 'warmup' && !isChained(kind)
}

/** Its reps were whole, moved, and one's own: of others nobody can tell how strong they were. */
export function isFull(kind: SetKind): boolean {
  return kind !== 'partial' && kind !== 'forced' && kind !== 'hold'
}

/** Failure, and help with the last reps, are what happened, not what is planned. */
export function plannedKind(kind: SetKind): SetKind {
  return kind === 'failure' || kind === 'forced' ? 'normal' : kind
}

/** Its load and reps say what could be lifted once. */
export function isEstimated(kind: SetKind): boolean {
  return isNumbered(kind) && isFull(kind)
}

const MARKS = { warmup: 'W', drop: 'D', restpause: 'R', myo: 'M' } as const
const BEHIND: Partial<Record<SetKind, string>> = { amrap: '+', partial: 'P', forced: 'FR', tempo: 'T', hold: 'H' }

/**
 * "W", "1", "2", "D" …; a set to failure counts too, and shows its F; other kinds show theirs behind the number, as many
 * reps as possible a plus.
 */
export function setMarks(sets: readonly Pick<LoggedSet, 'kind'>[]): string[] {
  let count = 0
  return sets.map(({ kind }) => {
    if (kind === 'warmup' || kind === 'drop' || kind === 'restpause' || kind === 'myo') return MARKS[kind]
    count += 1
    if (kind === 'failure') return 'F'
    return `${count}${BEHIND[kind] ?? ''}`
  })
}

/** The reps that count as strength: where the sides differ, those of the weaker one. */
export function strengthReps({ reps, repsRight }: Pick<SetFigures, 'reps' | 'repsRight'>): number | null {
  return reps === null ? null : Math.min(reps, repsRight ?? reps)
}
