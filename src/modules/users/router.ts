/** What the browser may ask about one's own account. */
import * as z from 'zod/mini'
import { publicProcedure, router, signedInProcedure } from '../../server/trpc.ts'
import { changePasswordInput, signUpInput } from './model.ts'
import * as accounts from './service/accounts.ts'
import * as sessions from './service/sessions.ts'

const sessionInput = z.object({ sessionId: z.uuid() })

export const usersRouter = router({
  signUp: publicProcedure
    .input(signUpInput)
    .mutation(async ({ ctx, input }) => accounts.signUp({ ...input, ip: ctx.ip })),
  whoIsHere: publicProcedure.query(({ ctx }) => accounts.findWhoIsHere(ctx.actor)),
  me: signedInProcedure.query(({ ctx }) => accounts.findMe(ctx.actor)),
  changePassword: signedInProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => accounts.changePassword(ctx.actor, input)),
  sessions: signedInProcedure.query(({ ctx }) => sessions.listSessions(ctx.actor)),
  revokeSession: signedInProcedure
    .input(sessionInput)
    .mutation(({ ctx, input }) => sessions.revokeSession(ctx.actor, input)),
  revokeOtherSessions: signedInProcedure.mutation(async ({ ctx }) => ({
    signedOut: await sessions.revokeOtherSessions(ctx.actor),
  })),
})
