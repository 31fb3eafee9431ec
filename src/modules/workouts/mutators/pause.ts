/** The clock of a workout under way, stopped for a while: what passes meanwhile is no training. */
import * as z from 'zod/mini'
import { defineMutation } from '../../../sync/mutation.ts'
import { MOST_PAUSES, workoutRow, workouts } from '../model.ts'

const { id, startedAt: at } = workoutRow.shape

/** Says which it is to be, not "the other": of two phones that stop it, the second changes nothing. */
export const pauseWorkout = defineMutation({
  name: 'workouts.pause',
  v: 1,
  byWriters: true,
  args: z.strictObject({ id, at, isPaused: z.boolean() }),
  reads: (args) => [{ from: workouts, id: args.id }],
  run(tx, args) {
    const pauses = tx.get(workouts, args.id)?.pauses ?? []
    if ((pauses.length % 2 === 1) === args.isPaused || pauses.length >= MOST_PAUSES) return
    tx.patch(workouts, args.id, { pauses: [...pauses, args.at] })
  },
})
