'use client'
/**
 * The file of an import that is under way, kept beside the log so that a closed tab can go on. Where it stopped is not
 * kept: what was imported already is in the log, and planning the same file again leaves exactly the rest. Beside it,
 * what was said about files of one make, for the next one.
 */
import { Dexie, type Table } from 'dexie'
import type { ImportAnswers } from '../../rules/import/shapes.ts'

export type KeptImport = { batchId: string; fileName: string; file: Blob; answers: ImportAnswers }

/** What was said about an earlier file with these headers. */
export type Remembered = { header: string; fileName: string; answers: ImportAnswers }

export type ImportKeep = {
  save(kept: KeptImport): Promise<void>
  load(batchId: string): Promise<KeptImport | undefined>
  drop(batchId: string): Promise<void>
  recall(header: string): Promise<Remembered | undefined>
  remember(one: Remembered): Promise<void>
}

/** By log: another person who signs in on this phone never sees the file. */
export function createImportKeep(space: string): ImportKeep {
  const db = new Dexie(`import-${space}`)
  db.version(1).stores({ files: 'batchId' })
  db.version(2).stores({ files: 'batchId', headers: 'header' })
  const files: Table<KeptImport, string> = db.table('files')
  const headers: Table<Remembered, string> = db.table('headers')
  return {
    save: async (kept) => {
      await files.put(kept)
    },
    load: (batchId) => files.get(batchId),
    drop: (batchId) => files.delete(batchId),
    recall: (header) => headers.get(header),
    remember: async (one) => {
      await headers.put(one)
    },
  }
}
