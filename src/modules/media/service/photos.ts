/**
 * Pictures of people. Promises: what is shown was made anew by us (server/pictures.ts) and holds no place and no camera;
 * the file as it came is gone when its picture is ready, and with one that never got ready an hour later; an address is
 * signed only for who may see the person, and only for minutes.
 */

import { jobsPool, withActor } from '../../../server/db.ts'
import { sha256 } from '../../../server/hash.ts'
import { log, safeError } from '../../../server/log.ts'
import { measurePicture, squarePictures } from '../../../server/pictures.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import { type SignedUpload, storage } from '../../../server/storage/storage.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/id.ts'
import { writeAudit } from '../../users/service/audit.ts'
import { type Crop, MAX_PICTURE_BYTES, PHOTO_SIZES, type PhotoSize, type Variant } from '../model.ts'
import * as queries from '../queries/photos.ts'
import { middleCrop, squareOf } from '../rules/crop.ts'
import { photoKey, uploadKeyOf, uploadVariantKeys } from '../rules/keys.ts'

/** Those among `personIds` whose pictures the actor may see, besides their own: of modules to the right. */
export type MayShow = (actor: Actor, personIds: readonly string[]) => Promise<readonly string[]>

const UPLOAD_MS = 10 * 60_000
/** After it no address of an upload is open any more, so that nothing can come again. */
const HALF_MS = 3_600_000
const READ_MS = 5 * 60_000
const TIDY_AT_ONCE = 500

/** Says where to PUT the file: exactly this type and length, once, within ten minutes. */
export async function beginPhoto(
  actor: Actor,
  args: { mime: string; bytes: number },
  now = Date.now(),
): Promise<SignedUpload & { id: string }> {
  await takePoint('media-user', actor.userId)
  const id = newId()
  const uploadKey = uploadKeyOf(id)
  const { mime, bytes } = args
  const signed = await storage().signUpload({ key: uploadKey, mime, bytes, forMs: UPLOAD_MS }, now)
  await withActor(actor, [], (tx) =>
    queries.insertUpload(tx, {
      id,
      ownerId: actor.userId,
      kind: 'profile_photo',
      mime,
      size: bytes,
      uploadKey,
      at: now,
    }),
  )
  return { id, ...signed }
}

const UNKNOWN = 'There is no such upload of yours: choose the picture again.'

/** Makes the pictures of what was uploaded and shows them from now on. Doing it twice is fine, as is losing the answer. */
export async function completePhoto(
  actor: Actor,
  args: { id: string; crop: Crop | null },
  now = Date.now(),
): Promise<{ changed: boolean }> {
  const ownerId = actor.userId
  const upload = await withActor(actor, [], (tx) => queries.findUpload(tx, { id: args.id, ownerId }))
  if (!upload) throw appError('not_found', UNKNOWN)
  if (upload.state === 'ready') return { changed: false }
  const body = await storage().read(upload.uploadKey, MAX_PICTURE_BYTES)
  if (!body) throw appError('conflict', 'The picture has not arrived: choose it again.')
  if (body.length !== upload.size) throw appError('bad_input', 'The picture came only in part: choose it again.')
  const variants = await makeVariants(args.id, body, args.crop)
  const gone = await withActor(actor, [], async (tx) => {
    await queries.lockPhotos(tx, { ownerId })
    const before = await queries.retirePhoto(tx, { ownerId })
    const isFirst = await queries.markReady(tx, { id: args.id, ownerId, sha256: sha256(body), variants, at: now })
    // The same upload, completed twice at once: the first one's picture is the one that was just taken away.
    if (!isFirst) throw appError('conflict', 'This picture was just saved: reload the page to see it.')
    await writeAudit(tx, actor, now, { action: 'photo.set', subjectId: ownerId, after: { mediaId: args.id } })
    return before
  })
  await removeFiles(actor, gone, [upload.uploadKey])
  return { changed: true }
}

