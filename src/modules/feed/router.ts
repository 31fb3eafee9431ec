/** Friends and their feed over tRPC: of the phone with a signal, kept nowhere. */
import * as z from 'zod/mini'
import { publicProcedure, router, signedInProcedure } from '../../server/trpc.ts'
import { sharedLinkRow } from '../workouts/model/shares.ts'
import { commentText } from './model.ts'
import * as follows from './service/follows.ts'
import * as posts from './service/posts.ts'

const { id: postId, token, createdAt: at } = sharedLinkRow.shape
const ofLink = z.object({ token })
const ofPerson = z.object({ personId: z.uuid() })
const post = { makerId: z.uuid(), postId }

export const feedRouter = router({
  home: signedInProcedure.query(({ ctx }) => posts.readHome(ctx.actor)),
  older: signedInProcedure
    .input(z.object({ before: z.object({ at, id: postId, makerId: z.uuid() }) }))
    .query(({ ctx, input }) => posts.readOlder(ctx.actor, input)),
  hasTidings: signedInProcedure.query(({ ctx }) => posts.hasTidings(ctx.actor)),
  seen: signedInProcedure.input(z.object({ at })).mutation(({ ctx, input }) => posts.markSeen(ctx.actor, input)),
  post: signedInProcedure.input(z.object(post)).query(({ ctx, input }) => posts.readPost(ctx.actor, input)),
  like: signedInProcedure
    .input(z.object({ ...post, isLiked: z.boolean() }))
    .mutation(({ ctx, input }) => posts.like(ctx.actor, input)),
  comment: signedInProcedure
    .input(z.object({ ...post, id: z.uuid(), text: commentText }))
    .mutation(({ ctx, input }) => posts.comment(ctx.actor, input)),
  closeComments: signedInProcedure
    .input(z.object({ postId, isClosed: z.boolean() }))
    .mutation(({ ctx, input }) => posts.closeComments(ctx.actor, input)),
  removeComment: signedInProcedure
    .input(z.object({ ...post, id: z.uuid() }))
    .mutation(({ ctx, input }) => posts.removeComment(ctx.actor, input)),

  people: signedInProcedure.query(({ ctx }) => follows.listPeople(ctx.actor)),
  makeLink: signedInProcedure.mutation(({ ctx }) => follows.makeLink(ctx.actor)),
  meet: publicProcedure
    .input(ofLink)
    .query(({ ctx, input }) => follows.meet({ ...input, ip: ctx.ip, reader: ctx.actor })),
  ask: signedInProcedure.input(ofLink).mutation(({ ctx, input }) => follows.ask(ctx.actor, input)),
  askBack: signedInProcedure.input(ofPerson).mutation(({ ctx, input }) => follows.askBack(ctx.actor, input)),
  accept: signedInProcedure.input(ofPerson).mutation(({ ctx, input }) => follows.accept(ctx.actor, input)),
  removeFollower: signedInProcedure
    .input(ofPerson)
    .mutation(({ ctx, input }) => follows.removeFollower(ctx.actor, input)),
  unfollow: signedInProcedure.input(ofPerson).mutation(({ ctx, input }) => follows.unfollow(ctx.actor, input)),
  block: signedInProcedure.input(ofPerson).mutation(({ ctx, input }) => follows.block(ctx.actor, input)),
  unblock: signedInProcedure.input(ofPerson).mutation(({ ctx, input }) => follows.unblock(ctx.actor, input)),
})
