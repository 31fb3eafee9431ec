/**
 * Pictures that were here once, to be shown without a signal. A database of its own that may go as a whole: everything in
 * it is on the server. Bounded: what was looked at longest ago goes first.
 */
import { Dexie, type Table } from 'dexie'
import { picturesDatabase } from './pictures-database.ts'

const MOST_BYTES = 80 * 1024 * 1024

type Kept = { key: string; bytes: ArrayBuffer; mime: string; size: number; usedAt: number }

export type PictureCache = {
  get(key: string): Promise<Blob | undefined>
  /** Never throws: a picture that finds no room is fetched again. */
  put(key: string, picture: Blob): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  close(): void
}

export function createPictureCache(log: string, now: () => number, mostBytes = MOST_BYTES): PictureCache {
  const db = new Dexie(picturesDatabase(log), { cache: 'disabled' })
  db.version(1).stores({ pictures: 'key, usedAt' })
  const pictures: Table<Kept, string> = db.table('pictures')

  async function trim(): Promise<void> {
    let total = 0
    const gone: string[] = []
    await pictures
      .orderBy('usedAt')
      .reverse()
      .each(({ key, size }) => {
        total += size
        if (total > mostBytes) gone.push(key)
      })
    await pictures.bulkDelete(gone)
  }

  return {
    async get(key) {
      const kept = await pictures.get(key).catch(() => undefined)
      if (!kept) return undefined
      void pictures.update(key, { usedAt: now() }).catch(() => {})
      return new Blob([kept.bytes], { type: kept.mime })
    },
    async put(key, picture) {
      try {
        const { size, type: mime } = picture
        await pictures.put({ key, bytes: await picture.arrayBuffer(), mime, size, usedAt: now() })
        await trim()
      } catch {
        // No room, or the database is just being dropped to make some.
      }
    },
    remove: (keys) => pictures.bulkDelete([...keys]).catch(() => {}),
    close: () => db.close(),
  }
}
