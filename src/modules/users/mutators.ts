/** How a person changes their own settings, offline too. */
import * as z from 'zod/mini'
import { defineMutation, given } from '../../sync/mutation.ts'
import { defaultProfile, profileRow, profiles } from './model.ts'

const { id: _id, setUpAt: _setUpAt, ...profileFields } = profileRow.shape

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

const { loadUnit, distanceUnit, weekStart } = profileRow.shape

/**
 * The units and the week that the first phone shows and logs in. Once only: a guess from another phone's language never
 * changes what an account has.
 */
export const setUpProfile = defineMutation({
  name: 'users.setUp',
  v: 1,
  isLog: false,
  args: z.strictObject({ fields: z.strictObject({ loadUnit, distanceUnit, weekStart }) }),
  reads: (_args, ctx) => [{ from: profiles, id: ctx.space }],
  run(tx, { fields }, ctx) {
    const known = tx.get(profiles, ctx.space)
    if (!known) tx.put(profiles, defaultProfile(ctx.space))
    if (known?.setUpAt == null) tx.patch(profiles, ctx.space, { ...fields, setUpAt: ctx.at })
  },
})

export const profileMutations = [editProfile, setUpProfile] as const
