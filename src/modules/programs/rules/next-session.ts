/** Where an athlete stands in a program: which program, which day of it is next, and what it asks for. */
import type { LoadUnit } from '../../../shared/units.ts'
import type { Assignment, Override, PlannedSession, ProgramDay, ProgramSlot, ProgramVersion } from '../model.ts'
import type { SlotResult } from './judge.ts'
import { type Prescription, prescribe, type Snap } from './progression.ts'
import { slotAs, toGrams } from './slot-state.ts'

/**
 * A session with what its workout says. `done` and `skipped` settle it; `open` is under way, or was discarded. Saved as
 * partial it moves nothing: no load, and its day is still to come.
 */
export type SessionFact = {
  session: PlannedSession
  state: 'done' | 'skipped' | 'partial' | 'open'
  /** By place: what was planned and done. */
  results: ReadonlyMap<string, SlotResult>
  /** When it was started, for what comes before a changed load. */
  at: number
}

/** The program that is followed: the newest that was not left, should two devices have chosen at once. */
export function currentAssignment(all: readonly Assignment[]): Assignment | null {
  const followed = all.filter(({ leftAt }) => leftAt === null)
  return followed.reduce<Assignment | null>((best, one) => (!best || isLater(one, best) ? one : best), null)
}

function isLater(a: Assignment, b: Assignment): boolean {
  return a.startedAt !== b.startedAt ? a.startedAt > b.startedAt : a.id > b.id
}

export type NextDay = { round: number; day: ProgramDay }

/**
 * The days that this round still has to come, in order: the first is next, any other may be done before it. A day that
 * was done early is not asked for again, so nothing is lost by changing the order. A program that ends has none left.
 */
export function daysToCome(program: ProgramVersion, facts: readonly SessionFact[]): NextDay[] {
  const isOver = ({ state }: SessionFact) => state === 'done' || state === 'skipped'
  const settled = new Set(facts.filter(isOver).map(({ session }) => `${session.round}:${session.day}`))
  // A round that was left behind stays behind, whatever of it was saved as partial.
  const begun = facts.filter((fact) => fact.state !== 'open').map(({ session }) => session.round)
  for (let round = Math.max(0, ...begun); round < (program.rounds ?? Number.POSITIVE_INFINITY); round++) {
    const left = program.days.filter(({ id }) => !settled.has(`${round}:${id}`))
    if (left.length > 0) return left.map((day) => ({ round, day }))
  }
  return []
}

export type PlannedPlace = { slot: ProgramSlot } & Prescription

/** What the day asks for now. */
export function planDay(
  { day, round }: NextDay,
  facts: readonly SessionFact[],
  overrides: readonly Override[],
  unit: LoadUnit,
  snap?: Snap,
): PlannedPlace[] {
  return day.slots.map((slot) => planPlace(slot, round, facts, overrides, unit, snap))
}

export function planPlace(
  ofProgram: ProgramSlot,
  round: number,
  facts: readonly SessionFact[],
  overrides: readonly Override[],
  unit: LoadUnit,
  snap?: Snap,
): PlannedPlace {
  const changed = overrides.find((one) => one.slot === ofProgram.slot)
  const slot = slotAs(ofProgram, changed)
  const startG = changed?.exerciseId || changed?.loadG != null ? changed.loadG : startOf(slot, unit)
  const before = changed?.rules ? slotAs(ofProgram, { ...changed, rules: null }) : undefined
  const results = finishedSince(changed?.setAt ?? 0, facts).flatMap(({ at, results }) => {
    const result = results.get(slot.slot)
    return result ? [at < (changed?.rulesAt ?? 0) ? { ...result, judgedAs: before } : result] : []
  })
  return { slot, ...prescribe(slot, results, startG, unit, { round, snap }) }
}

/** Oldest first. */
function finishedSince(sinceMs: number, facts: readonly SessionFact[]): SessionFact[] {
  return facts.filter(({ state, at }) => state === 'done' && at >= sinceMs).toSorted((a, b) => a.at - b.at)
}

/** What a place begins with when the athlete says nothing; null where there is no load, or they find one. */
export function startOf({ start }: ProgramSlot, unit: LoadUnit): number | null {
  return start ? toGrams(start[unit], unit) : null
}

/** How many sessions of the program were done, skipped ones left out. */
export function sessionsDone(facts: readonly SessionFact[]): number {
  return facts.filter(({ state }) => state === 'done' || state === 'partial').length
}

/** Each place of a program once. */
export function placesOf({ days }: Pick<ProgramVersion, 'days'>): ProgramSlot[] {
  return [...new Map(days.flatMap(({ slots }) => slots).map((slot) => [slot.slot, slot])).values()]
}
