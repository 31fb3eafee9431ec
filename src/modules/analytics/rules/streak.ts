/**
 * Consecutive weeks that met the goal. Rest days never break it, since only whole weeks count; the week that is still
 * running can add to it but never end it. Sessions that arrive late repair it, because it is computed from what is there.
 */
import { weekStartDay } from '../../../shared/local-day.ts'

export type Streak = {
  weeks: number
  longest: number
  thisWeek: { done: number; goal: number; isMet: boolean }
}

export type StreakInput = {
  /** The local day of every finished workout; two on one day are two. */
  workoutDays: readonly number[]
  /** Workouts a week. */
  goal: number
  /** 1 = Monday … 7 = Sunday. */
  weekStart: number
  today: number
  /** First days of weeks of rest, holiday or injury: they neither count nor break. */
  frozenWeeks?: ReadonlySet<number>
  /** Forgives one missed week in any four. */
  forgives?: boolean
}

const WEEK = 7
const WEEKS_BETWEEN_PARDONS = 4

export function streakOf(input: StreakInput): Streak {
  const { workoutDays, goal, weekStart, today, frozenWeeks = new Set(), forgives = false } = input
  const counts = new Map<number, number>()
  for (const day of workoutDays) {
    const week = weekStartDay(day, weekStart)
    counts.set(week, (counts.get(week) ?? 0) + 1)
  }
  const current = weekStartDay(today, weekStart)
  const done = counts.get(current) ?? 0
  const thisWeek = { done, goal, isMet: done >= goal }

  let weeks = 0
  let longest = 0
  let pardonedOn = Number.NEGATIVE_INFINITY
  for (let week = Math.min(...counts.keys()); week <= current; week += WEEK) {
    if ((counts.get(week) ?? 0) >= goal) weeks += 1
    else if (week === current || frozenWeeks.has(week)) continue
    else if (forgives && weeks > 0 && week - pardonedOn >= WEEKS_BETWEEN_PARDONS * WEEK) pardonedOn = week
    else weeks = 0
    longest = Math.max(longest, weeks)
  }
  return { weeks, longest, thisWeek }
}
