/**
 * What phones bring in the background. Promises: an id is one upload, however often it is announced, sent and completed;
 * pictures are made anew from their pixels (server/pictures.ts), so that they hold no place and no camera; nobody but
 * their owner is told where they are, except who a module to the right approves; nothing is taken away while a row of the
 * log still names it.
 */
import { jobsPool, NOBODY, withActor } from '../../../server/db.ts'
import { sha256 } from '../../../server/hash.ts'
import { measurePicture, wholePictures } from '../../../server/pictures.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import { type SignedUpload, storage } from '../../../server/storage/storage.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { PICTURE_SIDES, UPLOAD_KINDS, UPLOADS, type UploadKind, type UploadSize } from '../model/uploads.ts'
import type { Variant } from '../model.ts'
import * as photos from '../queries/photos.ts'
import * as queries from '../queries/uploads.ts'
import { uploadKeyOf, uploadVariantKey, uploadVariantKeys } from '../rules/keys.ts'
import { removeFiles } from './photos.ts'

/** Ports: modules to the right know what belongs to which row, and who sees that. */
export type UploadPorts = {
  /** Those among `ids` of the owner that the actor, who is somebody else, may see. */
  maySee: (actor: Actor, args: { ownerId: string; ids: readonly string[] }) => Promise<readonly string[]>
  /** Those among `ids` that rows of the owner's log name which are there; `orDeleted`: or may be undeleted. */
  named: (
    actor: Actor,
    args: { ownerId: string; ids: readonly string[]; orDeleted: boolean },
  ) => Promise<readonly string[]>
}

const UPLOAD_MS = 10 * 60_000
const READ_MS = 5 * 60_000
const DAY_MS = 86_400_000
/** A row may be on a phone that has been away for long. */
const UNNAMED_DAYS = 60

export type Begun = { state: 'ready' } | ({ state: 'send' } & SignedUpload)

/** Says where to PUT it: exactly this type and length, within ten minutes. What is here already need not be sent again. */
export async function beginUpload(
  actor: Actor,
  args: { id: string; kind: UploadKind; mime: string; bytes: number },
  now = Date.now(),
): Promise<Begun> {
  const { id, kind, mime, bytes } = args
  const { types, mostBytes } = UPLOADS[kind]
  if (!(types as readonly string[]).includes(mime)) {
    throw appError('bad_input', `This kind of file is not kept here: it has to be ${types.join(', ')}.`)
  }
  if (bytes > mostBytes) {
    throw appError('bad_input', `The file is larger than ${mostBytes / 1024 / 1024} MB: choose a smaller one.`)
  }
  await takePoint('upload-user', actor.userId)
  const uploadKey = uploadKeyOf(id)
  const known = await withActor(actor, [], (tx) =>
    queries.announceUpload(tx, { id, ownerId: actor.userId, kind, mime, size: bytes, uploadKey, at: now }),
  )
  if (!known) throw appError('bad_input', 'This upload can’t be taken under its id: add it again.')
  if (known.state === 'ready') return { state: 'ready' }
  // Its files are being removed: after that it may come again.
  if (known.state === 'gone') throw appError('conflict', 'It was deleted a moment ago.')
  return { state: 'send', ...(await storage().signUpload({ key: uploadKey, mime, bytes, forMs: UPLOAD_MS }, now)) }
}

/** Keeps what was sent. Doing it twice is fine, as is losing the answer. */
export async function completeUpload(
  actor: Actor,
  { id }: { id: string },
  now = Date.now(),
): Promise<{ changed: boolean }> {
  const ownerId = actor.userId
  const find = () => withActor(actor, [], (tx) => queries.findAnnounced(tx, { id, ownerId, kinds: UPLOAD_KINDS }))
  const upload = await find()
  if (!upload || upload.state === 'gone')
    throw appError('not_found', 'There is no such upload of yours: send it again.')
  if (upload.state === 'ready') return { changed: false }
  const body = await storage().read(upload.uploadKey, UPLOADS[upload.kind].mostBytes)
  if (!body || body.length !== upload.size) throw appError('conflict', 'It has not arrived whole: send it again.')
  const variants = await keep(id, upload.kind, body)
  const isFirst = await withActor(actor, [], (tx) =>
    photos.markReady(tx, { id, ownerId, sha256: sha256(body), variants, at: now }),
  )
  // Completed twice at once, it is the same files; deleted meanwhile, nothing may be left of it.
  if (!isFirst && (await find())?.state !== 'ready') await removeFiles(actor, [], uploadVariantKeys(id))
  await removeFiles(actor, [], [upload.uploadKey])
  return { changed: isFirst }
}

