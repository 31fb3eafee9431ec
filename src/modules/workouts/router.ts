/** What is asked about workouts besides sync. */
import * as z from 'zod/mini'
import { publicProcedure, router } from '../../server/trpc.ts'
import { sharedLinkRow } from './model/shares.ts'
import { readSharedLink } from './service/shares.ts'

export const workoutsRouter = router({
  shared: publicProcedure
    .input(z.object({ athleteId: z.uuid(), token: sharedLinkRow.shape.token }))
    .query(({ ctx, input }) => readSharedLink({ ...input, ip: ctx.ip })),
})
