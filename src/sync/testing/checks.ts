/** The checks of a history: what must hold after every command, and what must hold once everything has settled. */
import type { StoredRow } from '../client/store.ts'
import { compareStamps } from '../merge.ts'
import type { Stamp } from '../protocol.ts'
import type { Receipt } from '../server/store.ts'
import { checkAsideAtRest, checkAsideStep, wasDismissed } from './checks-aside.ts'
import { type Look, look } from './look.ts'
import { compareCursors, type SpaceState } from './memory-rows.ts'
import type { TestPhone } from './phones.ts'
import type { History, Issued } from './record.ts'
import { must } from './violation.ts'
import { sessions } from './world.ts'
import { neverApplies, putsMark } from './writes.ts'

export async function checkStep(history: History): Promise<void> {
  const epoch = await history.backend.epoch()
  const states = new Map<string, SpaceState>()
  for (const { id, prefix } of history.spaces) {
    const state = await history.backend.read(id)
    states.set(id, state)
    checkServer(history, state, prefix)
    checkAsideStep(history, state)
  }
  for (const phone of history.phones) {
    const seen = look(phone)
    const state = states.get(phone.space)
    if (state) checkCursor(phone, seen, state, epoch)
    checkKept(history, phone, seen)
    checkScreen(history, phone, seen)
  }
  must(history.trespasses.length === 0, 14, () => `the coach’s rows were changed ${history.trespasses.join()}`)
}

