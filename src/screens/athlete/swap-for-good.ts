/** An exercise that was swapped today, swapped in the routine or the program as well: offered, and done by one tap. */
import type { Exercise } from '../../modules/exercises/model.ts'
import { overrideIdOf, overrides, plannedSessions } from '../../modules/programs/model.ts'
import { overridePlace } from '../../modules/programs/mutators.ts'
import { routines } from '../../modules/workouts/model/routines.ts'
import { workoutExercises, workouts } from '../../modules/workouts/model.ts'
import { editRoutine } from '../../modules/workouts/mutators/routines.ts'
import { inOrder } from '../../modules/workouts/rules/place-in-order.ts'
import { swapPlace } from '../../modules/workouts/rules/routines.ts'
import type { Mutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import type { ForGood, SwapForGood } from '../../modules/workouts/ui/athlete/use-workout-actions.ts'
import type { Rows } from '../../sync/client/api.ts'

/** Null where the workout is of neither, or the place is not in it any more. */
export const swapForGood: SwapForGood = (phone, mutate, entryId, fromId, to) =>
  phone.read(async (rows) => {
    const entry = await rows.get(workoutExercises, entryId)
    if (!entry) return null
    return (await inProgram(rows, mutate, entry.workoutId, entryId, to)) ?? inRoutine(rows, mutate, entry, fromId, to)
  })

async function inProgram(
  rows: Rows,
  mutate: Mutate,
  workoutId: string,
  entryId: string,
  to: Exercise,
): Promise<ForGood | null> {
  const [session] = await rows.find(plannedSessions, 'workoutId', workoutId)
  const place = session?.exercises.find((one) => one.entryId === entryId)
  if (!session || !place) return null
  const { assignmentId } = session
  const was = await rows.get(overrides, overrideIdOf(assignmentId, place.slot))
  const { rules = null, rulesAt = null } = was ?? {}
  const head = { assignmentId, slot: place.slot, rules, rulesAt, setAt: Date.now() }
  const unloaded = { loadG: null, enteredLoad: null, enteredUnit: null }
  const { exerciseId = null, loadG, enteredLoad, enteredUnit, setAt } = { ...unloaded, ...head, ...was }
  return {
    run: () => void mutate(overridePlace, { ...head, exerciseId: to.id, ...unloaded }),
    undo: () => void mutate(overridePlace, { ...head, exerciseId, loadG, enteredLoad, enteredUnit, setAt }),
  }
}

async function inRoutine(
  rows: Rows,
  mutate: Mutate,
  { workoutId, id: entryId }: { workoutId: string; id: string },
  from: string,
  to: Exercise,
): Promise<ForGood | null> {
  const workout = await rows.get(workouts, workoutId)
  const routine = workout?.routineId ? await rows.get(routines, workout.routineId) : undefined
  if (!routine) return null
  // The place of this turn of the exercise: it may stand in the workout more than once.
  const entries = inOrder(await rows.find(workoutExercises, 'workoutId', workoutId))
  const before = entries.slice(
    0,
    entries.findIndex(({ id }) => id === entryId),
  )
  const turn = before.filter(({ exerciseId }) => exerciseId === from).length
  const place = routine.exercises.filter(({ exerciseId }) => exerciseId === from)[turn]
  if (!place) return null
  const { id, exercises } = routine
  return {
    run: () => void mutate(editRoutine, { id, exercises: swapPlace(exercises, place.slot, to) }),
    undo: () => void mutate(editRoutine, { id, exercises }),
  }
}
