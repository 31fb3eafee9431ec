/** What the browser may ask about pictures of people. */
import * as z from 'zod/mini'
import { router, signedInProcedure } from '../../server/trpc.ts'
import { MOST_UPLOAD_BYTES, MOST_UPLOADS, UPLOAD_KINDS, UPLOAD_SIZES } from './model/uploads.ts'
import { MAX_PICTURE_BYTES, MOST_PHOTOS, PHOTO_SIZES, PICTURE_TYPES } from './model.ts'
import * as service from './service/photos.ts'
import * as uploads from './service/uploads.ts'

const share = z.number().check(z.gte(0), z.lte(1))

const ids = z.array(z.uuid()).check(z.minLength(1), z.maxLength(MOST_UPLOADS))

export const mediaRouter = (mayShow: service.MayShow, ports: uploads.UploadPorts) =>
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
    beginUpload: signedInProcedure
      .input(
        z.object({
          id: z.uuid(),
          kind: z.enum(UPLOAD_KINDS),
          mime: z.string().check(z.maxLength(100)),
          bytes: z.int().check(z.gte(1), z.lte(MOST_UPLOAD_BYTES)),
        }),
      )
      .mutation(({ ctx, input }) => uploads.beginUpload(ctx.actor, input)),
    completeUpload: signedInProcedure
      .input(z.object({ id: z.uuid() }))
      .mutation(({ ctx, input }) => uploads.completeUpload(ctx.actor, input)),
    removeUploads: signedInProcedure
      .input(z.object({ ids }))
      .mutation(({ ctx, input }) => uploads.removeUploads(ports, ctx.actor, input)),
    uploads: signedInProcedure
      .input(z.object({ ownerId: z.uuid(), ids, size: z.literal(UPLOAD_SIZES) }))
      .query(({ ctx, input }) => uploads.findUploads(ports, ctx.actor, input)),
  })
