/**
 * What one local day comes to, from its workouts: the phone draws charts from it, the server stores it as rollups. Both
 * call this, and all of it is integers, so a rollup can be dropped and built again to the same bytes.
 */
import type { LoggedSet, WholeWorkout } from '../../workouts/model.ts'
import { E1RM_FORMULA_VERSION, e1rmOfSet, mayBeE1rmRecord } from '../../workouts/rules/e1rm.ts'
import { type ExerciseFacts, effectiveLoadG, UNKNOWN_EXERCISE } from '../../workouts/rules/load.ts'
import { inOrder } from '../../workouts/rules/place-in-order.ts'
import { RECORDS_FORMULA_VERSION } from '../../workouts/rules/records.ts'
import { countedReps, hardSets, isWorkSet, tonnageG, VOLUME_FORMULA_VERSION } from '../../workouts/rules/volume.ts'

/** Raised with any formula below it: rollups of an older version are derived anew. */
export const FIGURES_FORMULA_VERSION =
  E1RM_FORMULA_VERSION * 10_000 + VOLUME_FORMULA_VERSION * 100 + RECORDS_FORMULA_VERSION

/** Of one exercise on one day. */
export type ExerciseDay = {
  exerciseId: string
  localDay: number
  /** Best estimate of the day; null when no set gives one. */
  e1rmG: number | null
  /** The set that gave it, else the heaviest, else the one with the most reps. */
  bestSetId: string
  bestLoadG: number | null
  bestReps: number | null
  tonnageG: number
  hardSets: number
  sets: number
  reps: number
  durationMs: number
  distanceM: number
}

export type DayFigures = {
  localDay: number
  workouts: number
  activeMs: number
  sets: number
  reps: number
  tonnageG: number
  exercises: ExerciseDay[]
}

export type FactsOf = (exerciseId: string) => ExerciseFacts | undefined

type Done = { set: LoggedSet; bodyweightG: number | null }

/** `wholes`: the workouts of that local day that are not deleted, open ones too; sets not done count nowhere. */
export function dayFigures(localDay: number, wholes: readonly WholeWorkout[], factsOf: FactsOf): DayFigures {
  const days = wholes.filter(({ workout }) => workout.localDay === localDay).sort(byStart)
  const exerciseIds = [...new Set(days.flatMap(({ entries }) => entries.map(({ entry }) => entry.exerciseId)))].sort()
  const figures: DayFigures = {
    localDay,
    workouts: days.filter(({ workout }) => workout.state !== 'open').length,
    activeMs: days.reduce((sum, { workout }) => sum + (workout.activeMs ?? 0), 0),
    sets: 0,
    reps: 0,
    tonnageG: 0,
    exercises: [],
  }
  for (const exerciseId of exerciseIds) {
    const facts = factsOf(exerciseId) ?? UNKNOWN_EXERCISE
    const day = exerciseDay(localDay, exerciseId, days, facts)
    if (!day) continue
    figures.exercises.push(day)
    figures.sets += day.sets
    figures.reps += day.reps
    figures.tonnageG += day.tonnageG
  }
  return figures
}

function byStart(a: WholeWorkout, b: WholeWorkout): number {
  return a.workout.startedAt - b.workout.startedAt || (a.workout.id < b.workout.id ? -1 : 1)
}

/** Null when no work set of the exercise is done that day. */
function exerciseDay(
  localDay: number,
  exerciseId: string,
  wholes: readonly WholeWorkout[],
  facts: ExerciseFacts,
): ExerciseDay | null {
  const entries = wholes.flatMap(({ workout, entries }) =>
    inOrder(entries.map((item) => ({ ...item, id: item.entry.id, position: item.entry.position })))
      .filter(({ entry }) => entry.exerciseId === exerciseId)
      .map(({ sets }) => ({ sets: inOrder(sets), bodyweightG: workout.bodyweightG })),
  )
  const done: Done[] = entries.flatMap(({ sets, bodyweightG }) =>
    sets.filter(isWorkSet).map((set) => ({ set, bodyweightG })),
  )
  const best = bestOf(done, facts)
  if (!best) return null
  const e1rmG = best.e1rmG
  return {
    exerciseId,
    localDay,
    e1rmG,
    bestSetId: best.set.id,
    bestLoadG: best.set.loadG,
    bestReps: best.set.reps,
    tonnageG: entries.reduce((sum, { sets, bodyweightG }) => sum + tonnageG(sets, facts, bodyweightG), 0),
    // Only the day's own estimate rules out light sets, so that a day never depends on another.
    hardSets: entries.reduce((sum, { sets, bodyweightG }) => sum + hardSets(sets, facts, bodyweightG, e1rmG), 0),
    sets: done.length,
    reps: done.reduce((sum, { set }) => sum + countedReps(set, facts), 0),
    durationMs: done.reduce((sum, { set }) => sum + (set.durationMs ?? 0), 0),
    distanceM: done.reduce((sum, { set }) => sum + (set.distanceM ?? 0), 0),
  }
}

/** The first of the best, by estimate, then load, then reps, then time and distance. */
function bestOf(done: readonly Done[], facts: ExerciseFacts): { set: LoggedSet; e1rmG: number | null } | null {
  let best: { set: LoggedSet; e1rmG: number | null; rank: number[] } | null = null
  for (const { set, bodyweightG } of done) {
    const e1rmG = mayBeE1rmRecord(set) ? (e1rmOfSet(set, bodyweightG, facts)?.g ?? null) : null
    const loadG = effectiveLoadG(set, bodyweightG, facts)
    const rank = [e1rmG ?? -1, loadG ?? -1, set.reps ?? -1, set.distanceM ?? -1, set.durationMs ?? -1]
    if (!best || isGreater(rank, best.rank)) best = { set, e1rmG, rank }
  }
  return best
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    if (value !== other) return value > other
  }
  return false
}
