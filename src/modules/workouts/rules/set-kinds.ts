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

const MARKS = { warmup: 'W', drop: 'D', restpause: 'R', myo: 'M' } as const

/** "W", "1", "2", "D" …; a set to failure counts too, and shows its F; one of as many reps as possible has a plus. */
export function setMarks(sets: readonly Pick<LoggedSet, 'kind'>[]): string[] {
  let count = 0
  return sets.map(({ kind }) => {
    if (kind === 'warmup' || kind === 'drop' || kind === 'restpause' || kind === 'myo') return MARKS[kind]
    count += 1
    if (kind === 'failure') return 'F'
    return kind === 'amrap' ? `${count}+` : String(count)
  })
}

/** The reps that count as strength: where the sides differ, those of the weaker one. */
export function strengthReps({ reps, repsRight }: Pick<SetFigures, 'reps' | 'repsRight'>): number | null {
  return reps === null ? null : Math.min(reps, repsRight ?? reps)
}
