/** The fourteen promises of README.md, and how a history says which one was broken. */
export const INVARIANTS = {
  1: 'each (device, space, seq) takes effect at most once',
  2: 'receipts are contiguous',
  3: 'effects equal applied receipts',
  4: 'the outbox drains despite poison',
  5: 'at rest every device equals the server',
  6: 'an own write, once shown, never leaves the screen until superseded',
  7: 'the cursor never passes what was durably applied',
  8: 'the merge does not depend on arrival order',
  9: 'no row crosses people',
  10: 'a reset keeps the outbox',
  11: 'old-schema clients replay equal to new ones',
  12: 'forks are detected',
  13: 'after a restore nothing acknowledged is missing',
  14: 'nothing is applied under an ended grant, and nothing of it is dropped',
} as const
export type Invariant = keyof typeof INVARIANTS

export class Violation extends Error {
  readonly invariant: Invariant
  constructor(invariant: Invariant, what: string) {
    super(`Invariant ${invariant}, ${INVARIANTS[invariant]}: ${what}`)
    this.name = 'Violation'
    this.invariant = invariant
  }
}

export function must(holds: boolean, invariant: Invariant, what: () => string): void {
  if (!holds) throw new Violation(invariant, what())
}
