/** Which exercise an id means, for one athlete: the shipped catalogue and their own. */
import type { Tx } from '../../server/db.ts'
import { CATALOGUE } from './data/catalogue.ts'
import type { Exercise } from './model.ts'
import * as queries from './queries.ts'

const SHIPPED = new Map<string, Exercise>(CATALOGUE.map((exercise) => [exercise.id, exercise]))

export type ExerciseLookup = (exerciseId: string) => Exercise | undefined

export async function exercisesOf(tx: Tx, args: { athleteId: string }): Promise<ExerciseLookup> {
  const own = new Map((await queries.findCustomExercises(tx, args)).map((exercise) => [exercise.id, exercise]))
  return (exerciseId) => SHIPPED.get(exerciseId) ?? own.get(exerciseId)
}
