/**
 * What this browser remembers of itself, read before any log is opened. It lives in IndexedDB, on disk before a write
 * resolves: localStorage reaches the disk seconds later, and a phone whose battery died in between would open an empty
 * log. localStorage has a copy, which tells the other tabs and answers where IndexedDB does not.
 */
import { Dexie, type Table } from 'dexie'
import { newId } from '../shared/id.ts'

/** The account whose log is open here; null for a guest. */
export type AccountIdentity = { kind: 'account'; space: string; name: string; signedInAt: number }

export type DeviceRecord = {
  /** Names this device as the one that logs an open workout. Not the sync device id, which a reset replaces. */
  device: string
  identity: AccountIdentity | null
  /** Of the guest's log, while there is one. */
  guestSpace: string | null
  /** The account that has begun to claim the guest's log. */
  claimant: string | null
  /** An account's log was open here: a guest's log may be anybody's then, and whoever signs in is asked. */
  hadAccount: boolean
  /** Accounts that said that the guest's log is not theirs. */
  refusedBy: readonly string[]
}

export function nobodys(device: string): DeviceRecord {
  return { device, identity: null, guestSpace: null, claimant: null, hadAccount: false, refusedBy: [] }
}

export type Memory = {
  read(): Promise<DeviceRecord>
  /** Applies the change to the record as it is now, whichever tab wrote it, and gives the new one. */
  change(make: (now: DeviceRecord) => Partial<DeviceRecord>): Promise<DeviceRecord>
}

export const MEMORY_KEY = 'train-device'

const PATIENCE_MS = 2_000
const after = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms))

type Kept = DeviceRecord & { id: 'device'; writes: number }

let device: string | null = null

/** This device's name, from the record as soon as it was read. */
export function thisDevice(): string {
  device ??= newId()
  return device
}

export function browserMemory(copy: Storage): Memory {
  const db = new Dexie(MEMORY_KEY, { chromeTransactionDurability: 'strict', cache: 'disabled' })
  db.version(1).stores({ records: 'id' })
  const records = db.table('records') as Table<Kept, string>

  function copied(): Kept | undefined {
    try {
      return (JSON.parse(copy.getItem(MEMORY_KEY) ?? 'null') as Kept | null) ?? undefined
    } catch {
      return undefined
    }
  }

  /** The newer of the two: IndexedDB may have failed where the copy did not. */
  function newest(stored: Kept | undefined): Kept {
    const other = copied()
    const known = other && other.writes > (stored?.writes ?? 0) ? other : stored
    return known ?? { id: 'device', writes: 0, ...nobodys(thisDevice()) }
  }

  async function change(make: (now: DeviceRecord) => Partial<DeviceRecord>): Promise<DeviceRecord> {
    const changed = (stored?: Kept): Kept => {
      const now = newest(stored)
      return { ...now, ...make(now), writes: now.writes + 1 }
    }
    const next = await db
      .transaction('rw', records, async () => {
        const made = changed(await records.get('device'))
        await records.put(made)
        return made
      })
      .catch(() => changed())
    try {
      copy.setItem(MEMORY_KEY, JSON.stringify(next))
    } catch {
      // No room for the copy: the record itself is on the disk.
    }
    device = next.device
    return next
  }

  return {
    async read() {
      // Some browsers open a database never, instead of failing: then the copy answers.
      const stored = await Promise.race([records.get('device').catch(() => undefined), after(PATIENCE_MS)])
      const known = newest(stored)
      if (known.writes === 0) return Promise.race([change(() => ({})), after(PATIENCE_MS).then(() => known)])
      device = known.device
      return known
    },
    change,
  }
}
