/**
 * Push: a batch of mutations of one device into one space, in one transaction. The numbers are the steps of
 * ../README.md, its decisions are in steps.ts.
 */
import { unstorableSentence } from '../../server/unstorable.ts'
import { appError } from '../../shared/errors.ts'
import { derivedId } from '../../shared/id.ts'
import { inputSentence } from '../../shared/input-error.ts'
import { type Journal, journalOf } from '../effects.ts'
import type { Mutation, MutationContext, Read } from '../mutation.ts'
import type { PushInput, PushOutput, PushResult, Stamp, WireMutation } from '../protocol.ts'
import type { Upcast } from '../upcast.ts'
import type { View } from '../view.ts'
import { PROTOCOL, SCHEMA_V } from '../wire.ts'
import type { Engine, Principal } from './access.ts'
import { type Failure, failureOf, type Grant, type PushSteps } from './steps.ts'
import type { Flush, Loaded, LoadedRow, Quarantined, Receipt, Unit } from './store.ts'

type Prepared = { wire: WireMutation; cast: Upcast; ctx: MutationContext; reads: Read[]; failure: Failure | undefined }

export async function push(engine: Engine, principal: Principal, input: PushInput): Promise<PushOutput> {
  if (input.protocol !== PROTOCOL || input.schemaV < engine.minSchemaV) {
    return { lastSeq: 0, results: [], serverNow: engine.now(), upgrade: 'hard' }
  }
  try {
    return await pushBatch(engine, principal, input, false)
  } catch (error) {
    if (!engine.store.isDataError(error)) throw error
    return pushOneByOne(engine, principal, input)
  }
}

/** The database refuses some value in the batch, and always will: finds which, and sets that one aside. */
async function pushOneByOne(engine: Engine, principal: Principal, input: PushInput): Promise<PushOutput> {
  const results: PushResult[] = []
  let last: PushOutput | undefined
  for (const wire of input.mutations) {
    const single = { ...input, mutations: [wire] }
    last = await pushBatch(engine, principal, single, false).catch((error: unknown) => {
      if (!engine.store.isDataError(error)) throw error
      return pushBatch(engine, principal, single, true)
    })
    results.push(...last.results)
    if (last.fork || last.expected !== undefined) break
  }
  if (!last) throw appError('bad_input', 'The push was empty and could not be stored: send it again.')
  return { ...last, results }
}

async function pushBatch(
  engine: Engine,
  principal: Principal,
  input: PushInput,
  isUnstorable: boolean,
): Promise<PushOutput> {
  const { steps, store } = engine
  const scope = { actor: principal.id, space: input.space }
  const nowMs = engine.now()
  const batch = input.mutations.map((wire) => prepare(engine, scope, input, wire, isUnstorable))
  const want = {
    deviceId: input.deviceId,
    seqs: batch.map(({ wire }) => wire.seq),
    mids: batch.map(({ wire }) => wire.mid),
    reads: batch.flatMap(({ reads }) => reads),
  }
  let output: PushOutput = { lastSeq: 0, results: [], serverNow: nowMs }
  let isDirty = false

  // (1) and (2) are the store's: lock, then load, in two statements.
  await store.write(scope, want, async (loaded, unit) => {
    const { device } = loaded
    let { lastSeq, lastMs } = device ?? { lastSeq: 0, lastMs: 0 }
    // (5) Before anything is told of the space, even that this device is known in it.
    const grant = await grantOf(engine, principal, input.space, unit)
    if (device && device.principal !== principal.id) {
      output = { ...output, fork: true }
      return undefined
    }
    const view = steps.view(engine.collections)
    layFirst(view, want.reads, loaded.rows)
    const { bySeq, byMid } = indexReceipts(loaded, input.deviceId)
    const fresh: Receipt[] = []
    const quarantined: Quarantined[] = []

    for (const prepared of batch) {
      const { wire } = prepared
      const place = steps.place(wire, lastSeq, bySeq, byMid)
      if (place.is === 'fork') {
        output = { ...output, lastSeq: device?.lastSeq ?? 0, results: [], fork: true }
        return undefined
      }
      if (place.is === 'gap') {
        output.expected = lastSeq + 1
        break
      }
      if (place.is === 'stored') {
        output.results.push(resultOf(place.receipt))
        continue
      }
      let failure: (Failure & { status: 'rejected' | 'quarantined' }) | undefined
      let journal: Journal | undefined
      if (place.is === 'next') {
        const stamp = steps.stamp(wire, input, lastMs, nowMs)
        lastMs = stamp[0]
        const { cast } = prepared
        const forbidden = steps.mayRun(engine.mutations.get(wire.name), principal.id === input.space)
        const refused = steps.mayApply(grant) ?? prepared.failure
        const failed = forbidden ?? refused ?? (cast.ok ? await apply(steps, view, cast, prepared, stamp, unit) : cast)
        // What was never theirs to do is no log that could be set aside in the athlete's space.
        const isLog = !forbidden && (cast.ok ? cast.mutation.isLog : cast.isLog)
        failure = failed && steps.refuse(failed, isLog)
        if (cast.ok && !failed) journal = journalOf(cast.mutation, cast.args, wire.at, stamp, view.taken())
      }
      const receipt: Receipt = {
        ...(place.is === 'known' ? repeated(place.receipt) : { status: 'applied', ...failure }),
        deviceId: input.deviceId,
        seq: wire.seq,
        mid: wire.mid,
        ...(journal && { journal }),
      }
      if (failure?.status === 'quarantined') {
        // `lastMs` is the time of this one's stamp.
        quarantined.push({ ...quarantineOf(input, wire), ms: lastMs, code: failure.code, message: failure.message })
      }
      fresh.push(receipt)
      bySeq.set(wire.seq, receipt)
      byMid.set(wire.mid, receipt)
      lastSeq = steps.advance(lastSeq, receipt)
      output.results.push(resultOf(receipt))
    }
    output.lastSeq = lastSeq
    if (fresh.length === 0) return undefined

    // (8) One flush for all of it.
    const changes = view.changes()
    isDirty = changes.length > 0
    const flush: Flush = {
      version: steps.nextVersion(loaded.version, isDirty),
      nowMs,
      changes,
      device: {
        deviceId: input.deviceId,
        principal: principal.id,
        lastSeq,
        lastMs,
        schemaV: input.schemaV,
        build: input.build,
      },
      receipts: fresh,
      quarantined,
      jobs: isDirty ? engine.onFlush(input.space, changes, principal.id) : [],
    }
    return flush
  })
  // (9) After the commit, never in it.
  if (isDirty) engine.poke(input.space)
  return input.schemaV < SCHEMA_V ? { ...output, upgrade: 'soft' } : output
}

