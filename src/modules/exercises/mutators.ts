/** An athlete's own exercises. The shipped catalogue is not data of anyone and never changes here. */
import * as z from 'zod/mini'
import { appError } from '../../shared/errors.ts'
import { isId } from '../../shared/id.ts'
import { defineMutation, given } from '../../sync/mutation.ts'
import { exerciseRow, exercises } from './model.ts'

const { id: _id, ...exerciseFields } = exerciseRow.shape
const target = z.strictObject({ id: exerciseRow.shape.id })

/** Throws when a name is blank: a nameless exercise can't be found again. */
function requireName(name: string | undefined): void {
  if (name !== undefined && name.trim() === '') {
    throw appError('bad_input', 'The exercise has no name. Give it one, then save it again.', { field: 'name' })
  }
}

export const createExercise = defineMutation({
  name: 'exercises.create',
  v: 1,
  byWriters: true,
  args: z.strictObject({ exercise: z.strictObject(exerciseRow.shape) }),
  reads: ({ exercise }) => [{ from: exercises, id: exercise.id }],
  run(tx, { exercise }) {
    // A readable slug names a catalogue entry, which an own exercise must never shadow.
    if (!isId(exercise.id)) {
      throw appError('bad_input', `An own exercise needs a UUID as its id, but was given "${exercise.id}".`, {
        field: 'id',
      })
    }
    requireName(exercise.name)
    // A file that is imported again makes the same exercise again: what was edited since stays.
    if (!tx.get(exercises, exercise.id)) tx.put(exercises, exercise)
  },
})

export const editExerciseDetails = defineMutation({
  name: 'exercises.edit',
  v: 1,
  byWriters: true,
  args: z.strictObject({ id: exerciseRow.shape.id, fields: z.partial(z.strictObject(exerciseFields)) }),
  reads: ({ id }) => [{ from: exercises, id }],
  run(tx, { id, fields }) {
    requireName(fields.name)
    tx.patch(exercises, id, given(fields))
  },
})

/** Hides it from the lists; workouts that use it keep their sets, and restoring brings it back whole. */
export const removeExerciseDetails = defineMutation({
  name: 'exercises.remove',
  v: 1,
  byWriters: true,
  args: target,
  reads: ({ id }) => [{ from: exercises, id }],
  run: (tx, { id }) => tx.delete(exercises, id),
})

export const restoreExerciseDetails = defineMutation({
  name: 'exercises.restore',
  v: 1,
  byWriters: true,
  args: target,
  reads: ({ id }) => [{ from: exercises, id }],
  run: (tx, { id }) => tx.restore(exercises, id),
})

export const exerciseMutations = [
  createExercise,
  editExerciseDetails,
  removeExerciseDetails,
  restoreExerciseDetails,
] as const
