/** SQL on uploads. */
import type { Sql, Tx } from '../../../server/db.ts'
import type { UploadKind } from '../model/uploads.ts'
import type { Variant } from '../model.ts'

export type MediaKind = 'profile_photo' | UploadKind

export type Awaited = { id: string; kind: MediaKind; mime: string; size: number; uploadKey: string }

export async function insertUpload(tx: Tx, args: Awaited & { ownerId: string; at: number }): Promise<void> {
  await tx`
    insert into media_object (id, owner_id, kind, state, mime, size, upload_key, created_at)
    values (${args.id}, ${args.ownerId}, ${args.kind}, 'awaiting', ${args.mime}, ${args.size}, ${args.uploadKey},
      ${args.at})`
}

/** An upload of one's own, with its state: one that is ready was completed before. */
export async function findUpload(
  tx: Tx,
  args: { id: string; ownerId: string },
): Promise<(Awaited & { state: string }) | null> {
  const [row] = await tx<(Awaited & { state: string })[]>`
    select id, kind, mime, size, upload_key as "uploadKey", state from media_object
    where id = ${args.id} and owner_id = ${args.ownerId}`
  return row ?? null
}

/** Locked by owner, so that two pictures that arrive at once follow each other. */
export async function lockPhotos(tx: Tx, args: { ownerId: string }): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('photo ' || ${args.ownerId}, 0))`
}

/** False when it was completed meanwhile. */
export async function markReady(
  tx: Tx,
  args: { id: string; ownerId: string; sha256: string; variants: Variant[]; at: number },
): Promise<boolean> {
  const rows = await tx`
    update media_object set state = 'ready', sha256 = ${args.sha256}, variants = ${tx.json(args.variants)},
      completed_at = ${args.at}
    where id = ${args.id} and owner_id = ${args.ownerId} and state = 'awaiting' returning 1`
  return rows.length === 1
}

export type Gone = { id: string; keys: string[] }

/** Takes away the picture that is shown. Its row stays as `gone` until its files are. */
export async function retirePhoto(tx: Tx, args: { ownerId: string }): Promise<Gone[]> {
  const rows = await tx<Kept[]>`
    update media_object set state = 'gone'
    where owner_id = ${args.ownerId} and kind = 'profile_photo' and state = 'ready'
    returning id, variants, upload_key as "uploadKey"`
  return rows.map(goneOf)
}

export async function deleteGone(tx: Tx, args: { ownerId: string; ids: readonly string[] }): Promise<void> {
  await tx`
    delete from media_object
    where owner_id = ${args.ownerId} and state = 'gone' and id = any (${args.ids as string[]}::uuid[])`
}

export async function findPhotos(
  tx: Tx,
  args: { ownerIds: readonly string[] },
): Promise<{ ownerId: string; variants: Variant[] }[]> {
  return tx<{ ownerId: string; variants: Variant[] }[]>`
    select owner_id as "ownerId", variants from media_object
    where owner_id = any (${args.ownerIds as string[]}::uuid[]) and kind = 'profile_photo' and state = 'ready'`
}

/** By the jobs' role: what was begun before `before` and may have a file as it came, and what could not be removed. */
export async function findLeftovers(
  sql: Sql,
  args: { before: number; limit: number },
): Promise<(Kept & { state: string })[]> {
  return sql<(Kept & { state: string })[]>`
    select id, state, variants, upload_key as "uploadKey" from media_object
    where (upload_key is not null and created_at < ${args.before}) or state = 'gone'
    order by created_at limit ${args.limit}`
}

export async function forgetLeftovers(sql: Sql, args: { ids: readonly string[] }): Promise<void> {
  const ids = args.ids as string[]
  await sql`delete from media_object where id = any (${ids}::uuid[]) and state <> 'ready'`
  await sql`update media_object set upload_key = null where id = any (${ids}::uuid[])`
}

export type Kept = { id: string; variants: Variant[] | null; uploadKey: string | null }

export function goneOf({ id, variants, uploadKey }: Kept): Gone {
  return { id, keys: [...(variants ?? []).map(({ key }) => key), ...(uploadKey ? [uploadKey] : [])] }
}