async function keep(id: string, kind: UploadKind, body: Buffer): Promise<Variant[]> {
  const write = async (size: UploadSize, file: Buffer, mime: string): Promise<Variant> => {
    const key = uploadVariantKey(id, size)
    await storage().write(key, file, mime)
    return { size, key, bytes: file.length, sha256: sha256(file) }
  }
  if (UPLOADS[kind].keeps === 'file') return [await write(0, body, 'application/octet-stream')]
  await measurePicture(body)
  const pictures = await wholePictures(body, PICTURE_SIDES)
  return Promise.all(PICTURE_SIDES.map((side, i) => write(side, pictures[i] as Buffer, 'image/webp')))
}

/**
 * Takes away for good what no row of the log names any more. What one still names waits: its deletion has not come yet,
 * or was taken back.
 */
export async function removeUploads(
  ports: UploadPorts,
  actor: Actor,
  args: { ids: readonly string[] },
): Promise<{ waits: string[] }> {
  const ownerId = actor.userId
  const named = new Set(await ports.named(actor, { ownerId, ids: args.ids, orDeleted: false }))
  const ids = args.ids.filter((id) => !named.has(id))
  const gone = await withActor(actor, [], (tx) => queries.retireUploads(tx, { ownerId, ids, kinds: UPLOAD_KINDS }))
  await removeFiles(actor, gone, [])
  return { waits: args.ids.filter((id) => named.has(id)) }
}

/** Addresses of those among `ids` that are ready and the actor may see. Who is told of none can't tell why. */
export async function findUploads(
  ports: UploadPorts,
  actor: Actor,
  args: { ownerId: string; ids: readonly string[]; size: UploadSize },
  now = Date.now(),
): Promise<{ id: string; url: string }[]> {
  const { ownerId, size } = args
  const isOwn = ownerId === actor.userId
  const ids = isOwn ? args.ids : await ports.maySee(actor, { ownerId, ids: args.ids })
  if (ids.length === 0) return []
  const kinds = UPLOAD_KINDS
  const rows = await withActor(actor, isOwn ? [] : [ownerId], (tx) => queries.findReady(tx, { ownerId, ids, kinds }))
  return Promise.all(
    rows.flatMap(({ id, variants }) => {
      const variant = variants.find((one) => one.size === size)
      return variant ? [signed(id, variant.key, now)] : []
    }),
  )
}

async function signed(id: string, key: string, now: number): Promise<{ id: string; url: string }> {
  return { id, url: await storage().signRead({ key, forMs: READ_MS }, now) }
}

/**
 * Of a person whose deleted rows were just forgotten: what was brought long ago and no row names is gone. A row that was
 * deleted names it as long as it may come back. Its files are removed with the next look for leftovers.
 */
export async function retireUnnamed(ports: UploadPorts, ownerId: string, now = Date.now()): Promise<number> {
  const asJob = { sql: jobsPool() }
  const before = now - UNNAMED_DAYS * DAY_MS
  const kinds = UPLOAD_KINDS
  const ids = await withActor(NOBODY, [], (tx) => queries.findIds(tx, { ownerId, kinds, before }), asJob)
  if (ids.length === 0) return 0
  const named = new Set(await ports.named(NOBODY, { ownerId, ids, orDeleted: true }))
  const unnamed = ids.filter((id) => !named.has(id))
  const gone = await withActor(NOBODY, [], (tx) => queries.retireUploads(tx, { ownerId, ids: unnamed, kinds }), asJob)
  return gone.length
}
