/** Phones with one step of the engine broken, by what stands between the engine and its store or its network. */
import type { PhoneParts } from '../client/api.ts'
import { applyTables, trimOutbox } from '../client/apply.ts'
import { replay } from '../client/replay.ts'
import type { Meta, OutboxEntry, SentEntry, StoreTx } from '../client/store.ts'
import { createWorld } from '../client/world.ts'
import type { Cursor, PullInput, PullOutput, Settled } from '../protocol.ts'

type BreakPhone = (parts: PhoneParts) => PhoneParts

/** Something happens to the store between an answer and what the engine does with it. */
function afterPush(act: (parts: PhoneParts, lastSeq: number) => Promise<void>): BreakPhone {
  return (parts) => ({
    ...parts,
    transport: {
      ...parts.transport,
      async push(input) {
        const answer = await parts.transport.push(input)
        await act(parts, answer.lastSeq)
        return answer
      },
    },
  })
}

function afterFirstPage(act: (parts: PhoneParts, lastSeq: number, cursor: Cursor) => Promise<void>): BreakPhone {
  return (parts) => ({
    ...parts,
    transport: {
      ...parts.transport,
      async pull(input) {
        const answer = await parts.transport.pull(input)
        if (answer.more) await act(parts, answer.lastSeq, answer.cursor)
        return answer
      },
    },
  })
}

async function trim(parts: PhoneParts, lastSeq: number): Promise<void> {
  const world = createWorld(parts)
  await parts.store.write(applyTables(world), async (tx) => {
    const meta = await tx.get('meta', 'meta')
    if (!meta) return
    await tx.put('meta', [await trimOutbox(tx, meta, lastSeq, parts.clock.now())])
    await replay(tx, world, meta.deviceId)
  })
}

export const trimsOnPush = afterPush(trim)
export const trimsOnFirstPage = afterFirstPage(trim)

export const movesCursorWithFirstPage = afterFirstPage(async (parts, _lastSeq, cursor) => {
  await parts.store.write(['meta'], async (tx) => {
    const meta = await tx.get('meta', 'meta')
    if (meta?.cursor) await tx.put('meta', [{ ...meta, cursor }])
  })
})

/** Something happens in the transaction that gives the phone a new device id. */
function atReset(
  act: (tx: StoreTx, before: { outbox: OutboxEntry[]; sent: SentEntry[] }) => Promise<void>,
): BreakPhone {
  return (parts) => ({
    ...parts,
    store: {
      ...parts.store,
      write: (tables, run) =>
        parts.store.write(tables, async (tx) => {
          const idOf = async () => ((await tx.get('meta', 'meta')) as Meta | undefined)?.deviceId
          const id = await idOf()
          const before = { outbox: await tx.all('outbox'), sent: await tx.all('sent') }
          const result = await run(tx)
          if (id !== undefined && (await idOf()) !== id) await act(tx, before)
          return result
        }),
    },
  })
}

export const resetDropsOutbox = atReset(async (tx, { outbox }) => forget(tx, outbox))
export const resetForgetsSent = atReset(async (tx, { sent }) => forget(tx, sent))

async function forget(tx: StoreTx, entries: readonly OutboxEntry[]): Promise<void> {
  const mids = new Set(entries.map(({ mid }) => mid))
  const kept = (await tx.all('outbox')).filter(({ mid }) => !mids.has(mid))
  const meta = await tx.get('meta', 'meta')
  await tx.clear('outbox')
  await tx.put(
    'outbox',
    kept.map((entry, i) => ({ ...entry, seq: i + 1 })),
  )
  if (meta) await tx.put('meta', [{ ...meta, nextSeq: kept.length + 1 }])
}

/** Takes the answer to a cloned phone for one that confirms its batch. */
export const ignoresFork: BreakPhone = (parts) => ({
  ...parts,
  transport: {
    ...parts.transport,
    async push(input) {
      const { fork, ...answer } = await parts.transport.push(input)
      return fork ? { ...answer, lastSeq: input.mutations.at(-1)?.seq ?? 0 } : answer
    },
  },
})

/** Goes on in another history as if it were its own. */
export const ignoresReset: BreakPhone = (parts) => ({
  ...parts,
  transport: {
    ...parts.transport,
    async pull(input) {
      const { reset, ...answer } = await parts.transport.pull(input)
      return reset ? { ...answer, epoch: input.epoch ?? answer.epoch, version: Number.MAX_SAFE_INTEGER } : answer
    },
  },
})

/** Hears something else in a pull's answer than what the server said of what was set aside. */
function hearing(hear: (answer: PullOutput, input: PullInput) => PullOutput): BreakPhone {
  return (parts) => ({
    ...parts,
    transport: {
      ...parts.transport,
      pull: async (input) => hear(await parts.transport.pull(input), input),
    },
  })
}

const settlesAll = (how: Settled['how']) =>
  hearing((answer, { aside }) => ({ ...answer, settled: aside?.map((mid) => ({ mid, how })) }))
export const dropsUnsettled = settlesAll('dismissed')
export const takesForApplied = settlesAll('applied')

export const forgetsApplied = hearing((answer) => ({
  ...answer,
  settled: answer.settled?.map(({ mid }) => ({ mid, how: 'dismissed' })),
}))
