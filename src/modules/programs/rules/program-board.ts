/** The days of a program, round by round: what of each was planned and what was done of it. */
import type { ProgramDay, ProgramVersion } from '../model.ts'
import type { SlotResult } from './judge.ts'
import { daysToCome, type SessionFact } from './next-session.ts'

/** Missed is also what was skipped, and what a later round left behind. */
export const DAY_STATES = ['done', 'partly', 'missed', 'coming'] as const
export type DayState = (typeof DAY_STATES)[number]

export type BoardDay = {
  day: ProgramDay
  state: DayState
  /** The workout and its local day; null where there is none. */
  workoutId: string | null
  localDay: number | null
  /** Sets that were asked for, and how many of them were done; null where the phone has not read them. */
  sets: { done: number; planned: number } | null
}
export type BoardRound = { round: number; days: BoardDay[] }

/** From the first round to the one that is under way, or the last of a program that is over. */
export function programBoard(program: ProgramVersion, facts: readonly SessionFact[]): BoardRound[] {
  const begun = facts.filter(({ state }) => state !== 'open').map(({ session }) => session.round)
  const [next] = daysToCome(program, facts)
  const last = Math.max(0, next?.round ?? 0, ...begun)
  return Array.from({ length: last + 1 }, (_, round) => ({
    round,
    days: program.days.map((day) => boardDay(day, round, next?.round ?? Number.POSITIVE_INFINITY, facts)),
  }))
}

const ORDER = ['done', 'partial', 'skipped']

function boardDay(day: ProgramDay, round: number, current: number, facts: readonly SessionFact[]): BoardDay {
  // Begun twice, on two devices or saved as partial before: what got furthest tells.
  const [fact] = facts
    .filter(({ session, state }) => session.round === round && session.day === day.id && state !== 'open')
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.at - a.at)
  if (!fact || fact.state === 'skipped') {
    const state = fact || round < current ? 'missed' : 'coming'
    return { day, state, workoutId: null, localDay: fact?.session.localDay ?? null, sets: null }
  }
  const { session, results } = fact
  const sets = results.size === 0 ? null : countSets([...results.values()])
  const isWhole = fact.state === 'done' && (sets === null || sets.done >= sets.planned)
  const { workoutId, localDay } = session
  return { day, state: isWhole ? 'done' : 'partly', workoutId, localDay, sets }
}

/** A set with no rep was tried, not done. What was added beyond the plan makes up for nothing. */
function countSets(results: readonly SlotResult[]): { done: number; planned: number } {
  const of = (all: readonly (readonly unknown[])[]) => all.reduce((sum, one) => sum + one.length, 0)
  return {
    planned: of(results.map(({ planned }) => planned)),
    done: of(results.map(({ planned, done }) => planned.filter((_, i) => (done[i]?.reps ?? 0) > 0))),
  }
}
