/** A week that is over, in figures, each beside the week before it. */
import { weekStartDay } from '../../../shared/local-day.ts'
import type { ExerciseDay } from './day-figures.ts'
import type { SessionFigures } from './kept-figures.ts'
import { goalOfWeek, type StreakInput, streakOf } from './streak.ts'

export type WeekFigures = {
  workouts: number
  daysTrained: number
  activeMs: number
  sets: number
  reps: number
  tonnageG: number
}
export type WeekReport = {
  /** Its first local day. */
  from: number
  now: WeekFigures
  before: WeekFigures
  /** Weeks in a row that had met their goal when it ended, and its own goal. */
  streak: number
  goal: number
}

const WEEK = 7

type Input = Omit<StreakInput, 'workoutDays'> & {
  from: number
  /** Of all years: a streak may be that long. */
  sessions: readonly SessionFigures[]
  days: readonly ExerciseDay[]
}

export function weekReport({ from, sessions, days, goals, weekStart, today, breaks }: Input): WeekReport {
  const over = sessions.filter(({ isOver }) => isOver)
  const goal = goalOfWeek(goals, from, weekStartDay(today, weekStart))
  const workoutDays = over.map(({ localDay }) => localDay).filter((day) => day < from + WEEK)
  // As it stood on the week's last day: what came after is another report's.
  const { weeks } = streakOf({ workoutDays, goals: { ...goals, now: goal }, weekStart, today: from + WEEK - 1, breaks })
  return { from, now: figuresOf(from, over, days), before: figuresOf(from - WEEK, over, days), streak: weeks, goal }
}

function figuresOf(from: number, over: readonly SessionFigures[], days: readonly ExerciseDay[]): WeekFigures {
  const isWithin = ({ localDay }: { localDay: number }) => localDay >= from && localDay < from + WEEK
  const own = over.filter(isWithin)
  const done = days.filter(isWithin)
  const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    workouts: own.length,
    daysTrained: new Set(own.map(({ localDay }) => localDay)).size,
    activeMs: sum(own, ({ activeMs }) => activeMs ?? 0),
    sets: sum(done, ({ sets }) => sets),
    reps: sum(done, ({ reps }) => reps),
    tonnageG: sum(done, ({ tonnageG }) => tonnageG),
  }
}

/**
 * The first day of the week whose report is to be told of now: the one before this, where something was done in it and
 * nobody has put its report away (`seenDay`: the last day of the newest that was). Null where there is none.
 */
export function reportToTell(
  sessions: readonly Pick<SessionFigures, 'localDay' | 'isOver'>[],
  { today, weekStart, seenDay }: { today: number; weekStart: number; seenDay: number | null },
): number | null {
  const from = weekStartDay(today, weekStart) - WEEK
  if (seenDay !== null && seenDay >= from + WEEK - 1) return null
  return sessions.some(({ localDay, isOver }) => isOver && localDay >= from && localDay < from + WEEK) ? from : null
}
