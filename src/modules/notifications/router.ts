/** What a browser may ask about notices to it. */
import { router, signedInProcedure } from '../../server/trpc.ts'
import { pushSubscriptionInput } from './model.ts'
import * as service from './service.ts'

export const notificationsRouter = router({
  key: signedInProcedure.query(() => ({ publicKey: service.publicKey() })),
  subscribe: signedInProcedure
    .input(pushSubscriptionInput)
    .mutation(({ ctx, input }) => service.keepSubscription(ctx.actor, input)),
})
