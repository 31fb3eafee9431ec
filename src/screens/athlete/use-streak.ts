'use client'
/** The streak of all years, with the breaks in it; undefined until it has been read. */
import { useMemo } from 'react'
import { type Streak, streakOf } from '../../modules/analytics/rules/streak.ts'
import { breaks, type TrainingBreak } from '../../modules/workouts/model/breaks.ts'
import { useLive } from '../../sync/client/hooks.ts'
import type { Athlete } from './use-athlete.ts'
import type { Figures } from './use-figures.ts'

export const NO_MONTHS = () => []

export function useBreaks(): TrainingBreak[] | undefined {
  return useLive((rows) => rows.all(breaks), [], 'breaks')
}

export function useStreakOf(
  { profile, today }: Athlete,
  figures: Pick<Figures, 'sessions' | 'isOfAllYears'> | undefined,
  known: readonly TrainingBreak[] | undefined,
): Streak | undefined {
  return useMemo(() => {
    // Of the newest months alone it would be short, and grow before one's eyes.
    if (!figures?.isOfAllYears || !known || today === 0) return undefined
    const workoutDays = figures.sessions.filter(({ isOver }) => isOver).map(({ localDay }) => localDay)
    return streakOf({ workoutDays, ...countedBy(profile), today, breaks: known })
  }, [figures, known, profile, today])
}

/** What a streak is counted by, of the athlete's settings. */
export function countedBy({ weeklyGoal, weeklyGoals, weekStart }: Athlete['profile']) {
  return { goals: { now: weeklyGoal, before: weeklyGoals }, weekStart }
}
