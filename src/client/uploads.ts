/** The uploads of the log that is open on this page: its queue, and its pictures from wherever they are. */
import { useSyncExternalStore } from 'react'
import type { UploadSize } from '../modules/media/model/uploads.ts'
import type { PictureCache } from './picture-cache.ts'
import type { UploadQueue } from './upload-queue.ts'
import type { UploadView } from './upload-view.ts'
import type { UploadWire } from './upload-wire.ts'

export type Uploads = { queue: UploadQueue; pictures: PictureCache; wire: UploadWire; account: string | null }

let current: Uploads | null = null
const listeners = new Set<() => void>()

export function setUploads(next: Uploads | null): void {
  current = next
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useUploads(): Uploads | null {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  )
}

const NONE: ReadonlyMap<string, UploadView> = new Map()
const nothing = () => () => {}

/** What waits, by id. */
export function useWaiting(): ReadonlyMap<string, UploadView> {
  const queue = useUploads()?.queue
  return useSyncExternalStore(
    queue?.subscribe ?? nothing,
    () => queue?.get() ?? NONE,
    () => NONE,
  )
}

export const pictureKey = (id: string, size: UploadSize) => `${id} ${size}`

type Asked = { id: string; size: UploadSize; answer: (url: string | null) => void; fail: (error: unknown) => void }
let asked: Asked[] = []
const TOGETHER_MS = 20
const AT_ONCE = 100

/** What a screen asks for within a moment travels as one question a size. */
function addressOf({ wire, account }: Uploads, id: string, size: UploadSize): Promise<string | null> {
  if (!account) return Promise.resolve(null)
  if (asked.length === 0) {
    setTimeout(() => {
      const all = asked
      asked = []
      for (const [of, some] of Map.groupBy(all, (one) => one.size)) {
        for (let at = 0; at < some.length; at += AT_ONCE) void ask(some.slice(at, at + AT_ONCE), of)
      }
    }, TOGETHER_MS)
  }
  const ask = async (some: Asked[], of: UploadSize) => {
    try {
      const found = await wire.addresses({ ownerId: account, ids: some.map((one) => one.id), size: of })
      const urls = new Map(found.map((one) => [one.id, one.url]))
      for (const one of some) one.answer(urls.get(one.id) ?? null)
    } catch (error) {
      for (const one of some) one.fail(error)
    }
  }
  return new Promise((answer, fail) => asked.push({ id, size, answer, fail }))
}

/** `missing`: the server has none (yet). `away`: there is no signal, and it was never here. */
export type Found = { picture: Blob } | { url: string } | 'missing' | 'away'

/** One's own picture: what waits here, what was here once, or from the server. */
export async function findPicture(uploads: Uploads, id: string, size: 360 | 1600): Promise<Found> {
  const { queue, pictures } = uploads
  const kept = await pictures.get(pictureKey(id, size))
  const here = kept ?? (await queue.file(id).catch(() => undefined))
  if (here) return { picture: here }
  // The other size is better than nothing.
  const other = await pictures.get(pictureKey(id, size === 360 ? 1600 : 360))
  if (other && (size === 360 || !navigator.onLine)) return { picture: other }
  try {
    const url = await addressOf(uploads, id, size)
    if (url === null) return other ? { picture: other } : 'missing'
    const answer = await fetch(url).catch(() => null)
    // Where another origin keeps the files it may not be read, but shown.
    if (!answer) return { url }
    if (!answer.ok) return other ? { picture: other } : 'away'
    const picture = await answer.blob()
    await pictures.put(pictureKey(id, size), picture)
    return { picture }
  } catch {
    return other ? { picture: other } : 'away'
  }
}
