/** A routine's places as the mutations that put them into a workout. */
import type { RoutineExercise } from '../../modules/workouts/model/routines.ts'
import { positionsAtEnd } from '../../modules/workouts/rules/place-in-order.ts'
import { figuresOfPlan } from '../../modules/workouts/rules/routines.ts'
import { newId } from '../../shared/id.ts'

/** Per place, in order: `entry` for `addExercise`, and what only `editExercise` can say of it, if anything. */
export function layOutRoutine(
  workoutId: string,
  exercises: readonly RoutineExercise[],
  entryIdOf: (slot: string) => string,
) {
  const places = positionsAtEnd([], exercises.length)
  return exercises.map(({ slot, exerciseId, restS, superset, notes, sets, ...clock }, i) => {
    const id = entryIdOf(slot)
    const positions = positionsAtEnd([], sets.length)
    return {
      entry: {
        ...{ workoutId, id, exerciseId, position: places[i] ?? 'a0', restS, superset },
        sets: sets.map((set, n) => ({ id: newId(), position: positions[n] ?? 'a0', ...figuresOfPlan(set) })),
      },
      more: notes || clock.sides || clock.everyS ? { id, notes, ...clock } : null,
    }
  })
}
