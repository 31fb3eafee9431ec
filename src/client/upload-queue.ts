/**
 * What this phone brings to the server in the background: pictures, recordings. Beside the log, in a store of its own, so
 * that no set waits for it. Promises: what `add` has taken is on disk and outlives reload, power and signal until the
 * server has it; it is there once, whatever was sent twice; what waits is never dropped to make room.
 *
 * To use it: a row of the log is written as ever (its mutation syncs by itself), then
 * `queue.add({ id, kind, rowId, file })`, where `id` is a new UUID (the media object's; a row may use it as its own id)
 * and `kind` one of `media/model/uploads.ts`. `queue.get()` says of each id what it waits for; what is not in it is on
 * the server, or was never brought by this phone. `queue.file(id)` reads what waits; `onSent` of the parts is handed the
 * bytes when the server has them, for a cache that may be dropped. When the row is deleted: `queue.remove(...)`, which
 * takes the file away once the deletion can't be undone any more; where it is undone, here or on another device, the file
 * stays by itself. The queue that runs is made in
 * `screens/athlete/uploads.ts`.
 */
import { liveQuery } from 'dexie'
import type { UploadKind } from '../modules/media/model/uploads.ts'
import type { Readable } from '../sync/client/api.ts'
import { isQuotaError } from '../sync/client/store.ts'
import type { UploadParts } from './upload-parts.ts'
import { countWaiting, hasUploads, type Item, openUploads } from './upload-store.ts'
import { type UploadView, viewOf } from './upload-view.ts'
import { UploadRefused } from './upload-wire.ts'

export type Upload = { id: string; kind: UploadKind; rowId: string; file: Blob }

export type UploadQueue = Readable<ReadonlyMap<string, UploadView>> & {
  /** Resolves when it is on disk. Rejects (`QuotaExceededError`) when there is no room even without what may be dropped. */
  add(upload: Upload): Promise<void>
  /** What waits here, as it was added. */
  file(id: string): Promise<Blob | undefined>
  /** Its row was deleted: nothing is sent any more, and after `REMOVE_AFTER_MS` it goes for good, here and there. */
  remove(one: { id: string; kind: UploadKind; rowId: string }): Promise<void>
  /** Takes over what waits in the queue of another log on this phone, where `isOurs` says that its row is here now. */
  adopt(from: string, isOurs: (rowId: string) => Promise<boolean>): Promise<number>
  /** Tries everything again, refused ones aside; resolves with how many still wait to be sent. Never throws. */
  sendAll(): Promise<number>
  stop(): void
}

/** How long a deletion can be undone. */
export const REMOVE_AFTER_MS = 30 * 86_400_000
/** Timers of browsers count to 24 days. */
const LONGEST_TIMER_MS = 6 * 3_600_000
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 5 * 60_000
/** Removals that travel together. */
const TOGETHER = 50

