/** What the portals ask of training: one athlete's page, the roster with its figures. */
import * as z from 'zod/mini'
import { router, signedInProcedure } from '../../server/trpc.ts'
import { athletePage, olderWorkouts } from './service/athlete-page.ts'
import { roster } from './service/roster.ts'

const id = z.string().check(z.minLength(1), z.maxLength(80))
/** The coach's own local day number: what `this week` means on their screen. */
const today = z.int().check(z.gte(0), z.lte(100_000))

export const analyticsRouter = router({
  athletePage: signedInProcedure
    .input(z.object({ athleteId: z.uuid(), exerciseIds: z.optional(z.array(id).check(z.maxLength(6))), today }))
    .query(({ ctx, input }) => athletePage(ctx.actor, input)),

  olderWorkouts: signedInProcedure
    .input(z.object({ athleteId: z.uuid(), before: z.nullable(z.object({ startedAt: z.int(), id })) }))
    .query(({ ctx, input }) => olderWorkouts(ctx.actor, input)),

  roster: signedInProcedure
    .input(
      z.object({
        search: z._default(z.string().check(z.maxLength(120)), ''),
        after: z._default(z.nullable(z.object({ name: z.string(), id: z.string() })), null),
        limit: z._default(z.int().check(z.gte(1), z.lte(200)), 100),
        today,
      }),
    )
    .query(({ ctx, input }) => roster(ctx.actor, input)),
})