async function makeVariants(id: string, body: Buffer, crop: Crop | null): Promise<Variant[]> {
  const size = await measurePicture(body)
  const pictures = await squarePictures(body, squareOf(size, crop ?? middleCrop(size)), PHOTO_SIZES)
  return Promise.all(
    PHOTO_SIZES.map(async (side, i): Promise<Variant> => {
      const picture = pictures[i] as Buffer
      const key = photoKey(id, side)
      await storage().write(key, picture, 'image/webp')
      return { size: side, key, bytes: picture.length, sha256: sha256(picture) }
    }),
  )
}

export async function removePhoto(actor: Actor, now = Date.now()): Promise<{ removed: boolean }> {
  const gone = await withActor(actor, [], async (tx) => {
    const retired = await queries.retirePhoto(tx, { ownerId: actor.userId })
    if (retired.length > 0) await writeAudit(tx, actor, now, { action: 'photo.remove', subjectId: actor.userId })
    return retired
  })
  await removeFiles(actor, gone, [])
  return { removed: gone.length > 0 }
}

/** The change is made: a store that can't remove its files now is asked again by `collectLeftovers`. */
export async function removeFiles(actor: Actor, gone: queries.Gone[], also: string[]): Promise<void> {
  try {
    await storage().remove([...gone.flatMap(({ keys }) => keys), ...also])
    const ids = gone.map(({ id }) => id)
    if (ids.length > 0) {
      await withActor(actor, [], (tx) => queries.deleteGone(tx, { ownerId: actor.userId, ids }))
    }
  } catch (error) {
    log().warn(safeError(error), 'files of a picture that is gone are removed later')
  }
}

/**
 * Addresses of the pictures of those among `personIds` whom the actor may see and who have one. Who is missing has none
 * or is not theirs to see: the answers are the same.
 */
export async function findPhotos(
  mayShow: MayShow,
  actor: Actor,
  args: { personIds: readonly string[]; size: PhotoSize },
  now = Date.now(),
): Promise<{ personId: string; url: string }[]> {
  const wanted = [...new Set(args.personIds)]
  const others = wanted.filter((id) => id !== actor.userId)
  const approved = others.length === 0 ? [] : await mayShow(actor, others)
  const seen = wanted.filter((id) => id === actor.userId || approved.includes(id))
  if (seen.length === 0) return []
  const rows = await withActor(actor, approved, (tx) => queries.findPhotos(tx, { ownerIds: seen }))
  return Promise.all(
    rows.flatMap(({ ownerId, variants }) => {
      const variant = variants.find(({ size }) => size === args.size)
      return variant ? [signed(ownerId, variant.key, now)] : []
    }),
  )
}

async function signed(personId: string, key: string, now: number): Promise<{ personId: string; url: string }> {
  return { personId, url: await storage().signRead({ key, forMs: READ_MS }, now) }
}

/**
 * Takes away what was begun and never completed, what was sent again after it was, and the files of what is gone: a picture
 * that was replaced while the store was away, or whose owner was erased.
 */
export async function collectLeftovers(now = Date.now()): Promise<number> {
  const old = await queries.findLeftovers(jobsPool(), { before: now - HALF_MS, limit: TIDY_AT_ONCE })
  if (old.length === 0) return 0
  // The files first: a row that is left is found again, a file without a row never.
  await storage().remove(old.flatMap(leftoverKeys))
  await queries.forgetLeftovers(jobsPool(), { ids: old.map(({ id }) => id) })
  return old.length
}

function leftoverKeys(row: queries.Kept & { state: string }): string[] {
  if (row.state === 'ready') return row.uploadKey ? [row.uploadKey] : []
  // An upload that failed after its pictures were made has no list of them, and an erased person's row says nothing.
  const { id } = row
  return [uploadKeyOf(id), ...PHOTO_SIZES.map((side) => photoKey(id, side)), ...uploadVariantKeys(id)]
}