export function createUploadQueue(parts: UploadParts): UploadQueue {
  const { clock, wire } = parts
  const { db, items, files } = openUploads(parts.log)
  const listeners = new Set<() => void>()
  let known: ReadonlyMap<string, Item> = new Map()
  let view: ReadonlyMap<string, UploadView> = new Map()
  let sending: string | null = null
  let isStopped = false
  let running: Promise<void> | null = null
  let isAskedAgain = false
  let cancelTimer = () => {}

  function show(): void {
    view = new Map([...known].map(([id, item]) => [id, viewOf(item, id === sending)]))
    for (const listener of [...listeners]) listener()
  }
  const watching = liveQuery(() => items.toArray()).subscribe({
    next(found) {
      known = new Map(found.map((item) => [item.id, item]))
      show()
    },
    error() {},
  })

  async function add({ id, kind, rowId, file }: Upload): Promise<void> {
    const bytes = await file.arrayBuffer()
    const fresh = { tries: 0, nextAt: 0, refused: null, isRemoval: false }
    const item: Item = { id, kind, rowId, mime: file.type, addedAt: clock.now(), ...fresh }
    await withRoom(() =>
      db.transaction('rw', items, files, async () => {
        await items.put(item)
        await files.put({ id, bytes })
      }),
    )
    void run()
  }

  async function withRoom(write: () => PromiseLike<void>): Promise<void> {
    try {
      await write()
    } catch (error) {
      if (!isQuotaError(error)) throw error
      await parts.makeRoom()
      await write()
    }
  }

  async function file(id: string): Promise<Blob | undefined> {
    const [item, kept] = [await items.get(id), await files.get(id)]
    return item && kept && new Blob([kept.bytes], { type: item.mime })
  }

  async function remove({ id, kind, rowId }: { id: string; kind: UploadKind; rowId: string }): Promise<void> {
    const nextAt = clock.now() + REMOVE_AFTER_MS
    await db.transaction('rw', items, async () => {
      const { mime, addedAt } = (await items.get(id)) ?? { mime: '', addedAt: clock.now() }
      await items.put({ id, kind, rowId, mime, addedAt, tries: 0, nextAt, refused: null, isRemoval: true })
    })
    void run()
  }

  /** Of deletions that were undone: what was never sent goes on waiting to be. */
  async function keepRestored(removals: readonly Item[]): Promise<boolean> {
    let hasKept = false
    for (const { id, rowId } of removals) {
      if ((await parts.rowIs(rowId)) !== 'here') continue
      hasKept = true
      await db.transaction('rw', items, files, async () => {
        if (await files.get(id)) await items.update(id, { isRemoval: false, nextAt: 0 })
        else await items.delete(id)
      })
    }
    return hasKept
  }

  async function adopt(from: string, isOurs: (rowId: string) => Promise<boolean>): Promise<number> {
    if (!(await hasUploads(from))) return 0
    const other = openUploads(from)
    let taken = 0
    try {
      for (const item of await other.items.toArray()) {
        const found = await other.files.get(item.id)
        if (!(await isOurs(item.rowId))) continue
        // Here before there: a phone that dies in between adopts it again, to the same id.
        await withRoom(() =>
          db.transaction('rw', items, files, async () => {
            await items.put({ ...item, tries: 0, nextAt: item.isRemoval ? item.nextAt : 0 })
            if (found) await files.put(found)
          }),
        )
        await other.items.delete(item.id)
        await other.files.delete(item.id)
        taken++
      }
    } finally {
      other.db.close()
      if (taken > 0) void run()
    }
    return taken
  }

  async function forget(ids: string[]): Promise<void> {
    await db.transaction('rw', items, files, async () => {
      await items.bulkDelete(ids)
      await files.bulkDelete(ids)
    })
  }

  async function putOff(item: Item, error: unknown): Promise<void> {
    const tries = item.tries + 1
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 10))
    const told = error instanceof UploadRefused ? error.retryAfterMs : null
    // Full jitter, but never at once.
    const wait = told ?? Math.max(1_000, Math.round(parts.random() * longest))
    await mark(item, { tries, nextAt: clock.now() + wait })
  }

  /** Unless it was deleted, or that was undone, in the meantime. */
  async function mark({ id, isRemoval }: Item, change: Partial<Item>): Promise<void> {
    await db.transaction('rw', items, async () => {
      if ((await items.get(id))?.isRemoval === isRemoval) await items.update(id, change)
    })
  }

  /** False when nothing more can be done now, whatever else waits. */
  async function send(item: Item): Promise<boolean> {
    if ((await parts.rowIs(item.rowId)) === 'deleted') {
      await remove(item)
      return true
    }
    const body = await file(item.id)
    if (!body) {
      await forget([item.id])
      return true
    }
    sending = item.id
    show()
    try {
      const { id, kind } = item
      await wire.send({ id, kind, file: body })
      // In the cache before it leaves the queue, so that it never is in neither; no room there is no reason to keep it.
      await parts.onSent(id, kind, body).catch(() => {})
      await db.transaction('rw', items, files, async () => {
        await files.delete(id)
        // Deleted while it was being sent: then the server's copy has to go.
        if (!(await items.get(id))?.isRemoval) await items.delete(id)
      })
      return true
    } catch (error) {
      const isFinal = error instanceof UploadRefused && error.isFinal
      if (isFinal) await mark(item, { refused: error.message })
      else await putOff(item, error)
      return isFinal
    } finally {
      sending = null
      show()
    }
  }

  async function takeAway(due: Item[]): Promise<boolean> {
    try {
      // A guest's are nowhere but here.
      const { waits: named } = parts.isGuest ? { waits: [] } : await wire.remove(due.map(({ id }) => id))
      const waits = new Set(named)
      const gone = due.filter(({ id }) => !waits.has(id))
      for (const { id } of gone) await parts.onRemoved(id).catch(() => {})
      await forget(gone.map(({ id }) => id))
      // The deletion is still on its way, or its undo.
      for (const item of due) if (waits.has(item.id)) await putOff(item, null)
      return true
    } catch (error) {
      for (const item of due) await putOff(item, error)
      return false
    }
  }

  async function work(): Promise<void> {
    for (;;) {
      if (isStopped || !(parts.isGuest || parts.signals.online())) return
      const all = (await items.toArray()).toSorted((a, b) => a.addedAt - b.addedAt)
      if (await keepRestored(all.filter(({ isRemoval }) => isRemoval))) continue
      const due = all.filter(({ refused, nextAt }) => refused === null && nextAt <= clock.now())
      const removals = due.filter(({ isRemoval }) => isRemoval).slice(0, TOGETHER)
      const next = parts.isGuest ? undefined : due.find(({ isRemoval }) => !isRemoval)
      if (removals.length > 0) {
        if (!(await takeAway(removals))) break
      } else if (!next || !(await send(next))) break
    }
    const waiting = (await items.toArray()).filter((one) => one.refused === null && (one.isRemoval || !parts.isGuest))
    if (waiting.length === 0 || isStopped) return
    const wait = Math.min(...waiting.map(({ nextAt }) => nextAt)) - clock.now()
    cancelTimer()
    cancelTimer = clock.setTimeout(run, Math.min(Math.max(wait, 1_000), LONGEST_TIMER_MS))
  }

  /** Never throws, never twice at once; what asks meanwhile is not forgotten. Another tab that holds the lock does it. */
  async function run(): Promise<void> {
    if (isStopped) return
    isAskedAgain = true
    if (running) return running
    running = rounds()
    await running
    running = null
  }

  async function rounds(): Promise<void> {
    while (isAskedAgain && !isStopped) {
      isAskedAgain = false
      const isOurs = await parts.locks.ifFree(`uploads ${parts.log}`, work).catch(() => true)
      // That tab may be closed before it is done.
      if (!isOurs && !isStopped) cancelTimer = clock.setTimeout(run, LONGEST_WAIT_MS)
    }
  }

  async function sendAll(): Promise<number> {
    const now = clock.now()
    await items
      .filter(({ isRemoval, nextAt }) => !isRemoval && nextAt > now)
      .modify({ nextAt: 0 })
      .catch(() => {})
    await run()
    return countWaiting(items).catch(() => 0)
  }

  const leave = parts.signals.subscribe(() => {
    if (parts.signals.online() && parts.signals.visible()) void sendAll()
  })
  void run()

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ...{ add, file, remove, adopt, sendAll },
    stop() {
      isStopped = true
      cancelTimer()
      leave()
      watching.unsubscribe()
      listeners.clear()
      db.close()
    },
  }
}
