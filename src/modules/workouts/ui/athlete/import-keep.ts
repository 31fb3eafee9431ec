'use client'
/**
 * The file of an import that is under way, kept beside the log so that a closed tab can go on. Where it stopped is not
 * kept: what was imported already is in the log, and planning the same file again leaves exactly the rest.
 */
import { Dexie, type Table } from 'dexie'
import type { ImportAnswers } from '../../rules/import/shapes.ts'

export type KeptImport = { batchId: string; fileName: string; file: Blob; answers: ImportAnswers }

export type ImportKeep = {
  save(kept: KeptImport): Promise<void>
  load(batchId: string): Promise<KeptImport | undefined>
  drop(batchId: string): Promise<void>
}

/** By log: another person who signs in on this phone never sees the file. */
export function createImportKeep(space: string): ImportKeep {
  const db = new Dexie(`import-${space}`)
  db.version(1).stores({ files: 'batchId' })
  const files: Table<KeptImport, string> = db.table('files')
  return {
    save: async (kept) => {
      await files.put(kept)
    },
    load: (batchId) => files.get(batchId),
    drop: (batchId) => files.delete(batchId),
  }
}
