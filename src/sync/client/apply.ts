/** What answers of the server do to the store. Every function runs inside one transaction of its caller. */
import type { MutationStatus, Settled, WireRow } from '../protocol.ts'
import { toStored } from './load.ts'
import { replay } from './replay.ts'
import {
  type BaseRow,
  keyOf,
  type Meta,
  type OutboxEntry,
  rowTable,
  type SentEntry,
  type StoredRow,
  type StoreTx,
  type TableName,
} from './store.ts'
import type { World } from './world.ts'

/** After a restore the server may lack what it once confirmed: so long and so much is kept to be sent again. */
const SENT_KEEP_MS = 35 * 86_400_000
const SENT_KEEP_BYTES = 20 * 1024 * 1024

/** Every table an answer may touch. */
export function applyTables(world: World): TableName[] {
  return [...world.rowTables, 'base', 'outbox', 'sent', 'dead', 'staging', 'months', 'meta']
}

/**
 * Puts the server's rows where they belong: under this phone's changes when dirty, else straight into the table. With
 * nothing left to send (`isAllSent`) those of this phone are among the server's.
 */
export async function takeRows(tx: StoreTx, world: World, rows: readonly WireRow[], isAllSent = false): Promise<void> {
  for (const entity of world.collections.keys()) {
    // One row may stand on two pages; the later page is newer.
    const mine = [
      ...new Map(rows.filter((row) => row.entity === entity).map((row) => [row.id, toStored(row)])).values(),
    ]
    if (mine.length === 0) continue
    const ids = mine.map((row) => row.id)
    const base = await tx.getMany(
      'base',
      ids.map((id) => keyOf(entity, id)),
    )
    const table = await tx.getMany(rowTable(entity), ids)
    const copies: BaseRow[] = []
    const clean: StoredRow[] = []
    const settled: string[] = []
    for (const [i, row] of mine.entries()) {
      const dirty = base[i]
      // A boot part may be older than what a pull brought before it.
      if (row.v < ((dirty ? dirty.row : table[i])?.v ?? 0)) continue
      if (dirty && !isAllSent) copies.push({ key: dirty.key, row })
      else clean.push(row)
      if (dirty && isAllSent) settled.push(dirty.key)
    }
    if (copies.length > 0) await tx.put('base', copies)
    if (clean.length > 0) await tx.put(rowTable(entity), clean)
    if (settled.length > 0) await tx.remove('base', settled)
  }
}

/** Moves what the server has, up to `seq`, from the outbox to `sent`. `now` is the server's clock, as in `requeue`. */
export async function trimOutbox(tx: StoreTx, meta: Meta, seq: number, now: number): Promise<Meta> {
  const done = await tx.range('outbox', null, { to: seq })
  if (done.length === 0) return meta
  await tx.remove(
    'outbox',
    done.map((entry) => entry.seq),
  )
  // Set aside before a restore, sent again after it, and applied this time.
  if ((await tx.count('dead')) > 0)
    await tx.remove(
      'dead',
      done.map((entry) => entry.mid),
    )
  return keepSent(tx, meta, done, now)
}

/**
 * The server says what became of what was set aside: it needs nobody's attention any more. What was applied is kept with
 * all else that was, to be sent again after a restore. What waits to be sent again already is left to its own answer.
 */
export async function settleAside(tx: StoreTx, meta: Meta, settled: readonly Settled[], now: number): Promise<Meta> {
  const applied: OutboxEntry[] = []
  for (const { mid, how } of new Map(settled.map((one) => [one.mid, one])).values()) {
    const entry = await tx.get('dead', mid)
    if (!entry || (await tx.find('outbox', 'mid', mid)).length > 0) continue
    await tx.remove('dead', [mid])
    const { status, code, message, ...sent } = entry
    if (how === 'applied' && (await tx.find('sent', 'mid', mid)).length === 0) applied.push(sent)
  }
  return applied.length > 0 ? keepSent(tx, meta, applied, now) : meta
}

/** What the server has applied, kept for as long as a restore could take it from it. */
async function keepSent(tx: StoreTx, meta: Meta, done: readonly OutboxEntry[], now: number): Promise<Meta> {
  let order = meta.nextOrder
  const sent = done.map((entry): SentEntry => ({ ...entry, order: order++, sentAt: now, size: sizeOf(entry) }))
  await tx.put('sent', sent)
  const added = sent.reduce((sum, entry) => sum + entry.size, 0)
  return pruneSent(tx, { ...meta, nextOrder: order, sentBytes: meta.sentBytes + added }, now)
}

