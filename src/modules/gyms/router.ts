/** Gyms over tRPC: thin for now, lists and adding. */
import * as z from 'zod/mini'
import { router, signedInProcedure } from '../../server/trpc.ts'
import * as service from './service.ts'

const name = z.string().check(z.minLength(1), z.maxLength(120))
const page = {
  search: z._default(z.string().check(z.maxLength(120)), ''),
  after: z._default(z.nullable(z.object({ name: z.string().check(z.maxLength(200)), id: z.uuid() })), null),
  limit: z._default(z.int().check(z.gte(1), z.lte(200)), 50),
}

export const gymsRouter = router({
  create: signedInProcedure
    .input(z.object({ name, zone: z.string().check(z.minLength(1), z.maxLength(64)) }))
    .mutation(({ ctx, input }) => service.createGym(ctx.actor, input)),
  mine: signedInProcedure.query(({ ctx }) => service.listGyms(ctx.actor)),
  members: signedInProcedure
    .input(z.object({ gymId: z.uuid(), ...page }))
    .query(({ ctx, input }) => service.listMembers(ctx.actor, input)),
  addMember: signedInProcedure
    .input(z.object({ gymId: z.uuid(), name, email: z.optional(z.nullable(z.email())) }))
    .mutation(({ ctx, input }) => service.addMember(ctx.actor, input)),
})
