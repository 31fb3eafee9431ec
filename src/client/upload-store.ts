/** Where what waits to be sent lies: a database beside the log of the same name. */
import { Dexie, type Table } from 'dexie'
import type { UploadKind } from '../modules/media/model/uploads.ts'

export type Item = {
  id: string
  kind: UploadKind
  rowId: string
  mime: string
  addedAt: number
  tries: number
  /** Not before. */
  nextAt: number
  /** Why the server will never take it, in its words. */
  refused: string | null
  /** It is to be taken away instead of sent. */
  isRemoval: boolean
}

export const uploadsDatabase = (log: string) => `${log}-uploads`

export const hasUploads = (log: string) => Dexie.exists(uploadsDatabase(log))

export function openUploads(log: string) {
  const db = new Dexie(uploadsDatabase(log), { chromeTransactionDurability: 'strict', cache: 'disabled' })
  db.version(1).stores({ items: 'id', files: 'id' })
  const items: Table<Item, string> = db.table('items')
  // Bytes, not blobs: some browsers can't store those in a private window.
  const files: Table<{ id: string; bytes: ArrayBuffer }, string> = db.table('files')
  return { db, items, files }
}

/** How many wait in a log's queue that is not open here. */
export async function countUploads(log: string): Promise<number> {
  if (!(await hasUploads(log))) return 0
  const { db, items } = openUploads(log)
  const found = await countWaiting(items)
  db.close()
  return found
}

export const countWaiting = (items: Table<Item, string>) => items.filter(({ isRemoval }) => !isRemoval).count()
