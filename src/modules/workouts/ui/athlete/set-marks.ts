import type { LoggedSet } from '../../model.ts'

const MARKS = { warmup: 'W', drop: 'D', failure: 'F' } as const

/** Working sets are counted; a set to failure counts too, and shows its F. */
export function setMarks(sets: readonly Pick<LoggedSet, 'kind'>[]): string[] {
  let count = 0
  return sets.map(({ kind }) => {
    if (kind === 'warmup' || kind === 'drop') return MARKS[kind]
    count += 1
    return kind === 'failure' ? MARKS.failure : String(count)
  })
}
