/** How hard a whole session was. Only who did it can say; nobody has to. */
import * as z from 'zod/mini'
import { defineMutation } from '../../../sync/mutation.ts'
import { workoutRow, workouts } from '../model.ts'

const { id } = workoutRow.shape

/** Null takes the answer back. */
export const rateSession = defineMutation({
  name: 'workouts.rateSession',
  v: 1,
  args: z.strictObject({ id, sessionRpe: z.nullable(z.int().check(z.gte(0), z.lte(10))) }),
  reads: (args) => [{ from: workouts, id: args.id }],
  run: (tx, args) => tx.patch(workouts, args.id, { sessionRpe: args.sessionRpe }),
})
