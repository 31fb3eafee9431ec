/** What a track, or its athlete, adds to a set. Put before its workout it is seen by nobody until that is there. */
import * as z from 'zod/mini'
import { defineMutation, putAnew } from '../../../sync/mutation.ts'
import { cardioRow, cardioSessions } from '../model/cardio.ts'

export const addCardio = defineMutation({
  name: 'workouts.addCardio',
  v: 2,
  args: z.strictObject(cardioRow.shape),
  // Version 1 knew no incline.
  upcasters: { 1: (args: object) => args },
  reads: ({ id }) => [{ from: cardioSessions, id }],
  run: (tx, row) => putAnew(tx, cardioSessions, row),
})

export const cardioMutations = [addCardio] as const
