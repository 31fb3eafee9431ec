/** What finishing a session proposes: each place of it that was tried, with what comes next and why. */
import type { LoadUnit } from '../../../shared/units.ts'
import type { Override, ProgramVersion } from '../model.ts'
import type { Step } from './advance.ts'
import { daysToCome, type NextDay, type PlannedPlace, planPlace, type SessionFact } from './next-session.ts'
import type { Snap } from './progression.ts'

export type Proposal = {
  place: PlannedPlace
  step: Step
  /** What the athlete made of it; null while it stands as proposed. */
  verdict: 'kept' | 'changed' | null
  /** Something would change: it can be refused. */
  changes: boolean
}

/** Empty unless the session was finished. Places that were tried again since have had their turn. */
export function proposalsOf(
  program: ProgramVersion,
  facts: readonly SessionFact[],
  overrides: readonly Override[],
  sessionId: string,
  unit: LoadUnit,
  snap?: Snap,
): Proposal[] {
  const fact = facts.find(({ session }) => session.id === sessionId)
  if (fact?.state !== 'done') return []
  const day = program.days.find(({ id }) => id === fact.session.day)
  const later = facts.filter((one) => one.state === 'done' && one.at > fact.at)
  return (day?.slots ?? []).flatMap((slot): Proposal[] => {
    const result = fact.results.get(slot.slot)
    const changed = overrides.find((one) => one.slot === slot.slot)
    if (!result || fact.at < (changed?.setAt ?? 0)) return []
    if (later.some(({ results }) => results.get(slot.slot)?.done.some((set) => set !== null))) return []
    const place = planPlace(slot, nextRound(program, facts, slot.slot), facts, overrides, unit, snap)
    if (!place.step) return []
    return [{ place, step: place.step, verdict: result.decision?.verdict ?? null, changes: isChange(place.step) }]
  })
}

/** The round in which the place comes next. */
function nextRound(program: ProgramVersion, facts: readonly SessionFact[], slot: string): number {
  const left = daysToCome(program, facts)
  const has = ({ day }: NextDay) => day.slots.some((one) => one.slot === slot)
  return left.find(has)?.round ?? (left[0]?.round ?? 0) + 1
}

function isChange({ outcome, after }: Step): boolean {
  // A week closer to failure is the plan itself: only the next ramp's load can be refused.
  if (outcome === 'ramp') return after.next !== null
  return outcome !== 'same' && outcome !== 'light'
}
