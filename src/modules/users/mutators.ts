/** How a person changes their own settings, offline too. */
import * as z from 'zod/mini'
import { defineMutation, given } from '../../sync/mutation.ts'
import { defaultProfile, profileRow, profiles } from './model.ts'

const { id: _id, ...profileFields } = profileRow.shape

/** Changes the named settings only, so that two devices changing different ones both hold. */
export const editProfile = defineMutation({
  name: 'users.editProfile',
  v: 1,
  isLog: false,
  args: z.strictObject({ fields: z.partial(z.strictObject(profileFields)) }),
  reads: (_args, ctx) => [{ from: profiles, id: ctx.space }],
  run(tx, { fields }, ctx) {
    if (!tx.get(profiles, ctx.space)) tx.put(profiles, defaultProfile(ctx.space))
    tx.patch(profiles, ctx.space, given(fields))
  },
})

export const profileMutations = [editProfile] as const
