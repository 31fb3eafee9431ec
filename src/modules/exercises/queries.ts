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
