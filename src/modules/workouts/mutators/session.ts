/** What is said of a whole session: that its clock stands still for a while, and how hard it was. */
import * as z from 'zod/mini'
import { defineMutation } from '../../../sync/mutation.ts'
import { MOST_PAUSES, workoutRow, workouts } from '../model.ts'

const { id, startedAt: at } = workoutRow.shape

/**
 * What passes meanwhile is no training. Says which it is to be, not "the other": of two phones that stop it, the second
 * changes nothing.
 */
export const pauseWorkout = defineMutation({
  name: 'workouts.pause',
  v: 1,
  byWriters: true,
  args: z.strictObject({ id, at, isPaused: z.boolean() }),
  reads: (args) => [{ from: workouts, id: args.id }],
  run(tx, args) {
    const workout = tx.get(workouts, args.id)
    // Of one that is gone nothing is known: to write what is would lose its other pauses.
    if (!workout) return
    const pauses = workout.pauses ?? []
    if ((pauses.length % 2 === 1) === args.isPaused || pauses.length >= MOST_PAUSES) return
    tx.patch(workouts, args.id, { pauses: [...pauses, args.at] })
  },
})

/** Only who did it can say; nobody has to. Null takes the answer back. */
export const rateSession = defineMutation({
  name: 'workouts.rateSession',
  v: 1,
  args: z.strictObject({ id, sessionRpe: z.nullable(z.int().check(z.gte(0), z.lte(10))) }),
  reads: (args) => [{ from: workouts, id: args.id }],
  run: (tx, args) => tx.patch(workouts, args.id, { sessionRpe: args.sessionRpe }),
})
