'use client'
/**
 * The rescue copy: what the server has not got, and as much of the log as can be read, in one file. It needs no server,
 * and not the handle that the app itself reads and writes by. It is an archive with two lists more, so that it comes in
 * again where archives do. Promise: it throws only when there is nothing at all to save.
 */
import { databaseOf, type Identity } from '../../client/device-account.ts'
import { dayOf, isoDate } from '../../shared/local-day.ts'
import { archivePieces } from '../../sync/archive.ts'
import type { AnyCollection, LoggedMutation, Phone } from '../../sync/client/api.ts'
import { browserRescue } from '../../sync/client/browser.ts'
import { openSecondHandle, type SecondHandle } from '../../sync/client/second-handle.ts'
import { gatherLog, type WholeLog } from '../../sync/client/whole-log.ts'
import type { Row } from '../../sync/mutation.ts'
import { deviceAccount, phoneCollections } from '../../wiring/sync-phone.ts'
import { saveFile } from './save-file.ts'
import { deviceZone } from './use-athlete.ts'

export type Rescue = {
  name: string
  file: Blob
  /** Changes in it that the server has not got. */
  unsynced: number
  /** Where the log in it is from: all that is on the phone, what was on the screen, or nowhere. */
  log: 'store' | 'memory' | 'none'
}

export type RescueParts = {
  identity: Identity
  phone: Pick<Phone, 'hot' | 'unsynced'> | null
  collections: readonly AnyCollection[]
  storage: Storage
  today: number
}

/** Makes it of this device's log and hands it over; says where the log in it is from. */
export async function saveRescue(): Promise<Rescue['log']> {
  const { identity, phone } = deviceAccount().get()
  if (!identity) throw new Error('No log was opened on this device.')
  const today = dayOf(Date.now(), deviceZone())
  const rescue = await makeRescue({ identity, phone, collections: phoneCollections, storage: localStorage, today })
  await saveFile(rescue.name, rescue.file)
  return rescue.log
}

export async function makeRescue({ identity, phone, collections, storage, today }: RescueParts): Promise<Rescue> {
  const database = databaseOf(identity)
  const handle = openSecondHandle(database, collections)
  const copy = fromCopy(storage, database)
  const [outbox, refused, stored] = await Promise.all([
    orNull(() => handle.outbox()),
    orNull(() => handle.dead()),
    orNull(() => readLog(handle, collections)),
  ])
  // What the phone's own handle still says is asked too: it also knows what the store refused.
  const own = outbox && phone ? await orNull(() => phone.unsynced()) : null
  void handle.close().catch(() => {})
  const unsynced = once([...(outbox ?? []).map(logged), ...(own ?? []), ...copy])
  const memory = stored ? null : inMemory(phone, collections)
  const whole = stored ?? memory ?? NOTHING
  const parts = [...archivePieces(collections, whole, identity.space)].map(({ text }) => text)
  const more = { unsynced, refused: refused ?? [], space: identity.space }
  const file = new Blob([`${parts.join('').trimEnd().slice(0, -1)},"rescue":${JSON.stringify(more, null, 1)}}\n`], {
    type: 'application/json',
  })
  const log = stored ? 'store' : memory ? 'memory' : 'none'
  if (log === 'none' && unsynced.length === 0 && !outbox) throw new Error('Nothing on this device can be read.')
  return { name: `spotter-rescue-${isoDate(today)}.json`, file, unsynced: unsynced.length, log }
}

const NOTHING: WholeLog = { missing: [], log: new Map(), deleted: new Map(), gone: new Map() }

async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask()
  } catch {
    return null
  }
}

/** Months that are only on the server are named in it as missing: nobody is asked for them. */
function readLog(handle: SecondHandle, collections: readonly AnyCollection[]): Promise<WholeLog> {
  return gatherLog(handle.reader, { collections, fetchMonth: () => Promise.reject(new Error('not asked')) })
}

/** What the app wrote beside its store when that refused. */
function fromCopy(storage: Storage, database: string): LoggedMutation[] {
  try {
    return browserRescue(storage, database).load()
  } catch {
    return []
  }
}

/** The workout that is on the screen: its rows are in memory whatever the store does. */
function inMemory(phone: RescueParts['phone'], collections: readonly AnyCollection[]): WholeLog | null {
  const held = phone?.hot.held() ?? []
  if (held.length === 0) return null
  const names = new Set(collections.map(({ name }) => name))
  const log = Map.groupBy(
    held.filter(({ entity }) => names.has(entity)),
    ({ entity }) => entity,
  )
  return { ...NOTHING, log: new Map([...log].map(([name, rows]) => [name, rows.map(({ row }) => row as Row)])) }
}

const logged = ({ mid, name, v, args, at }: LoggedMutation): LoggedMutation => ({ mid, name, v, args, at })

function once(log: readonly LoggedMutation[]): LoggedMutation[] {
  return [...new Map(log.map((one) => [one.mid, one])).values()]
}