function checkServer(history: History, state: SpaceState, prefix: string): void {
  const lastSeqs = new Map<string, number>()
  for (const receipt of [...state.receipts].sort((a, b) => a.seq - b.seq)) {
    const expected = (lastSeqs.get(receipt.deviceId) ?? 0) + 1
    must(receipt.seq === expected, 2, () => `after seq ${expected - 1} of ${receipt.deviceId} came ${receipt.seq}`)
    lastSeqs.set(receipt.deviceId, receipt.seq)
  }
  for (const [deviceId, { lastSeq }] of state.devices) {
    must((lastSeqs.get(deviceId) ?? 0) === lastSeq, 2, () => `${deviceId} is at ${lastSeq} without its receipts`)
  }
  for (const [key, { row }] of state.rows) {
    must(row.id.startsWith(`${prefix}:`), 9, () => `${key} is in the space ${prefix}`)
    const times = row.data.times
    must(times === undefined || times === 1, 1, () => `${key} was made ${times} times`)
  }
  for (const receipt of state.receipts) {
    const issued = history.issued.find(({ mid }) => mid === receipt.mid)
    const isLog = !/^fail(Rejected|Bug)$/.test(issued?.kind ?? '')
    must(receipt.status !== 'rejected' || !isLog, 14, () => `the log ${issued?.kind} ${receipt.mid} was dropped`)
    if (receipt.status !== 'quarantined') continue
    const kept = state.quarantined.find(({ mid }) => mid === receipt.mid)
    const isSame = kept && issued && JSON.stringify(sorted(kept.args)) === JSON.stringify(sorted(issued.args))
    must(Boolean(isSame), 14, () => `${receipt.mid} was set aside and is not there`)
  }
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

function checkCursor(phone: TestPhone, seen: Look, state: SpaceState, epoch: string): void {
  const { meta } = seen
  if (!meta.cursor || meta.resetting || meta.boot !== 'done' || meta.epoch !== epoch) return
  for (const [key, { entity, row, v }] of state.rows) {
    if (compareCursors([v, entity, row.id], meta.cursor) > 0) continue
    const base = seen.base(key)
    const copy = base ? base.row : seen.rows.get(key)
    must(
      (copy?.v ?? 0) >= v,
      7,
      () => `phone ${phone.index} is at ${meta.cursor?.join()} and has ${key} of ${copy?.v}, not ${v}`,
    )
  }
}

function checkScreen(history: History, phone: TestPhone, seen: Look): void {
  const prefix = history.spaces.find(({ id }) => id === phone.space)?.prefix
  for (const key of seen.rows.keys()) {
    must(key.includes(`/${prefix}:`), 9, () => `phone ${phone.index} of ${prefix} shows ${key}`)
  }
  const refused = new Set(seen.dead.map(({ mid }) => mid))
  const isGone = (one: Issued) => refused.has(one.mid) || wasDismissed(history, phone.actor, one.mid)
  const own = history.issued.filter((one) => one.phone === phone.index && one.wasShown)
  for (const one of own) {
    if (!putsMark(one) || isGone(one)) continue
    const row = seen.rows.get(`test_mark/${one.id}`)
    must(row?.data.id !== undefined, 6, () => `phone ${phone.index} no longer shows ${one.id}, which it made`)
    const wasRemoved = history.issued.some(({ kind, id }) => kind === 'removeMark' && id === one.id)
    must(wasRemoved || row?.deleted === false, 6, () => `phone ${phone.index} hides ${one.id}, which nobody removed`)
  }
  const refusedRows = new Set(own.filter((one) => putsMark(one) && isGone(one)).map(({ id }) => id))
  for (const [field, last] of lastEdits(history, phone)) {
    // The edit of a row that was refused waits for it on the server.
    if (isGone(last.one) || refusedRows.has(last.one.id)) continue
    const shown = seen.rows.get(`test_mark/${last.one.id}`)?.data[last.field]
    must(shown === last.value, 6, () => `phone ${phone.index} wrote ${last.value} to ${field} and shows ${shown}`)
  }
}

type Edit = { one: Issued; field: string; value: unknown }

/** The last value of each field that only this phone has ever written. */
function lastEdits(history: History, phone: TestPhone): Map<string, Edit> {
  const edits = new Map<string, Edit>()
  const foreign = new Set<string>()
  for (const one of history.issued) {
    if (one.space !== phone.space || !(putsMark(one) || one.kind === 'editMark')) continue
    const { id, sessionId, amount, ...fields } = one.args as Record<string, unknown>
    if (amount !== undefined) Object.assign(fields, { reps: amount, load: null })
    for (const [field, value] of Object.entries(fields)) {
      const key = `${one.id}.${field}`
      if (one.phone !== phone.index || !one.wasShown) foreign.add(key)
      edits.set(key, { one, field, value })
    }
  }
  for (const key of foreign) edits.delete(key)
  return edits
}

/** Whatever a phone has accepted is still with it: to send, sent, refused, or rescued. Unless its person dismissed it. */
function checkKept(history: History, phone: TestPhone, seen: Look): void {
  const held = new Set([...seen.outbox, ...seen.sent, ...seen.dead, ...phone.rescue].map(({ mid }) => mid))
  for (const one of history.issued) {
    if (one.phone !== phone.index || !one.wasShown || wasDismissed(history, phone.actor, one.mid)) continue
    must(held.has(one.mid), 10, () => `phone ${phone.index} no longer holds ${one.kind} ${one.mid}`)
  }
}

export async function checkAtRest(history: History): Promise<void> {
  for (const { id } of history.spaces) {
    const state = await history.backend.read(id)
    const phones = history.phones.filter(({ space }) => space === id)
    for (const phone of phones) checkEqual(phone, look(phone), state)
    checkForks(phones, state)
    checkEffects(history, state, id)
    for (const phone of phones) checkAsideAtRest(history, phone, look(phone), state)
  }
}

function checkEqual(phone: TestPhone, seen: Look, state: SpaceState): void {
  for (const [key, { row, v }] of state.rows) {
    const own = seen.rows.get(key)
    must(
      own !== undefined && own.v === v && isSame(own, row),
      5,
      () =>
        `${key} is ${JSON.stringify({ v, ...row })} on the server and ${JSON.stringify(own)} on phone ${phone.index}`,
    )
  }
  for (const key of seen.rows.keys()) {
    must(state.rows.has(key), 5, () => `phone ${phone.index} has ${key}, which the server does not have`)
  }
}

function isSame(
  a: Pick<StoredRow, 'data' | 'stamps' | 'deleted'>,
  b: Pick<StoredRow, 'data' | 'stamps' | 'deleted'>,
): boolean {
  const text = ({ data, stamps, deleted }: typeof a) => JSON.stringify([sorted(data), sorted(stamps), deleted])
  return text(a) === text(b)
}

function checkForks(phones: readonly TestPhone[], state: SpaceState): void {
  const ids = phones.map((phone) => look(phone).meta.deviceId)
  must(new Set(ids).size === ids.length, 12, () => `phones share a device id: ${ids.join()}`)
  for (const phone of phones.filter(({ isCloned }) => isCloned)) {
    const { sent } = look(phone)
    const known = new Set(state.receipts.map(({ mid }) => mid))
    const lost = sent.find(({ mid }) => !known.has(mid))
    must(!lost, 12, () => `phone ${phone.index}, a clone, believes that ${lost?.name} ${lost?.mid} is on the server`)
  }
}

function checkEffects(history: History, state: SpaceState, space: string): void {
  const receipts = new Map<string, Receipt>()
  for (const receipt of state.receipts) {
    if (receipt.status === 'noop') continue
    const other = receipts.get(receipt.mid)
    must(
      !other || other.status === receipt.status,
      1,
      () => `${receipt.mid} was ${other?.status} and ${receipt.status}`,
    )
    must(!other || receipt.status !== 'applied', 1, () => `${receipt.mid} took effect twice`)
    receipts.set(receipt.mid, receipt)
  }
  const made = new Set<string>()
  for (const one of history.issued.filter((any) => any.space === space)) {
    const receipt = receipts.get(one.mid)
    // What the server set aside it must still have; what it refused stays with the phone alone.
    const isRefused = history.phones.some((phone) =>
      look(phone).dead.some(({ mid, status }) => mid === one.mid && status === 'rejected'),
    )
    must(
      receipt !== undefined || isRefused || wasDismissed(history, one.actor, one.mid),
      13,
      () => `${one.kind} ${one.mid} of phone ${one.phone} is missing on the server`,
    )
    if (receipt?.status === 'applied' && putsMark(one)) {
      made.add(one.id)
      must(state.rows.has(`test_mark/${one.id}`), 3, () => `${one.id} was applied and is not there`)
      const wasEdited = history.issued.some(({ kind, id }) => kind === 'editMark' && id === one.id)
      const { amount } = one.args as { amount?: number }
      const reps = state.rows.get(`test_mark/${one.id}`)?.row.data.reps
      must(
        wasEdited || amount === undefined || reps === amount,
        11,
        () => `version 1 said ${amount}, the row says ${reps}`,
      )
    }
    if (one.kind === 'oldPutMark') {
      must(
        receipt === undefined || receipt.status === 'applied' || receipt.code === 'grant_ended',
        11,
        () => `version 1 was ${receipt?.status}`,
      )
    }
    must(!neverApplies(one.kind) || receipt?.status !== 'applied', 3, () => `${one.kind} was applied`)
  }
  checkWinners(history, state, receipts)
  for (const [key, { entity, row }] of state.rows) {
    if (entity === 'test_mark') must(made.has(row.id), 3, () => `${key} is there, and nothing applied made it`)
  }
}

/** Each field holds what the applied mutation with the greatest stamp wrote: told by the receipts alone. */
function checkWinners(history: History, state: SpaceState, receipts: ReadonlyMap<string, Receipt>): void {
  const winners = new Map<string, { stamp: Stamp; value: unknown; row: string; field: string }>()
  for (const one of history.issued) {
    const stamp = history.stamps.get(one.mid)
    if (receipts.get(one.mid)?.status !== 'applied' || !stamp) continue
    const { entity, fields } = writesOf(one)
    const coachFields = entity === sessions.name ? sessions.coachFields : undefined
    for (const [field, value] of Object.entries(fields)) {
      const key = `${entity}/${one.id}.${field}`
      const best = winners.get(key)
      const isOwner = !coachFields || coachFields.includes(field) === (one.actor !== one.space)
      const own: Stamp = isOwner ? stamp : [0, stamp[1], stamp[2]]
      if (!best || compareStamps(own, best.stamp) > 0)
        winners.set(key, { stamp: own, value, row: `${entity}/${one.id}`, field })
    }
  }
  for (const [key, { row: of, field, value }] of winners) {
    const row = state.rows.get(of)?.row
    if (!row) continue
    const actual = field === 'deleted' ? row.deleted : row.data[field]
    must(actual === value, 3, () => `${key} is ${actual}, and the last that was applied wrote ${value}`)
  }
}

function writesOf({ kind, args }: Issued): { entity: string; fields: Record<string, unknown> } {
  const { id, sessionId, amount, ...fields } = args as Record<string, unknown>
  if (kind === 'removeMark' || kind === 'restoreMark')
    return { entity: 'test_mark', fields: { deleted: kind === 'removeMark' } }
  if (kind === 'oldPutMark') return { entity: 'test_mark', fields: { reps: amount, load: null } }
  if (kind === 'putMark' || kind === 'lateMark' || kind === 'editMark') return { entity: 'test_mark', fields }
  if (kind === 'putSession' || kind === 'moveSession')
    return { entity: 'test_session', fields: { ...fields, target: null } }
  if (kind === 'renameSession' || kind === 'setTarget') return { entity: 'test_session', fields }
  return { entity: '', fields: {} }
}
