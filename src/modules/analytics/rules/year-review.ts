/** A calendar year in figures: what it came to, its best lifts with their day, its longest run of weeks. */
import { dayFromCivil } from '../../../shared/local-day.ts'
import type { ExerciseDay } from './day-figures.ts'
import type { SessionFigures } from './kept-figures.ts'
import { type StreakInput, streakOf } from './streak.ts'

export type BestLift = { exerciseId: string; localDay: number; e1rmG: number; loadG: number; reps: number }
export type YearReview = {
  year: number
  workouts: number
  activeMs: number
  sets: number
  reps: number
  tonnageG: number
  distanceM: number
  daysTrained: number
  /** Workouts of each month, January first. */
  months: number[]
  /** The heaviest estimates, one an exercise, each on the first day that it stood. */
  bestLifts: BestLift[]
  mostTrained: { exerciseId: string; days: number; sets: number }[]
  /** Consecutive weeks with the goal met, of those that end in the year. */
  longestRun: { weeks: number; from: number; to: number } | null
}

const MOST_LISTED = 5

type Input = Omit<StreakInput, 'workoutDays'> & {
  year: number
  /** Finished workouts of all years: a run may have begun in the year before. */
  sessions: readonly SessionFigures[]
  /** Days of exercises; those of other years are left out. */
  days: readonly ExerciseDay[]
}

export function yearReview({ year, sessions, days, ...goals }: Input): YearReview {
  const [first, last] = [dayFromCivil(year, 1, 1), dayFromCivil(year, 12, 31)]
  const isWithin = ({ localDay }: { localDay: number }) => localDay >= first && localDay <= last
  const over = sessions.filter(({ isOver }) => isOver)
  const own = over.filter(isWithin)
  const done = days.filter(isWithin)
  const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0)
  const byExercise = Map.groupBy(done, ({ exerciseId }) => exerciseId)
  return {
    year,
    workouts: own.length,
    activeMs: sum(own, ({ activeMs }) => activeMs ?? 0),
    sets: sum(done, ({ sets }) => sets),
    reps: sum(done, ({ reps }) => reps),
    tonnageG: sum(done, ({ tonnageG }) => tonnageG),
    distanceM: sum(done, ({ distanceM }) => distanceM),
    daysTrained: new Set(own.map(({ localDay }) => localDay)).size,
    months: Array.from({ length: 12 }, (_, month) => {
      const [from, to] = [dayFromCivil(year, month + 1, 1), dayFromCivil(year, month + 2, 1)]
      return own.filter(({ localDay }) => localDay >= from && localDay < to).length
    }),
    bestLifts: [...byExercise.values()]
      .flatMap((all) => bestOf(all) ?? [])
      .sort((a, b) => b.e1rmG - a.e1rmG || (a.exerciseId < b.exerciseId ? -1 : 1))
      .slice(0, MOST_LISTED),
    mostTrained: [...byExercise]
      .map(([exerciseId, all]) => ({ exerciseId, days: all.length, sets: sum(all, ({ sets }) => sets) }))
      .sort((a, b) => b.days - a.days || b.sets - a.sets || (a.exerciseId < b.exerciseId ? -1 : 1))
      .slice(0, MOST_LISTED),
    longestRun: longestRun(over, first, last, goals),
  }
}

function bestOf(all: readonly ExerciseDay[]): BestLift | null {
  let best: BestLift | null = null
  for (const { exerciseId, localDay, e1rmG, bestLoadG, bestReps } of all) {
    if (e1rmG === null || bestReps === null || (best && e1rmG <= best.e1rmG)) continue
    best = { exerciseId, localDay, e1rmG, loadG: bestLoadG ?? 0, reps: bestReps }
  }
  return best
}

/** Week by week, so that a run over New Year counts whole in the year that it ends in, and a frozen week breaks none. */
function longestRun(
  over: readonly SessionFigures[],
  first: number,
  last: number,
  goals: Omit<StreakInput, 'workoutDays'>,
): YearReview['longestRun'] {
  const { history } = streakOf({ ...goals, workoutDays: over.map(({ localDay }) => localDay) })
  let longest: YearReview['longestRun'] = null
  let run = { weeks: 0, from: 0 }
  for (const { weekStartOn, state } of history) {
    if (state === 'missed') run = { weeks: 0, from: 0 }
    if (state !== 'met') continue
    run = { weeks: run.weeks + 1, from: run.weeks === 0 ? weekStartOn : run.from }
    const to = weekStartOn + 6
    if (weekStartOn > last || to < first) continue
    if (run.weeks > (longest?.weeks ?? 0)) longest = { ...run, to }
  }
  return longest
}

/** Years with a workout, newest first. */
export function yearsOf(sessions: readonly SessionFigures[], yearOf: (day: number) => number): number[] {
  return [...new Set(sessions.filter(({ isOver }) => isOver).map(({ localDay }) => yearOf(localDay)))].sort(
    (a, b) => b - a,
  )
}
