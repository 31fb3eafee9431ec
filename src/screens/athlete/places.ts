/** Where what needs attention can be looked at: in the workout that it would have changed, if that is here. */
import { loggedSets, workoutExercises, workouts } from '../../modules/workouts/model.ts'
import type { DeadMutation, Rows } from '../../sync/client/api.ts'
import { address } from './addresses.ts'

/** An import is of many workouts, and of no one in particular. */
const MOST_ROWS = 200

/** The addresses of their workouts, by mid. */
export async function findPlaces(rows: Rows, dead: readonly DeadMutation[]): Promise<Map<string, string>> {
  const places = new Map<string, string>()
  for (const { mid, args, rows: ids } of dead) {
    if (ids.length > MOST_ROWS) continue
    const parts = [...(await rows.getMany(loggedSets, ids)), ...(await rows.getMany(workoutExercises, ids))]
    const { workoutId } = (args ?? {}) as { workoutId?: unknown }
    const named = typeof workoutId === 'string' ? [workoutId] : []
    const found = await rows.getMany(workouts, [...new Set([...named, ...ids, ...parts.map((part) => part.workoutId)])])
    const [workout] = found
    if (workout && found.length === 1)
      places.set(mid, workout.state === 'open' ? address.workout(workout.id) : address.past(workout.id))
  }
  return places
}
