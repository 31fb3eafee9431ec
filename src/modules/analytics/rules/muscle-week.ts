/** Hard sets per muscle and week, in hundredths. A week is keyed by its first day, so no year can merge with another. */
import { weekKey, weekStartDay } from '../../../shared/local-day.ts'
import { addHundredths, type MuscleHundredths } from '../../workouts/rules/volume.ts'
import type { DayFigures } from './day-figures.ts'

export type MuscleWeek = {
  /** Day number of the week's first day. */
  weekStartOn: number
  /** "2026-W48", the week's name. */
  key: string
  workouts: number
  tonnageG: number
  sets: number
  muscles: MuscleHundredths
}

/** Weeks that hold something, oldest first. */
export function muscleWeeks(
  days: readonly Pick<DayFigures, 'localDay' | 'workouts' | 'tonnageG' | 'sets' | 'muscles'>[],
  weekStart: number,
): MuscleWeek[] {
  const weeks = new Map<number, MuscleWeek>()
  for (const day of days) {
    const weekStartOn = weekStartDay(day.localDay, weekStart)
    const week = weeks.get(weekStartOn) ?? {
      weekStartOn,
      key: weekKey(weekStartOn, weekStart),
      workouts: 0,
      tonnageG: 0,
      sets: 0,
      muscles: {},
    }
    weeks.set(weekStartOn, {
      ...week,
      workouts: week.workouts + day.workouts,
      tonnageG: week.tonnageG + day.tonnageG,
      sets: week.sets + day.sets,
      muscles: addHundredths(week.muscles, day.muscles),
    })
  }
  return [...weeks.values()].sort((a, b) => a.weekStartOn - b.weekStartOn)
}
