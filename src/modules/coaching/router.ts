/** Invites, relations and consent over tRPC. */
import * as z from 'zod/mini'
import { publicProcedure, router, signedInProcedure } from '../../server/trpc.ts'
import { COACH_ROLES, DOMAINS, LEVELS, shares } from './model.ts'
import * as invites from './service/invites.ts'
import * as relations from './service/relations.ts'

const token = z.string().check(z.minLength(16), z.maxLength(100))
const page = z.object({
  search: z._default(z.string().check(z.maxLength(120)), ''),
  after: z._default(z.nullable(z.object({ name: z.string().check(z.maxLength(200)), id: z.uuid() })), null),
  limit: z._default(z.int().check(z.gte(1), z.lte(200)), 50),
})

/** Wiring hands in what happens after access has changed. */
export const coachingRouter = (onAccessChanged: relations.AccessChanged) =>
  router({
    createInvite: signedInProcedure
      .input(
        z.object({
          role: z._default(z.enum(COACH_ROLES), 'head'),
          domains: shares,
          maxUses: z._default(z.int().check(z.gte(1), z.lte(500)), 1),
          days: z.optional(z.int().check(z.gte(1), z.lte(60))),
          gymId: z.optional(z.nullable(z.uuid())),
        }),
      )
      .mutation(({ ctx, input }) => invites.createInvite(ctx.actor, input)),
    invites: signedInProcedure.query(({ ctx }) => invites.listInvites(ctx.actor)),
    revokeInvite: signedInProcedure
      .input(z.object({ inviteId: z.uuid() }))
      .mutation(({ ctx, input }) => invites.revokeInvite(ctx.actor, input)),
    previewInvite: publicProcedure
      .input(z.object({ token }))
      .query(({ ctx, input }) => invites.previewInvite({ ...input, ip: ctx.ip, readerId: ctx.actor?.userId })),
    acceptInvite: signedInProcedure
      .input(z.object({ token, shares, textVersion: z.int() }))
      .mutation(({ ctx, input }) => invites.acceptInvite(onAccessChanged, ctx.actor, input)),
    athletes: signedInProcedure.input(page).query(({ ctx, input }) => relations.listAthletes(ctx.actor, input)),
    coaches: signedInProcedure.query(({ ctx }) => relations.listCoaches(ctx.actor)),
    endRelation: signedInProcedure
      .input(z.object({ relationId: z.uuid() }))
      .mutation(({ ctx, input }) => relations.endRelation(onAccessChanged, ctx.actor, input)),
    changeGrant: signedInProcedure
      .input(z.object({ relationId: z.uuid(), domain: z.enum(DOMAINS), level: z.nullable(z.enum(LEVELS)) }))
      .mutation(({ ctx, input }) => relations.changeGrant(onAccessChanged, ctx.actor, input)),
  })
