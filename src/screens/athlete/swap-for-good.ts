/** An exercise that was swapped today, swapped in the routine or the program as well: offered, and done by one tap. */
import type { Exercise } from '../../modules/exercises/model.ts'
import { overrideIdOf, overrides, plannedSessions } from '../../modules/programs/model.ts'
import { overridePlace } from '../../modules/programs/mutators.ts'
import { routines } from '../../modules/workouts/model/routines.ts'
import { workoutExercises, workouts } from '../../modules/workouts/model.ts'
import { editRoutine } from '../../modules/workouts/mutators/routines.ts'
import { placeOfEntry, swapPlace } from '../../modules/workouts/rules/routines.ts'
import type { Mutate } from '../../modules/workouts/ui/athlete/use-mutate.ts'
import type { ForGood, SwapForGood } from '../../modules/workouts/ui/athlete/use-workout-actions.ts'
import type { Rows } from '../../sync/client/api.ts'

/** Null where the workout is of neither, or the place is not in it any more. */
export const swapForGood: SwapForGood = (phone, mutate, entryId, from, to) =>
  phone.read(async (rows) => {
    const entry = await rows.get(workoutExercises, entryId)
    if (!entry) return null
    return (await inProgram(rows, mutate, entry.workoutId, entryId, to)) ?? inRoutine(rows, mutate, entry, from, to)
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
  entry: { id: string; workoutId: string },
  from: Exercise,
  to: Exercise,
): Promise<ForGood | null> {
  const workout = await rows.get(workouts, entry.workoutId)
  const routine = workout?.routineId ? await rows.get(routines, workout.routineId) : undefined
  const place = routine && placeOfEntry(routine.exercises, entry, from.id)
  if (!place) return null
  const { id, exercises } = routine
  return {
    run: () => void mutate(editRoutine, { id, exercises: swapPlace(exercises, place.slot, from, to) }),
    undo: () => void mutate(editRoutine, { id, exercises }),
  }
}
