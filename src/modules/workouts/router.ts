/** What is asked about workouts besides sync, by others: the athlete's own phone has it all. */
import * as z from 'zod/mini'
import { publicProcedure, router, signedInProcedure } from '../../server/trpc.ts'
import { sharedLinkRow } from './model/shares.ts'
import * as body from './service/body.ts'
import { readSharedLink } from './service/shares.ts'

export const workoutsRouter = router({
  shared: publicProcedure
    .input(z.object({ athleteId: z.uuid(), token: sharedLinkRow.shape.token }))
    .query(({ ctx, input }) => readSharedLink({ ...input, ip: ctx.ip })),
  body: signedInProcedure
    .input(z.object({ athleteId: z.uuid() }))
    .query(({ ctx, input }) => body.bodyOf(ctx.actor, input)),
})
