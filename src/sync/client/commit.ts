/** One mutation on the phone: its rows, the server's copy of what it dirtied, and its outbox entry, or none of them. */
import { stampMs } from '../merge.ts'
import { createView } from '../view.ts'
import { SCHEMA_V } from '../wire.ts'
import type { LoggedMutation } from './api.ts'
import { answerFromStore, fillView, type Loaded } from './load.ts'
import { keyOf, type Meta, type OutboxEntry, rowTable, type StoreTx, type TableName } from './store.ts'
import { contextOf, type Runnable, type World } from './world.ts'

/** The mutation itself refused: its cause is for the person. Any other error of a commit is the store's. */
export class MutationRefused extends Error {
  override readonly cause: unknown
  constructor(cause: unknown) {
    super('The mutation refused.')
    this.cause = cause
    this.name = 'MutationRefused'
  }
}

export type Committed = { entry: OutboxEntry; rows: Loaded[] }

/** The tables a mutation's transaction takes. Only what it reads: a long read of history must not hold up a set. */
export function commitTables(world: World, { mutation, args }: Runnable, logged: LoggedMutation): TableName[] {
  const entities = new Set<string>()
  for (let reads = mutation.reads(args, contextOf(world, logged)); reads.length > 0; )
    reads = reads.flatMap((read) => {
      entities.add(read.from.name)
      return 'of' in read ? [read.of] : []
    })
  return [...[...entities].map(rowTable), 'base', 'outbox', 'sent', 'months', 'meta']
}

/**
 * Undefined when this mid is already in the outbox or was confirmed: running twice changes nothing. `mayBeKnown` is
 * false only for a mid that was made just now; looking for it would cost a set two more trips to the disk.
 */
export async function commitMutation(
  tx: StoreTx,
  world: World,
  runnable: Runnable,
  logged: LoggedMutation,
  options: { newDeviceId: () => string; mayBeKnown: boolean },
): Promise<Committed | undefined> {
  if (options.mayBeKnown && (await isKnown(tx, logged.mid))) return undefined
  const context = contextOf(world, logged)
  const view = createView(world.collections)
  const loaded = new Map<string, Loaded>()
  const inBase = new Map<string, boolean>()
  const reads = refusable(() => runnable.mutation.reads(runnable.args, context))
  const [meta] = await Promise.all([
    openMeta(tx, options.newDeviceId),
    fillView(view, reads, async (need) => {
      // With the rows: what it will most likely change, so that nothing is asked for afterwards.
      const keys = 'ids' in need ? need.ids.map((id) => keyOf(need.entity, id)) : []
      const [found] = await Promise.all([answerFromStore(tx, world, need), findBase(tx, keys, inBase)])
      for (const one of found) loaded.set(keyOf(one.entity, one.row.id), one)
      return found
    }),
  ])

  const seq = meta.nextSeq
  // Later than all before it: under a new device id the order of two equal times would be the ids', not the person's.
  const ms = stampMs(logged.at, meta.offsetMs, meta.lastMs + 1)
  refusable(() => {
    const draft = view.begin(reads, [ms, meta.deviceId, seq], context)
    runnable.mutation.run(draft.tx, runnable.args, context)
    draft.keep()
  })
  const rows = view.changes().map(({ entity, row }): Loaded => {
    const before = loaded.get(keyOf(entity, row.id))?.row
    return { entity, row: { ...row, v: before?.v ?? 0 } }
  })
  const keys = rows.map(({ entity, row }) => keyOf(entity, row.id))
  const entry: OutboxEntry = { seq, ms, keys, wrote: view.taken(), ...logged }
  await findBase(
    tx,
    keys.filter((key) => !inBase.has(key)),
    inBase,
  )
  // The server's copy of rows that were clean until now is kept.
  const clean = keys.filter((key) => !inBase.get(key)).map((key) => ({ key, row: loaded.get(key)?.row ?? null }))
  const puts: (() => Promise<void>)[] = [
    ...pieces(clean).map((piece) => () => tx.put('base', piece)),
    ...[...Map.groupBy(rows, ({ entity }) => entity)].flatMap(([entity, mine]) =>
      pieces(mine.map(({ row }) => row)).map((piece) => () => tx.put(rowTable(entity), piece)),
    ),
    () => tx.put('outbox', [entry]),
    () => tx.put('meta', [{ ...meta, nextSeq: seq + 1, lastMs: ms }]),
  ]
  // Sent together: each trip to the disk that waits for another delays the mark beside the set. What an import brings
  // is sent piece by piece: a tap gets its turn between two.
  if (rows.length <= AT_ONCE) await Promise.all(puts.map((put) => put()))
  else for (const put of puts) await put()
  return { entry, rows }
}

/** A connection can die after its transaction is on disk; the second run must then find its own work. */
async function isKnown(tx: StoreTx, mid: string): Promise<boolean> {
  const [queued, sent] = await Promise.all([tx.find('outbox', 'mid', mid), tx.find('sent', 'mid', mid)])
  return queued.length + sent.length > 0
}

/** Marks what the mutation itself throws, so that it is never taken for the store's failure. */
export function refusable<T>(run: () => T): T {
  try {
    return run()
  } catch (cause) {
    throw new MutationRefused(cause)
  }
}

/** As many rows as a slow phone copies into its store between two frames. */
const AT_ONCE = 50

function pieces<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
}

async function findBase(tx: StoreTx, keys: readonly string[], inBase: Map<string, boolean>): Promise<void> {
  if (keys.length === 0) return
  const found = await tx.getMany('base', keys)
  for (const [i, key] of keys.entries()) inBase.set(key, found[i] !== undefined)
}

/** The phone's own record; a store without one is new (or was emptied) and gets a new device id. */
export async function openMeta(tx: StoreTx, newDeviceId: () => string): Promise<Meta> {
  const known = await tx.get('meta', 'meta')
  if (known) return known
  const meta: Meta = {
    key: 'meta',
    deviceId: newDeviceId(),
    nextSeq: 1,
    nextOrder: 1,
    sentBytes: 0,
    lastMs: 0,
    offsetMs: 0,
    epoch: null,
    cursor: null,
    boot: 'now',
    bootVersion: 0,
    partsVersion: 0,
    bootAgain: false,
    schemaV: SCHEMA_V,
    resetting: false,
    monthsLeft: [],
    lastSyncAt: null,
  }
  await tx.put('meta', [meta])
  return meta
}
