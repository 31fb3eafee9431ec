/** How a person changes their own settings, offline too. */
import * as z from 'zod/mini'
import { defineMutation, given } from '../../sync/mutation.ts'
import { defaultProfile, profileRow, profiles } from './model.ts'

const { id: _id, setUpAt: _setUpAt, weeklyGoals: _weeklyGoals, ...profileFields } = profileRow.shape

/** Changes the named settings only, so that two devices changing different ones both hold. */
export const editProfile = defineMutation({
  name: 'users.editProfile',
  v: 3,
  isLog: false,
  args: z.strictObject({ fields: z.partial(z.strictObject(profileFields)) }),
  // Version 1 knew no bands, version 2 nothing that came after them.
  upcasters: { 1: (args: object) => args, 2: (args: object) => args },
  reads: (_args, ctx) => [{ from: profiles, id: ctx.space }],
  run(tx, { fields }, ctx) {
    if (!tx.get(profiles, ctx.space)) tx.put(profiles, defaultProfile(ctx.space))
    tx.patch(profiles, ctx.space, given(fields))
  },
})

/** From the day `from` on; what was aimed at before stays what those weeks are judged by. */
export const setWeeklyGoal = defineMutation({
  name: 'users.setWeeklyGoal',
  v: 1,
  isLog: false,
  args: z.strictObject({ goal: profileRow.shape.weeklyGoal, from: z.int().check(z.gte(-719_162), z.lte(2_932_896)) }),
  reads: (_args, ctx) => [{ from: profiles, id: ctx.space }],
  run(tx, { goal, from }, ctx) {
    const known = tx.get(profiles, ctx.space)
    if (!known) tx.put(profiles, defaultProfile(ctx.space))
    const { weeklyGoals, weeklyGoal } = known ?? defaultProfile(ctx.space)
    const before = weeklyGoals ?? [{ from: -719_162, goal: weeklyGoal }]
    const goals = [...before.filter((one) => one.from < from), { from, goal }].slice(-MOST_GOALS)
    tx.patch(profiles, ctx.space, { weeklyGoal: goal, weeklyGoals: goals })
  },
})

const MOST_GOALS = 60

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

export const profileMutations = [editProfile, setWeeklyGoal, setUpProfile] as const
