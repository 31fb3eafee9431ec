'use client'
/**
 * What an archive brought into this log, so that it can be taken out again as a whole. Beside the log and not in it: how
 * a log came here is no part of it, or no archive of it would be the same bytes again.
 */
import { Dexie, type Table } from 'dexie'
import type { Row } from '../../../../sync/mutation.ts'

export type RowName = { of: string; id: string }
export type KeptArchive = {
  id: string
  fileName: string
  at: number
  /** What it brought that stands in nothing else it brought: children go and come with these. */
  rows: RowName[]
  /** The settings that were taken from it, and those before, where there were any. */
  settings: { of: string; taken: Row; before: Row | null }[]
  state: 'in' | 'out'
}

export type ArchiveKeep = {
  save(kept: KeptArchive): Promise<void>
  /** Newest first. */
  all(): Promise<KeptArchive[]>
}

/** By log, as it is named on this phone. */
export function createArchiveKeep(space: string): ArchiveKeep {
  const db = new Dexie(`archives-${space}`)
  db.version(1).stores({ archives: 'id, at' })
  const archives: Table<KeptArchive, string> = db.table('archives')
  return {
    save: async (kept) => {
      await archives.put(kept)
    },
    all: () => archives.orderBy('at').reverse().toArray(),
  }
}
