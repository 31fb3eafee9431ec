/** Step 1: the oldest mutations that no push of this tab has confirmed go to the server, in order. */
import type { PushOutput } from '../protocol.ts'
import { MAX_PUSH_BYTES, MAX_PUSH_MUTATIONS, PROTOCOL, SCHEMA_V } from '../wire.ts'
import type { PushStep } from './api.ts'
import { applyTables, buryRefused, type Refusal, sizeOf } from './apply.ts'
import type { StepContext } from './steps.ts'
import type { Meta, OutboxEntry } from './store.ts'

export function createPush(context: StepContext) {
  const { parts, world, hooks, readMeta, sent, resetFrom } = context
  const { store, transport, clock } = parts
  const tables = applyTables(world)
  let maxBytes = MAX_PUSH_BYTES - 4096

  function progress(attempted: number, acked: number): void {
    sent.attempted = attempted
    sent.acked = acked
    hooks.onProgress(attempted, acked)
  }

  async function unsent(): Promise<{ own: Meta; batch: OutboxEntry[] } | undefined> {
    return store.read(['meta', 'outbox'], async (tx) => {
      const own = await readMeta(tx)
      if (!own) return undefined
      if (own.deviceId !== sent.deviceId || own.epoch !== sent.epoch) {
        sent.deviceId = own.deviceId
        sent.epoch = own.epoch
        progress(0, 0)
      }
      return { own, batch: await tx.range('outbox', null, { from: sent.acked + 1, limit: MAX_PUSH_MUTATIONS }) }
    })
  }

  async function push(): Promise<PushStep> {
    const found = await unsent()
    if (!found || found.batch.length === 0) return 'empty'
    const { own } = found
    const batch = withinBytes(found.batch, maxBytes)
    const first = batch[0]?.seq ?? 0
    const last = batch.at(-1)?.seq ?? 0
    progress(Math.max(sent.attempted, last), sent.acked)

    const startedAt = clock.now()
    const answer = await transport.push({
      protocol: PROTOCOL,
      deviceId: own.deviceId,
      space: parts.space,
      schemaV: SCHEMA_V,
      build: parts.build,
      clientNow: startedAt,
      mutations: batch.map(({ seq, mid, name, v, args, at, ms }) => ({ seq, mid, name, v, args, at, ms })),
    })
    // The server read its clock somewhere between: the middle errs least.
    sent.offsetMs = Math.round(answer.serverNow - (startedAt + clock.now()) / 2)

    if (answer.upgrade) hooks.onUpgrade(answer.upgrade)
    if (answer.upgrade === 'hard') return 'paused'
    if (answer.fork) return resetFrom(own.deviceId)

    const refusals = refusalsOf(answer.results)
    if (refusals.length > 0) {
      await store.write(tables, async (tx) => {
        if ((await readMeta(tx))?.deviceId === own.deviceId) await buryRefused(tx, world, refusals)
      })
    }

    const expected = answer.expected ?? answer.lastSeq + 1
    if (expected < first) {
      // What the server misses is in the outbox no more: it has gone back in time.
      if (!(await holds(expected))) return resetFrom(own.deviceId)
      progress(sent.attempted, expected - 1)
      return 'sent'
    }
    if (answer.lastSeq < first) throw new Error(`The server confirmed nothing of the mutations from ${first} on.`)
    progress(Math.max(sent.attempted, last), Math.max(sent.acked, Math.min(answer.lastSeq, last)))
    return 'sent'
  }

  async function holds(seq: number): Promise<boolean> {
    return (await store.read(['outbox'], (tx) => tx.get('outbox', seq))) !== undefined
  }

  return {
    push,
    /** Marks everything as waiting for signal. */
    async wait(): Promise<void> {
      const found = await unsent()
      if (found) progress(Math.max(sent.attempted, found.own.nextSeq - 1), sent.acked)
    },
    /** The server found the batch too large. */
    shrink(): void {
      maxBytes = Math.max(1, Math.floor(maxBytes / 2))
    },
  }
}

function refusalsOf(results: PushOutput['results']): Refusal[] {
  return results.flatMap(({ seq, status, code, message }) =>
    status === 'rejected' || status === 'quarantined'
      ? [{ seq, status, code: code ?? '', message: message ?? '' }]
      : [],
  )
}

/** At least one, however large: a batch that can't shrink further must still be tried. */
function withinBytes(batch: readonly OutboxEntry[], maxBytes: number): OutboxEntry[] {
  const taken: OutboxEntry[] = []
  let bytes = 0
  for (const entry of batch) {
    bytes += sizeOf([entry.mid, entry.name, entry.args]) + 80
    if (bytes > maxBytes && taken.length > 0) break
    taken.push(entry)
  }
  return taken
}
