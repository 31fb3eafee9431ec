/**
 * What became of a place in one session. Done is every prescribed set with its reps and its load; further sets are not
 * asked about, and a place of which no set was done is not judged at all.
 */
import type { PlannedSet, ProgramSlot } from '../model.ts'
import { isAssisted, rulesOf, type SlotState } from './slot-state.ts'

export type DoneSet = { reps: number; loadG: number | null; rir2?: number | null }

/** What became of one session's sets of a place. */
export type SlotResult = {
  planned: readonly (Pick<PlannedSet, 'reps' | 'loadG' | 'amrap' | 'rir2'> & Partial<Pick<PlannedSet, 'enteredUnit'>>)[]
  /** Set by set as they were planned; null, or nothing at the end, for one that was not done. */
  done: readonly (DoneSet | null)[]
  /** How the place stood before it, where the session carries it. */
  from?: SlotState | undefined
  /** 0 where there is no cycle. */
  round?: number
  /** The place as it was then, where the athlete has changed its rules since. */
  judgedAs?: ProgramSlot | undefined
  decision?: { verdict: 'kept' | 'changed'; loadG: number | null } | undefined
}

export type Judgement = {
  isHit: boolean
  isMiss: boolean
  /** All reps with less than was asked: neither done nor missed. */
  isLight: boolean
  /** Fewest reps of a set. */
  least: number
  sum: number
  amrap: number | null
  last: number | null
  /** The load that all of it was done with; where some is missing, that of the first set. */
  usedG: number | null
}

/** Loads are whole grams, and what was typed in the other unit was rounded. */
const SAME_G = 12

export function isSameLoad(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= SAME_G)
}

/** Null when nothing was done. */
export function judge(slot: ProgramSlot, state: SlotState, { planned, done }: SlotResult): Judgement | null {
  const helps = isAssisted(slot, state)
  const asked = planned.map((set, i) => ({ set, did: done[i] ?? null }))
  const did = asked.flatMap(({ did }) => did ?? [])
  const [first] = did
  if (!first) return null
  // In a range, fewer than its beginning is a miss; within it the reps are on their way.
  const inRange = rulesOf(slot).some(({ does }) => does === 'reps')
  const hasReps = asked.every(({ set, did }) => did !== null && did.reps >= (inRange ? slot.reps : set.reps))
  const isLight = asked.some(({ set, did }) => {
    if (did === null || set.loadG === null || isSameLoad(did.loadG, set.loadG)) return false
    return helps ? (did.loadG ?? 0) > set.loadG : (did.loadG ?? 0) < set.loadG
  })
  const loads = did.flatMap(({ loadG }) => loadG ?? [])
  const least = helps ? Math.max(...loads) : Math.min(...loads)
  const amrap = asked.findLast(({ set }) => set.amrap)?.did
  return {
    ...{ isHit: hasReps && !isLight, isMiss: !hasReps, isLight: hasReps && isLight },
    least: Math.min(...did.map(({ reps }) => reps)),
    sum: isLight ? 0 : did.reduce((sum, { reps }) => sum + reps, 0),
    amrap: amrap && !isLight ? amrap.reps : null,
    last: isLight ? null : (asked.at(-1)?.did?.reps ?? null),
    usedG: loads.length === 0 ? null : hasReps ? least : first.loadG,
  }
}