/** Oldest out, a few at a time: reading all of `sent` at every sync would cost more than it keeps. */
async function pruneSent(tx: StoreTx, meta: Meta, now: number): Promise<Meta> {
  let { sentBytes } = meta
  for (let limit = 1; ; limit = 50) {
    const oldest = await tx.range('sent', null, { limit })
    const drop: number[] = []
    for (const entry of oldest) {
      if (now - entry.sentAt <= SENT_KEEP_MS && sentBytes <= SENT_KEEP_BYTES) break
      drop.push(entry.order)
      sentBytes -= entry.size
    }
    if (drop.length > 0) await tx.remove('sent', drop)
    if (drop.length < oldest.length || oldest.length === 0) return { ...meta, sentBytes }
  }
}

export function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}

export type Refusal = {
  seq: number
  status: Extract<MutationStatus, 'rejected' | 'quarantined'>
  code: string
  message: string
}

/** What the server refused leaves the queue and the screen's rows, and stays under "needs attention". */
export async function buryRefused(tx: StoreTx, world: World, refusals: readonly Refusal[]): Promise<void> {
  const meta = await tx.get('meta', 'meta')
  if (!meta) return
  const entries = await tx.getMany(
    'outbox',
    refusals.map((refusal) => refusal.seq),
  )
  const dead = refusals.flatMap((refusal, i) => {
    const entry: OutboxEntry | undefined = entries[i]
    return entry ? [{ ...entry, status: refusal.status, code: refusal.code, message: refusal.message }] : []
  })
  if (dead.length === 0) return
  await tx.put('dead', dead)
  await tx.remove(
    'outbox',
    dead.map((entry) => entry.seq),
  )
  await replay(tx, world, meta.deviceId)
}

/**
 * A new device id, and everything of the last 35 days queued under it again with its old mids and times: what was
 * applied, what was set aside (a restored server may hold neither), what waits. The rows stay on the screen as they are
 * until the bootstrap is swapped in.
 */
export async function requeue(tx: StoreTx, meta: Meta, deviceId: string, now: number): Promise<void> {
  const sent = (await tx.all('sent')).filter(({ sentAt }) => now - sentAt <= SENT_KEEP_MS)
  const again = [...sent, ...(await asideToSend(tx, now)), ...(await tx.all('outbox'))].sort((a, b) => a.ms - b.ms)
  const entries = numbered(again, 1)
  await tx.clear('sent')
  await tx.clear('outbox')
  await tx.clear('staging')
  await tx.put('outbox', entries)
  await tx.put('meta', [
    {
      ...meta,
      deviceId,
      nextSeq: entries.length + 1,
      // Later than all that was written under the old id, whose stamps are still on the rows.
      lastMs: meta.lastMs + 1,
      sentBytes: 0,
      epoch: null,
      cursor: null,
      boot: 'now',
      bootVersion: 0,
      partsVersion: 0,
      bootAgain: false,
      monthsLeft: [],
      resetting: true,
    },
  ])
}

/** As entries of the outbox, whatever else was known of them. */
function numbered(entries: readonly OutboxEntry[], first: number): OutboxEntry[] {
  return entries.map(({ mid, name, v, args, at, ms, keys }, i) => ({
    seq: first + i,
    mid,
    name,
    v,
    args,
    at,
    ms,
    keys,
  }))
}

/** What was set aside in the last 35 days and does not wait to be sent again already. */
async function asideToSend(tx: StoreTx, now: number): Promise<OutboxEntry[]> {
  const aside = (await tx.all('dead')).filter(({ status, ms }) => status === 'quarantined' && now - ms <= SENT_KEEP_MS)
  if (aside.length === 0) return []
  const queued = new Set((await tx.all('outbox')).map(({ mid }) => mid))
  return aside.filter(({ mid }) => !queued.has(mid))
}

/** Sent again under seqs of their own. The server knows them by their mids, unless a restore has taken them from it. */
export async function queueAside(tx: StoreTx, meta: Meta, now: number): Promise<Meta> {
  const entries = numbered(await asideToSend(tx, now), meta.nextSeq)
  await tx.put('outbox', entries)
  return { ...meta, nextSeq: meta.nextSeq + entries.length }
}

export async function stageRows(tx: StoreTx, rows: readonly WireRow[]): Promise<void> {
  await tx.put(
    'staging',
    rows.map((row) => ({ key: keyOf(row.entity, row.id), row })),
  )
}

/** The staged bootstrap takes the place of all rows at once; what is still queued shows over it. */
export async function swapIn(tx: StoreTx, world: World, deviceId: string): Promise<void> {
  const staged = await tx.all('staging')
  for (const table of world.rowTables) await tx.clear(table)
  await tx.clear('months')
  await tx.clear('base')
  await tx.clear('staging')
  await takeRows(
    tx,
    world,
    staged.map(({ row }) => row),
  )
  await replay(tx, world, deviceId)
}
