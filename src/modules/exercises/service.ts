/** Which exercise an id means, for one athlete: the shipped catalogue and their own. */
import { type Tx, withActor } from '../../server/db.ts'
import type { Actor } from '../../shared/actor.ts'
import { CATALOGUE } from './data/catalogue.ts'
import type { Exercise } from './model.ts'
import * as queries from './queries.ts'

const SHIPPED = new Map<string, Exercise>(CATALOGUE.map((exercise) => [exercise.id, exercise]))

/** Deleted ones too, marked. */
export const findOwnExercises = queries.findOwnExercises

/** What an athlete may do: all that is shipped, and their own that are not deleted. `own`: these alone. */
export async function listExercises(actor: Actor, args: { own: boolean }): Promise<(Exercise & { own: boolean })[]> {
  const athleteId = actor.userId
  const all = await withActor(actor, [athleteId], (tx) => queries.findOwnExercises(tx, { athleteId }))
  const own = all.filter(({ deleted }) => !deleted).map(({ deleted: _, notes: __, ...one }) => ({ ...one, own: true }))
  return args.own ? own : [...CATALOGUE.map((one) => ({ ...one, own: false })), ...own]
}

export type ExerciseLookup = (exerciseId: string) => Exercise | undefined

export async function exercisesOf(tx: Tx, args: { athleteId: string }): Promise<ExerciseLookup> {
  const own = new Map((await queries.findCustomExercises(tx, args)).map((exercise) => [exercise.id, exercise]))
  return (exerciseId) => SHIPPED.get(exerciseId) ?? own.get(exerciseId)
}
