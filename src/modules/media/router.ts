/** What the browser may ask about pictures of people. */
import * as z from 'zod/mini'
import { router, signedInProcedure } from '../../server/trpc.ts'
import { MAX_PICTURE_BYTES, MOST_PHOTOS, PHOTO_SIZES, PICTURE_TYPES } from './model.ts'
import * as service from './service.ts'

const share = z.number().check(z.gte(0), z.lte(1))

export const mediaRouter = (mayShow: service.MayShow) =>
  router({
    beginPhoto: signedInProcedure
      .input(z.object({ mime: z.enum(PICTURE_TYPES), bytes: z.int().check(z.gte(1), z.lte(MAX_PICTURE_BYTES)) }))
      .mutation(({ ctx, input }) => service.beginPhoto(ctx.actor, input)),
    completePhoto: signedInProcedure
      .input(z.object({ id: z.uuid(), crop: z.nullable(z.object({ x: share, y: share, side: share })) }))
      .mutation(({ ctx, input }) => service.completePhoto(ctx.actor, input)),
    removePhoto: signedInProcedure.mutation(({ ctx }) => service.removePhoto(ctx.actor)),
    photos: signedInProcedure
      .input(
        z.object({
          personIds: z.array(z.uuid()).check(z.minLength(1), z.maxLength(MOST_PHOTOS)),
          size: z.literal(PHOTO_SIZES),
        }),
      )
      .query(({ ctx, input }) => service.findPhotos(mayShow, ctx.actor, input)),
  })
