/** What was done, read whole: workouts with their exercises and sets in order. Promise: only approved subjects are read. */
import type { Tx } from '../../../server/db.ts'
import type { WholeWorkout, Workout } from '../model.ts'
import * as queries from '../queries/workouts.ts'
import { inOrder } from '../rules/place-in-order.ts'

/** Newest first; `before` is the last one of the page above. */
export async function recentWorkouts(
  tx: Tx,
  args: { athleteId: string; limit: number; before?: { startedAt: number; id: string } },
): Promise<WholeWorkout[]> {
  return wholeOf(tx, args.athleteId, await queries.findRecentWorkouts(tx, args))
}

export async function workoutsOnDays(
  tx: Tx,
  args: { athleteId: string; days: readonly number[] },
): Promise<WholeWorkout[]> {
  return wholeOf(tx, args.athleteId, await queries.findWorkoutsOnDays(tx, args))
}

/** Every local day with a workout, an empty one too. */
export function daysOfWorkouts(tx: Tx, args: { athleteId: string }): Promise<number[]> {
  return queries.findDaysOfWorkouts(tx, args)
}

/** Every workout with one of these exercises, cut down to those exercises. */
export async function historyOfExercises(
  tx: Tx,
  args: { athleteId: string; exerciseIds: readonly string[] },
): Promise<WholeWorkout[]> {
  return wholeOf(tx, args.athleteId, await queries.findWorkoutsWithExercises(tx, args), args.exerciseIds)
}

/** When an open workout was last touched, ms of the server's clock; null when it is not open. */
export function lastTouchOf(tx: Tx, args: { athleteId: string; workoutId: string }): Promise<number | null> {
  return queries.findLastTouch(tx, args)
}

/** These workouts with all that is in them. */
export async function wholeOf(
  tx: Tx,
  athleteId: string,
  workouts: Workout[],
  exerciseIds?: readonly string[],
): Promise<WholeWorkout[]> {
  if (workouts.length === 0) return []
  const workoutIds = workouts.map(({ id }) => id)
  const entries = await queries.findEntries(tx, { athleteId, workoutIds, exerciseIds })
  const entryIds = exerciseIds ? entries.map(({ id }) => id) : undefined
  const sets = await queries.findSets(tx, { athleteId, workoutIds, entryIds })
  const setsOf = Map.groupBy(sets, ({ entryId }) => entryId)
  const entriesOf = Map.groupBy(entries, ({ workoutId }) => workoutId)
  return workouts.map((workout) => ({
    workout,
    entries: inOrder(entriesOf.get(workout.id) ?? []).map((entry) => ({
      entry,
      sets: inOrder(setsOf.get(entry.id) ?? []),
    })),
  }))
}

type Held = { id: string; data: Record<string, unknown>; deleted: boolean }

/** Which workouts a commit opened: started, brought back, or finished and opened again. */
export function workoutsOpened(changes: readonly { entity: string; row: Held; before: Held | undefined }[]): string[] {
  return changes.flatMap(({ entity, row, before }) =>
    entity === 'workout' && isOpen(row) && !isOpen(before) ? [row.id] : [],
  )
}

function isOpen(row: Held | undefined): boolean {
  return row !== undefined && !row.deleted && row.data.state === 'open'
}
