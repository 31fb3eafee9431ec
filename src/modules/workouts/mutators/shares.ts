/** Making a link to a copy, and taking it back. */
import * as z from 'zod/mini'
import { defineMutation } from '../../../sync/mutation.ts'
import { sharedLinkRow, sharedLinks } from '../model/shares.ts'

const { revokedAt, ...made } = sharedLinkRow.shape
const asItIs = (args: object) => args
const reads = ({ id }: { id: string }) => [{ from: sharedLinks, id }]

/** A link that is there stays what it is, whatever is said of it again. */
export const makeLink = defineMutation({
  name: 'workouts.makeLink',
  v: 3,
  isLog: false,
  args: z.strictObject(made),
  // Version 1 showed no heart and no route; version 2 knew no posts.
  upcasters: { 1: asItIs, 2: asItIs },
  reads,
  run(tx, args) {
    if (!tx.get(sharedLinks, args.id)) tx.put(sharedLinks, { ...args, revokedAt: null })
  },
})

/** `revokedAt: null` opens it again. */
export const revokeLink = defineMutation({
  name: 'workouts.revokeLink',
  v: 1,
  isLog: false,
  args: z.strictObject({ id: made.id, revokedAt }),
  reads,
  run: (tx, { id, ...fields }) => tx.patch(sharedLinks, id, fields),
})

export const shareMutations = [makeLink, revokeLink] as const
