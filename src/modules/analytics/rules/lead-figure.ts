/** The one figure that tells how an exercise is going: its estimate where it has one, else reps, time or distance. */
import type { ExerciseDay } from './day-figures.ts'

export const LEAD_FIGURES = ['e1rmG', 'bestReps', 'distanceM', 'durationMs'] as const
export type LeadFigure = (typeof LEAD_FIGURES)[number]

export function leadFigureOf(days: readonly ExerciseDay[]): LeadFigure {
  const half = days.length / 2
  const counts = (has: (day: ExerciseDay) => boolean) => days.filter(has).length
  if (counts(({ e1rmG }) => e1rmG !== null) >= half && days.length > 0) return 'e1rmG'
  if (counts(({ distanceM }) => distanceM > 0) >= half && days.length > 0) return 'distanceM'
  if (counts(({ durationMs }) => durationMs > 0) >= half && days.length > 0) return 'durationMs'
  return 'bestReps'
}

export function leadValue(day: ExerciseDay, lead: LeadFigure): number | null {
  const value = day[lead]
  return value === 0 ? null : value
}

export function bestValue(days: readonly ExerciseDay[], lead: LeadFigure): number | null {
  return days.reduce<number | null>((best, day) => {
    const value = leadValue(day, lead)
    return value !== null && (best === null || value > best) ? value : best
  }, null)
}
