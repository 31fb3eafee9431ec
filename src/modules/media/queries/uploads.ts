/** SQL on what phones bring in the background. */
import type { Tx } from '../../../server/db.ts'
import type { UploadKind } from '../model/uploads.ts'
import type { Variant } from '../model.ts'
import { type Gone, goneOf, type Kept } from './photos.ts'

export type Announced = { id: string; kind: UploadKind; mime: string; size: number; uploadKey: string; state: string }

/** Null where the id is somebody else's. One that still waits is announced anew, so that nothing tidies it away meanwhile. */
export async function announceUpload(
  tx: Tx,
  args: { id: string; ownerId: string; kind: UploadKind; mime: string; size: number; uploadKey: string; at: number },
): Promise<{ state: string } | null> {
  const { id, ownerId, kind, mime, size, uploadKey, at } = args
  await tx`
    insert into media_object (id, owner_id, kind, state, mime, size, upload_key, created_at)
    values (${id}, ${ownerId}, ${kind}, 'awaiting', ${mime}, ${size}, ${uploadKey}, ${at})
    on conflict (id) do nothing`
  await tx`
    update media_object set mime = ${mime}, size = ${size}, created_at = ${at}
    where id = ${id} and owner_id = ${ownerId} and kind = ${kind} and state = 'awaiting'`
  const [row] = await tx<{ state: string }[]>`
    select state from media_object where id = ${id} and owner_id = ${ownerId} and kind = ${kind}`
  return row ?? null
}

export async function findAnnounced(
  tx: Tx,
  args: { id: string; ownerId: string; kinds: readonly UploadKind[] },
): Promise<Announced | null> {
  const [row] = await tx<Announced[]>`
    select id, kind, mime, size, upload_key as "uploadKey", state from media_object
    where id = ${args.id} and owner_id = ${args.ownerId} and kind = any (${args.kinds as string[]})`
  return row ?? null
}

export async function findReady(
  tx: Tx,
  args: { ownerId: string; ids: readonly string[]; kinds: readonly UploadKind[] },
): Promise<{ id: string; variants: Variant[] }[]> {
  return tx<{ id: string; variants: Variant[] }[]>`
    select id, variants from media_object
    where owner_id = ${args.ownerId} and id = any (${args.ids as string[]}::uuid[])
      and kind = any (${args.kinds as string[]}) and state = 'ready'`
}

/** What was begun before `before`: what came later may be of a row that is still on its way. */
export async function findIds(
  tx: Tx,
  args: { ownerId: string; kinds: readonly UploadKind[]; before: number },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select id from media_object
    where owner_id = ${args.ownerId} and kind = any (${args.kinds as string[]}) and state <> 'gone'
      and created_at < ${args.before}`
  return rows.map(({ id }) => id)
}

/** Rows stay as `gone` until their files are. */
export async function retireUploads(
  tx: Tx,
  args: { ownerId: string; ids: readonly string[]; kinds: readonly UploadKind[] },
): Promise<Gone[]> {
  const rows = await tx<Kept[]>`
    update media_object set state = 'gone'
    where owner_id = ${args.ownerId} and id = any (${args.ids as string[]}::uuid[])
      and kind = any (${args.kinds as string[]})
    returning id, variants, upload_key as "uploadKey"`
  return rows.map(goneOf)
}