async function apply(
  steps: PushSteps,
  view: View,
  cast: { mutation: Mutation; args: never },
  prepared: Prepared,
  stamp: Stamp,
  unit: Unit,
): Promise<Failure | undefined> {
  // An earlier mutation of the batch may have brought in a parent whose children the first load did not see.
  for (let needs = view.needs(prepared.reads); needs.length > 0; needs = view.needs(prepared.reads)) {
    view.lay(needs, await unit.more(needs))
  }
  return steps.run(view, cast.mutation, cast.args, prepared.reads, prepared.ctx, stamp)
}

function prepare(
  engine: Engine,
  scope: { actor: string; space: string },
  input: PushInput,
  wire: WireMutation,
  isUnstorable: boolean,
): Prepared {
  const cast = engine.steps.upcast(engine.mutations, wire.name, wire.v, wire.args, inputSentence)
  if (!cast.ok && cast.code !== 'bad_input' && input.schemaV > SCHEMA_V) {
    throw appError('unavailable', 'This server is older than the app that writes: try again in a minute.')
  }
  const ctx = { ...scope, at: wire.at, mid: wire.mid, id: (n: number) => derivedId(wire.mid, n) }
  if (isUnstorable) {
    const failure = {
      code: 'not_storable',
      message: unstorableSentence(wire.args) ?? `${wire.name} holds a value that can't be stored. It is kept aside.`,
    }
    return { wire, cast, ctx, reads: [], failure }
  }
  if (!cast.ok) return { wire, cast, ctx, reads: [], failure: undefined }
  try {
    return { wire, cast, ctx, reads: checkReads(engine, cast.mutation.reads(cast.args, ctx)), failure: undefined }
  } catch (error) {
    return { wire, cast, ctx, reads: [], failure: failureOf(error) }
  }
}

/** A read that names what is not there is a bug of the mutation: it must not fail the whole batch as SQL. */
function checkReads(engine: Engine, reads: Read[]): Read[] {
  for (const read of reads) {
    const collection = engine.collections.get(read.from.name)
    if (!collection) throw new Error(`${read.from.name} is not among the synced collections.`)
    if ('where' in read && !collection.indexes.includes(read.where)) {
      throw new Error(`${read.from.name} has no index on ${read.where}.`)
    }
    if ('of' in read) checkReads(engine, [read.of])
  }
  return reads
}

async function grantOf(engine: Engine, principal: Principal, space: string, unit: Unit): Promise<Grant> {
  if (principal.id === space) return 'yes'
  const grant = await engine.mayPush(principal, space, unit.db)
  if (grant === 'no') throw appError('not_found', 'There is no such log, or it is not shared with you.')
  return grant
}

/** The first load answers all reads of the batch at once, children of its parents among them. */
function layFirst(view: View, reads: readonly Read[], rows: readonly LoadedRow[]): void {
  view.lay(view.needs(reads), rows)
  for (let needs = view.needs(reads); needs.length > 0; needs = view.needs(reads)) view.lay(needs, [])
}

function indexReceipts(loaded: Loaded, deviceId: string) {
  const bySeq = new Map(
    loaded.receipts.filter((receipt) => receipt.deviceId === deviceId).map((receipt) => [receipt.seq, receipt]),
  )
  const byMid = new Map(loaded.receipts.map((receipt) => [receipt.mid, receipt]))
  return { bySeq, byMid }
}

function repeated({ status, code, message }: Receipt): Pick<Receipt, 'status' | 'code' | 'message'> {
  return { status: status === 'applied' ? 'noop' : status, code, message }
}

function resultOf({ seq, status, code, message }: Receipt): PushResult {
  return { seq, status, ...(code && { code }), ...(message && { message }) }
}

function quarantineOf(input: PushInput, { seq, mid, name, v, args, at }: WireMutation) {
  return { deviceId: input.deviceId, seq, mid, name, v, args, at }
}
