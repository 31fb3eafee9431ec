/**
 * Consecutive weeks that met the goal. Rest days never break it, since only whole weeks count; the week that is still
 * running can add to it but never end it. Sessions that arrive late or are put on an earlier day repair it, because it
 * is computed from what is there. Weeks are told by their first local day, never by a clock.
 */
import { weekStartDay } from '../../../shared/local-day.ts'

/** Met, fell short, kept by a break, forgiven, or still running and not met. */
export type WeekState = 'met' | 'missed' | 'frozen' | 'forgiven' | 'running'
export type StreakWeek = { weekStartOn: number; done: number; goal: number; state: WeekState }

export type Streak = {
  weeks: number
  longest: number
  /** The first and last day of the longest run; null before there is one. */
  longestRun: { from: number; to: number } | null
  thisWeek: { done: number; goal: number; isMet: boolean }
  /** From the first week with a workout to this one, oldest first. */
  history: StreakWeek[]
}

/** What was aimed at, each from a local day on, oldest first; `now` is what is aimed at today. */
export type Goals = { now: number; before?: readonly { from: number; goal: number }[] | null | undefined }
export type Break = { fromDay: number; toDay: number }

export type StreakInput = {
  /** The local day of every finished workout; two on one day are two. */
  workoutDays: readonly number[]
  /** Workouts a week. */
  goals: Goals
  /** 1 = Monday … 7 = Sunday. */
  weekStart: number
  today: number
  /** Rest, illness, holiday: a week that holds a day of one neither counts nor breaks, unless its goal was met. */
  breaks?: readonly Break[]
}

const WEEK = 7
/** One missed week is forgiven, by itself, in any four. */
const WEEKS_BETWEEN_PARDONS = 4

/** A goal that changes in a week holds for all of it, and for no week before. */
export function goalOfWeek({ now, before }: Goals, weekStartOn: number, currentWeek: number): number {
  if (weekStartOn >= currentWeek) return now
  return before?.findLast(({ from }) => from <= weekStartOn + WEEK - 1)?.goal ?? before?.[0]?.goal ?? now
}

export function streakOf({ workoutDays, goals, weekStart, today, breaks = [] }: StreakInput): Streak {
  const counts = new Map<number, number>()
  for (const day of workoutDays) {
    const week = weekStartDay(day, weekStart)
    counts.set(week, (counts.get(week) ?? 0) + 1)
  }
  const current = weekStartDay(today, weekStart)
  const done = counts.get(current) ?? 0
  const thisWeek = { done, goal: goals.now, isMet: done >= goals.now }

  const history: StreakWeek[] = []
  let [weeks, longest, from] = [0, 0, 0]
  let longestRun: Streak['longestRun'] = null
  let pardonedOn = Number.NEGATIVE_INFINITY
  for (let week = first(counts, current); week <= current; week += WEEK) {
    const goal = goalOfWeek(goals, week, current)
    const had = counts.get(week) ?? 0
    const state = stateOf(week, had >= goal)
    history.push({ weekStartOn: week, done: had, goal, state })
    if (state === 'met') {
      if (weeks === 0) from = week
      weeks += 1
    }
    if (state === 'forgiven') pardonedOn = week
    if (state === 'missed') {
      weeks = 0
      pardonedOn = Number.NEGATIVE_INFINITY
    }
    if (weeks > longest) {
      longest = weeks
      longestRun = { from, to: week + WEEK - 1 }
    }
  }
  return { weeks, longest, longestRun, thisWeek, history }

  function stateOf(week: number, isMet: boolean): WeekState {
    if (isMet) return 'met'
    if (breaks.some(({ fromDay, toDay }) => fromDay <= toDay && fromDay < week + WEEK && toDay >= week)) return 'frozen'
    if (week === current) return 'running'
    return weeks > 0 && week - pardonedOn >= WEEKS_BETWEEN_PARDONS * WEEK ? 'forgiven' : 'missed'
  }
}

/** A loop, not a spread: years of days are more than a call takes. Later than `current` where there are none. */
function first(counts: ReadonlyMap<number, number>, current: number): number {
  let earliest = current + WEEK
  for (const week of counts.keys()) earliest = Math.min(earliest, week)
  return earliest
}
