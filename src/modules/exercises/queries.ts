/** SQL on athletes' own exercises. */
import type { Tx } from '../../server/db.ts'
import type { CustomExercise } from './model.ts'

/** Deleted ones too: old workouts still name them. */
export async function findCustomExercises(tx: Tx, args: { athleteId: string }): Promise<CustomExercise[]> {
  return tx<CustomExercise[]>`
    select id, name, aliases, equipment, pattern, measure, load_mode as "loadMode",
      bodyweight_fraction as "bodyweightFraction", laterality, implements, muscles, rest_s as "restS", notes
    from exercise where athlete_id = ${args.athleteId}`
}

/** The same, told which of them are deleted. */
export async function findOwnExercises(
  tx: Tx,
  args: { athleteId: string },
): Promise<(CustomExercise & { deleted: boolean })[]> {
  return tx<(CustomExercise & { deleted: boolean })[]>`
    select id, name, aliases, equipment, pattern, measure, load_mode as "loadMode",
      bodyweight_fraction as "bodyweightFraction", laterality, implements, muscles, rest_s as "restS", notes, deleted
    from exercise where athlete_id = ${args.athleteId} order by name, id`
}
