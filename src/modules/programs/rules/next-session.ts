/** Where an athlete stands in a program: which program, which day of it is next, and what it asks for. */
import type { LoadUnit } from '../../../shared/units.ts'
import type { Assignment, Override, PlannedSession, ProgramDay, ProgramSlot, ProgramVersion } from '../model.ts'
import { type Prescription, prescribe, type SlotResult, toGrams } from './progression.ts'

/** A session with what its workout says: done or skipped it is settled; under way, or discarded, it is not. */
export type SessionFact = {
  session: PlannedSession
  isSettled: boolean
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
 * was done early is not asked for again, so nothing is lost by changing the order.
 */
export function daysToCome(program: ProgramVersion, facts: readonly SessionFact[]): NextDay[] {
  const settled = new Set(
    facts.filter(({ isSettled }) => isSettled).map(({ session }) => `${session.round}:${session.day}`),
  )
  for (let round = 0; ; round++) {
    const left = program.days.filter(({ id }) => !settled.has(`${round}:${id}`))
    if (left.length > 0) return left.map((day) => ({ round, day }))
  }
}

export type PlannedPlace = { slot: ProgramSlot; exerciseId: string } & Prescription

/** What the day asks for now. */
export function planDay(
  day: ProgramDay,
  facts: readonly SessionFact[],
  overrides: readonly Override[],
  unit: LoadUnit,
): PlannedPlace[] {
  const inOrder = facts.filter(({ isSettled }) => isSettled).toSorted((a, b) => a.at - b.at)
  return day.slots.map((slot) => {
    const changed = overrides.find((one) => one.slot === slot.slot)
    const results = inOrder.flatMap(({ at, results }) => {
      const result = results.get(slot.slot)
      return result && at >= (changed?.setAt ?? 0) ? [result] : []
    })
    const exerciseId = changed?.exerciseId ?? slot.exerciseId
    return { slot, exerciseId, ...prescribe(slot, results, changed ? changed.loadG : startOf(slot, unit), unit) }
  })
}

/** What a place begins with when the athlete says nothing; null where there is no load, or they find one. */
export function startOf({ start }: ProgramSlot, unit: LoadUnit): number | null {
  return start ? toGrams(start[unit], unit) : null
}

/** How many sessions of the program were done, skipped ones left out. */
export function sessionsDone(facts: readonly SessionFact[]): number {
  return facts.filter(({ isSettled, session }) => isSettled && session.workoutId !== null).length
}
