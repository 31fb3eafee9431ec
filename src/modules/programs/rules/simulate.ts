/** The sessions to come if all goes to plan: every set with its reps and its load, and nothing decided otherwise. */
import type { LoadUnit } from '../../../shared/units.ts'
import type { ProgramVersion } from '../model.ts'
import { advance } from './advance.ts'
import { daysToCome, type NextDay, type PlannedPlace, type SessionFact } from './next-session.ts'
import { type Prescription, type Snap, setsOf } from './progression.ts'
import { exerciseOf, inRound } from './slot-state.ts'

export type Coming = Pick<Prescription, 'sets' | 'exerciseId'> & { round: number; title: string }

/** The next `n` sessions with this place, of the program as it stands; fewer where it ends before. */
export function simulatePlace(
  program: ProgramVersion,
  facts: readonly SessionFact[],
  place: PlannedPlace,
  unit: LoadUnit,
  { n = 4, snap }: { n?: number; snap?: Snap } = {},
): Coming[] {
  const coming: Coming[] = []
  let { state } = place
  for (const { round, day } of comingDays(program, facts)) {
    if (coming.length >= n) break
    if (!day.slots.some(({ slot }) => slot === place.slot.slot)) continue
    const now = inRound(state, round)
    const sets = setsOf(place.slot, now, round, unit, snap)
    coming.push({ sets, exerciseId: exerciseOf(place.slot, now), round, title: day.title })
    const done = sets.map(({ reps, loadG, rir2 = null }) => ({ reps, loadG, rir2 }))
    state = advance(place.slot, now, { planned: sets, done, round }, unit)?.after ?? now
  }
  return coming
}

/** Every day in turn, until a program that ends has ended. */
function* comingDays(program: ProgramVersion, facts: readonly SessionFact[]): Generator<NextDay> {
  const left = daysToCome(program, facts)
  yield* left
  const end = program.rounds ?? Number.POSITIVE_INFINITY
  for (let round = (left[0]?.round ?? end) + 1; round < end; round++) {
    for (const day of program.days) yield { round, day }
  }
}
