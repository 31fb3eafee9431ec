/** The own exercises that an import makes, and that go with it when it is taken out. */
import type { Rows } from '../../../../sync/client/api.ts'
import type { Mutation } from '../../../../sync/mutation.ts'
import { type CustomExercise, exercises } from '../../../exercises/model.ts'
import { createExercise, restoreExerciseDetails } from '../../../exercises/mutators.ts'
import { workoutExercises } from '../../model.ts'
import { isOfImport } from '../../rules/import/own-exercise.ts'

type Write = <A>(mutation: Mutation<A>, args: NoInfer<A>) => Promise<void>

/**
 * What was taken out with an earlier import comes back as it was, with what was changed since it was made. Both are
 * written for each, restored first: only the server knows whether a month has passed since, and of what was deleted so
 * long ago it has nothing left but that it was.
 */
export async function bringExercises(made: readonly CustomExercise[], write: Write): Promise<void> {
  for (const exercise of made) {
    await write(restoreExerciseDetails, { id: exercise.id })
    await write(createExercise, { exercise })
  }
}

/** Made by an import, and in no workout but these. */
export async function exercisesOnlyOf(rows: Rows, workoutIds: ReadonlySet<string>): Promise<string[]> {
  const made = (await rows.all(exercises)).filter(isOfImport).map(({ id }) => id)
  const uses = Map.groupBy(await rows.findAny(workoutExercises, 'exerciseId', made), ({ exerciseId }) => exerciseId)
  return made.filter((id) => uses.get(id)?.every(({ workoutId }) => workoutIds.has(workoutId)))
}
