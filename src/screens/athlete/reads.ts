/** What the athlete's screens read of the phone. Each is a few reads, however many workouts it covers. */

import {
  loggedSets,
  type WholeWorkout,
  type Workout,
  workoutExercises,
  workouts,
} from '../../modules/workouts/model.ts'
import { assembleWorkouts } from '../../modules/workouts/rules/assemble.ts'
import type { Rows } from '../../sync/client/api.ts'

/** Before and after every day that a workout can have. */
export const FIRST_DAY = -719_162
export const LAST_DAY = 2_932_896

/** Whether anything at all was logged. */
export async function readHasLog(rows: Rows): Promise<boolean> {
  return (await rows.between(workouts, 'localDay', FIRST_DAY, LAST_DAY, { limit: 1 })).length > 0
}

export function newestFirst(a: Workout, b: Workout): number {
  return b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1)
}

export async function readWholes(rows: Rows, of: readonly Workout[]): Promise<WholeWorkout[]> {
  const ids = of.map(({ id }) => id)
  const [entries, sets] = await Promise.all([
    rows.findAny(workoutExercises, 'workoutId', ids),
    rows.findAny(loggedSets, 'workoutId', ids),
  ])
  return assembleWorkouts(of, entries, sets)
}

/** Workouts whose local day lies in [from, to], whole. */
export async function readDays(rows: Rows, from: number, to: number): Promise<WholeWorkout[]> {
  return readWholes(rows, await rows.between(workouts, 'localDay', from, to))
}

export async function readWhole(rows: Rows, id: string): Promise<WholeWorkout | null> {
  const workout = await rows.get(workouts, id)
  if (!workout) return null
  const [whole] = await readWholes(rows, [workout])
  return whole ?? null
}

/** Every workout that holds any of the exercises, with those exercises only, oldest first. */
export async function readExercises(rows: Rows, exerciseIds: readonly string[]): Promise<WholeWorkout[]> {
  const entries = await rows.findAny(workoutExercises, 'exerciseId', exerciseIds)
  const workoutIds = [...new Set(entries.map(({ workoutId }) => workoutId))]
  const [parents, sets] = await Promise.all([
    rows.getMany(workouts, workoutIds),
    rows.findAny(
      loggedSets,
      'entryId',
      entries.map(({ id }) => id),
    ),
  ])
  return assembleWorkouts(parents.toSorted(newestFirst).reverse(), entries, sets)
}
