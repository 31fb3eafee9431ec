/** What people ask about their own data, over the registry of all tables; and the erasing of those whose day has come. */
import * as z from 'zod/mini'
import { collectLeftovers } from '../modules/media/service/photos.ts'
import { MAX_PASSWORD } from '../modules/users/model.ts'
import { eraseDue } from '../modules/users/service/erasure.ts'
import { askDeletion, exportAccount, keepAccount } from '../modules/users/service/privacy.ts'
import { log } from '../server/log.ts'
import { publicProcedure, router, signedInProcedure } from '../server/trpc.ts'
import { PERSONAL_DATA } from './personal-data.ts'

/** What became of the account whose cookie this is. */
export type AccountState = { is: 'here' | 'nobody' | 'erased' } | { is: 'leaving'; dueAt: number }

const deletionInput = z.object({ password: z.optional(z.string().check(z.maxLength(MAX_PASSWORD))) })

export const privacyRouter = router({
  state: publicProcedure.query(({ ctx }): AccountState => {
    if (ctx.isErased) return { is: 'erased' }
    if (!ctx.actor) return { is: 'nobody' }
    const { leavingAt: dueAt } = ctx.actor
    return dueAt === undefined ? { is: 'here' } : { is: 'leaving', dueAt }
  }),
  /** `spotter-account`, described in docs/export-format.md. */
  export: signedInProcedure.query(({ ctx }) => exportAccount(ctx.actor, PERSONAL_DATA)),
  askDeletion: signedInProcedure.input(deletionInput).mutation(({ ctx, input }) => askDeletion(ctx.actor, input)),
  keepAccount: signedInProcedure.mutation(({ ctx }) => keepAccount(ctx.actor)),
})

/** Called by the worker: what fails, or was cut short, goes on with the next turn. */
export async function erasePeople(now = Date.now()): Promise<void> {
  const erased = await eraseDue(PERSONAL_DATA, now)
  if (erased.length === 0) return
  // Their pictures' files now; what can't be removed now is found again every hour.
  await collectLeftovers(now)
  log().info({ people: erased.length }, 'accounts were erased')
}
