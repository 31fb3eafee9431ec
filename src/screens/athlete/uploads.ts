/** The upload queue of whoever's log is open on this page; it starts with the page and follows who signs in and out. */
import { databaseOf } from '../../client/device-account.ts'
import { createPictureCache } from '../../client/picture-cache.ts'
import { picturesDatabase } from '../../client/pictures-database.ts'
import { createUploadQueue, type UploadQueue } from '../../client/upload-queue.ts'
import { countUploads, uploadsDatabase } from '../../client/upload-store.ts'
import { createUploadWire } from '../../client/upload-wire.ts'
import { pictureKey, setUploads } from '../../client/uploads.ts'
import { UPLOAD_SIZES } from '../../modules/media/model/uploads.ts'
import { progressPhotos } from '../../modules/workouts/model/body.ts'
import { cardioSessions } from '../../modules/workouts/model/cardio.ts'
import type { Phone, Rows } from '../../sync/client/api.ts'
import { browserClock, browserLocks, browserRandom, browserSignals, deleteDatabase } from '../../sync/client/browser.ts'
import type { Collection } from '../../sync/mutation.ts'
import { deviceAccount } from '../../wiring/sync-phone.ts'

/** Whose rows have uploads. */
const OWNERS = [progressPhotos, cardioSessions] as unknown as readonly Collection[]
const GUEST = databaseOf({ kind: 'guest', space: '' })

let isFollowing = false
let open: { phone: Phone; stop: () => void; sendAll: () => void } | null = null

/** Once a page. */
export function followUploads(): void {
  if (isFollowing) return
  isFollowing = true
  const account = deviceAccount()
  const follow = () => {
    const { identity, phone } = account.get()
    if (!identity || !phone) return
    if (open?.phone === phone) return open.sendAll()
    open?.stop()
    open = begin(phone, databaseOf(identity), identity.kind === 'account' ? identity.space : null)
  }
  account.subscribe(follow)
  follow()
}

/** What the guest of this phone added to rows that are the account's now. Nothing of it stays outside of the account. */
async function takeOver(queue: UploadQueue, known: (rowId: string) => Promise<boolean>): Promise<void> {
  if ((await queue.adopt(GUEST, known)) === 0 || (await countUploads(GUEST)) > 0) return
  await deleteDatabase(uploadsDatabase(GUEST))
  await deleteDatabase(picturesDatabase(GUEST))
}

function begin(phone: Phone, log: string, account: string | null) {
  const wire = createUploadWire(account ?? '')
  const pictures = createPictureCache(log, () => Date.now())
  const known = (rowId: string) =>
    phone.read(async (rows) => (await Promise.all(OWNERS.map((owner) => rows.get(owner, rowId)))).some(Boolean))
  const queue = createUploadQueue({
    ...{ log, wire, isGuest: account === null },
    rowIs: async (rowId) => {
      if (await known(rowId).catch(() => false)) return 'here'
      const gone = (rows: Rows) => Promise.all(OWNERS.map((owner) => rows.gone(owner)))
      return (await phone.read(gone).catch(() => [])).some((ids) => ids.has(rowId)) ? 'deleted' : 'unknown'
    },
    onSent: async (id, kind, file) => {
      if (kind === 'progress_photo') await pictures.put(pictureKey(id, 1600), file)
    },
    onRemoved: (id) => pictures.remove(UPLOAD_SIZES.map((size) => pictureKey(id, size))),
    makeRoom: () => deleteDatabase(picturesDatabase(log)),
    ...{ clock: browserClock, random: browserRandom, locks: browserLocks, signals: browserSignals },
  })
  // The rows come a moment after the account, and back by an undo: whenever there are others, what a guest added to them
  // is looked for, and what waits is looked at.
  const stopWatching = phone.live(
    async (rows) => (await Promise.all(OWNERS.map((owner) => rows.all(owner)))).flat().length,
    () => {
      void queue.sendAll()
      if (account !== null) void takeOver(queue, known).catch(() => {})
    },
    () => {},
  )
  setUploads({ queue, pictures, wire, account })
  return {
    phone,
    sendAll: () => void queue.sendAll(),
    stop() {
      setUploads(null)
      stopWatching()
      queue.stop()
      pictures.close()
    },
  }
}
