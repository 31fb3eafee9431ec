/**
 * What the stories of the phone are told with: a small log of notes, a server in memory that keeps the protocol, and a
 * clock that only moves when told. The real server meets the phone in ../testing.
 */
import * as z from 'zod/mini'
import { appError, isAppError } from '../../shared/errors.ts'
import { derivedId } from '../../shared/id.ts'
import type { SyncedRow } from '../merge.ts'
import { type Collection, defineCollection, defineMutation } from '../mutation.ts'
import type { BootOutput, Cursor, PullOutput, PushOutput, PushResult, WireMutation, WireRow } from '../protocol.ts'
import { upcast } from '../upcast.ts'
import { createView } from '../view.ts'
import type { Clock, LoggedMutation, PhoneParts, Rescue, Transport } from './api.ts'
import { createMemoryStore } from './memory-store.ts'
import { createPhone } from './phone.ts'
import { TransportError } from './transport.ts'

const bookRow = z.object({ id: z.string(), title: z.string(), day: z.int() })
export const books = defineCollection('book', bookRow, { indexes: ['day'], dated: 'day' })
const noteRow = z.object({ id: z.string(), bookId: z.string(), text: z.string() })
export const notes = defineCollection('note', noteRow, {
  indexes: ['bookId', 'text'],
  parent: { collection: 'book', by: 'bookId' },
})

export const openBook = defineMutation({
  name: 'books.open',
  v: 1,
  args: bookRow,
  reads: ({ id }) => [{ from: books, id }],
  run: (tx, book) => tx.put(books, book),
})
export const writeNote = defineMutation({
  name: 'notes.write',
  v: 2,
  args: z.object({ id: z.string(), bookId: z.string(), text: z.string() }),
  // Version 1 called the text `body`.
  upcasters: { 1: ({ body, ...rest }: { body: string }) => ({ ...rest, text: body }) },
  reads: ({ id, bookId }) => [
    { from: notes, id },
    { from: books, id: bookId },
  ],
  run(tx, note) {
    if (note.text === 'never') throw appError('bad_input', 'A note can never say never. Write something else.')
    tx.put(notes, note)
  },
})
export const deleteNote = defineMutation({
  name: 'notes.delete',
  v: 1,
  args: z.object({ id: z.string() }),
  reads: ({ id }) => [{ from: notes, id }],
  run: (tx, { id }) => tx.delete(notes, id),
})
export const moveBook = defineMutation({
  name: 'books.move',
  v: 1,
  args: z.object({ id: z.string(), day: z.int() }),
  reads: ({ id }) => [{ from: books, id }],
  run: (tx, { id, day }) => tx.patch(books, id, { day }),
})
export const deleteBook = defineMutation({
  name: 'books.delete',
  v: 1,
  args: z.object({ id: z.string() }),
  reads: ({ id }) => [{ from: books, id }],
  run: (tx, { id }) => tx.delete(books, id),
})

export const SPACE = '018f0000-0000-7000-8000-00000000a11c'
export const TODAY = 20_000
const collections = [books, notes]
const mutations = [openBook, moveBook, writeNote, deleteNote, deleteBook]

type Receipt = PushResult & { mid: string }
export type StoryServer = ReturnType<typeof createStoryServer>

/** One space, all in one object, so that a restore from backup is `snapshot` and `restore`. */
export function createStoryServer() {
  const byName = new Map(collections.map((one) => [one.name, one as unknown as Collection]))
  let state = {
    epoch: 'first',
    version: 0,
    rows: new Map<string, WireRow>(),
    devices: new Map<string, Receipt[]>(),
  }
  let histories = 1
  /** Words that the server refuses although the phone did not. */
  const refuse = new Set<string>()

  function push(deviceId: string, batch: readonly WireMutation[]): PushOutput {
    const receipts = state.devices.get(deviceId) ?? []
    state.devices.set(deviceId, receipts)
    const output: PushOutput = { lastSeq: receipts.length, results: [], serverNow: clock.now() }
    let isDirty = false
    for (const wire of batch) {
      const stored = receipts[wire.seq - 1]
      if (stored && stored.mid !== wire.mid) return { ...output, results: [], fork: true }
      if (stored) {
        output.results.push(stored)
        continue
      }
      if (wire.seq > receipts.length + 1) return { ...output, lastSeq: receipts.length, expected: receipts.length + 1 }
      const isKnown = [...state.devices.values()].some((all) => all.some(({ mid }) => mid === wire.mid))
      const result: Receipt = { seq: wire.seq, mid: wire.mid, ...(isKnown ? { status: 'noop' } : run(deviceId, wire)) }
      isDirty ||= result.status === 'applied'
      receipts.push(result)
      output.results.push(result)
    }
    if (isDirty) state.version++
    return { ...output, lastSeq: receipts.length }
  }

  function run(deviceId: string, wire: WireMutation): Pick<PushResult, 'status' | 'code' | 'message'> {
    const cast = upcast(new Map(mutations.map((one) => [one.name, one as never])), wire.name, wire.v, wire.args)
    if (!cast.ok) return { status: 'quarantined', code: cast.code, message: cast.message }
    if (refuse.has((cast.args as { text?: string }).text ?? ''))
      return { status: 'rejected', code: 'forbidden', message: 'This note was not taken.' }
    const context = {
      actor: SPACE,
      space: SPACE,
      at: wire.at,
      mid: wire.mid,
      id: (n: number) => derivedId(wire.mid, n),
    }
    const reads = cast.mutation.reads(cast.args, context)
    const view = createView(byName)
    for (let needs = view.needs(reads); needs.length > 0; needs = view.needs(reads))
      view.lay(
        needs,
        [...state.rows.values()].map((row) => ({
          entity: row.entity,
          row: { id: row.id, data: row.data ?? {}, stamps: row.stamps, deleted: row.deleted ?? false },
        })),
      )
    const draft = view.begin(reads, [wire.at, deviceId, wire.seq])
    try {
      cast.mutation.run(draft.tx, cast.args, context)
      draft.keep()
    } catch (error) {
      return { status: 'rejected', code: isAppError(error) ? error.code : 'bug', message: String(error) }
    }
    for (const { entity, row } of view.changes()) put(entity, row, state.version + 1)
    return { status: 'applied' }
  }

  function put(entity: string, row: SyncedRow, v: number): void {
    const deleted = row.deleted ? { deleted: true as const } : {}
    state.rows.set(`${entity}:${row.id}`, { entity, id: row.id, v, stamps: row.stamps, data: row.data, ...deleted })
  }

  const isAfter = ({ v, entity, id }: WireRow, cursor: Cursor) =>
    v !== cursor[0] ? v > cursor[0] : entity !== cursor[1] ? entity > cursor[1] : id > cursor[2]

  function pull(deviceId: string, epoch: string | null, cursor: Cursor, limit: number): PullOutput {
    const { version } = state
    const lastSeq = state.devices.get(deviceId)?.length ?? 0
    const reset = (epoch !== null && epoch !== state.epoch) || version < cursor[0]
    const rows = [...state.rows.values()]
      .filter((row) => isAfter(row, cursor))
      .sort((a, b) => (isAfter(a, [b.v, b.entity, b.id]) ? 1 : -1))
    const page = rows.slice(0, limit)
    const more = rows.length > limit
    const last = page.at(-1)
    const next: Cursor = more && last ? [last.v, last.entity, last.id] : [version, '\uffff', '']
    return {
      epoch: state.epoch,
      rows: reset ? [] : page,
      cursor: next,
      more,
      version,
      lastSeq,
      ...(reset && { reset }),
    }
  }

  /** A month before TODAY - 365 is a part of its own; months are of 30 days here, `2000-01` the day 19_000. */
  function boot(part: string): BootOutput {
    // A note without its book has no day: it goes with the first part.
    const dayOf = (row: WireRow) => {
      const book = row.entity === 'book' ? row : state.rows.get(`book:${String(row.data?.bookId)}`)
      return Number(book?.data?.day ?? TODAY)
    }
    const all = [...state.rows.values()]
    const isOld = (row: WireRow) => dayOf(row) < TODAY - 365
    const rows = all.filter((row) =>
      part === 'now'
        ? dayOf(row) >= TODAY - 28
        : part === 'recent'
          ? !isOld(row) && dayOf(row) < TODAY - 28
          : isOld(row),
    )
    const months =
      part === 'now' && all.some(isOld)
        ? { months: [new Date((TODAY - 400) * 86_400_000).toISOString().slice(0, 7)] }
        : {}
    return { epoch: state.epoch, part, rows, version: state.version, ...months }
  }

  return {
    refuse,
    push,
    pull,
    boot,
    get version() {
      return state.version
    },
    texts: () =>
      [...state.rows.values()]
        .flatMap((row) => (row.entity === 'note' && !row.deleted ? [String(row.data?.text)] : []))
        .sort(),
    effects: () => [...state.devices.values()].flat().filter(({ status }) => status === 'applied').length,
    snapshot: () => structuredClone(state),
    restore(backup: typeof state) {
      state = { ...structuredClone(backup), epoch: `history ${++histories}` }
    },
    /** Another device of the same athlete. */
    write(seq: number, id: string, text: string) {
      push('018f0000-0000-7000-8000-0000000000ff', [
        {
          seq,
          mid: derivedId('018f0000-0000-7000-8000-000000000000', seq),
          name: 'notes.write',
          v: 2,
          args: { id, bookId: 'b', text },
          at: clock.now(),
        },
      ])
    },
  }
}

/** One clock for the story: it moves by a millisecond at every look, and by hand. */
export const clock = (() => {
  let now = 1_800_000_000_000
  return {
    now: () => ++now,
    pass(ms: number) {
      now += ms
    },
    setTimeout: () => () => {},
  }
})() satisfies Clock & { pass(ms: number): void }

/** `break next` makes the next call fail before it reaches the server, or its answer be lost. */
export function createStoryTransport(
  server: StoryServer,
): Transport & { next: ('lost' | 'unanswered' | TransportError['kind'])[]; calls: string[] } {
  const next: ('lost' | 'unanswered' | TransportError['kind'])[] = []
  const calls: string[] = []
  async function call<T>(name: string, answer: () => T): Promise<T> {
    calls.push(name)
    const fault = next.shift()
    if (fault === 'lost') throw new TransportError('network', 'lost on the way')
    if (fault && fault !== 'unanswered') throw new TransportError(fault, fault)
    const answered = structuredClone(answer())
    if (fault === 'unanswered') throw new TransportError('network', 'the answer was lost')
    return answered
  }
  return {
    next,
    calls,
    push: (input) => call('push', () => server.push(input.deviceId, structuredClone(input.mutations))),
    pull: (input) =>
      call('pull', () => server.pull(input.deviceId, input.epoch, input.cursor ?? [0, '', ''], input.limit)),
    boot: (input) => call(`boot ${input.part}`, () => server.boot(input.part)),
  }
}

let seed = 1
/** A small generator: the stories are the same at every run. */
export function storyRandom(): number {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

export function createStoryRescue(): Rescue & { held: LoggedMutation[] } {
  const rescue = {
    held: [] as LoggedMutation[],
    load: () => rescue.held,
    save(log: readonly LoggedMutation[]) {
      rescue.held = [...log]
    },
  }
  return rescue
}

export function storyPhone(parts: Partial<PhoneParts> & Pick<PhoneParts, 'transport'>) {
  return createPhone({
    space: SPACE,
    actor: SPACE,
    build: 'story',
    store: createMemoryStore(),
    collections,
    mutations: mutations as never,
    clock,
    random: storyRandom,
    locks: {
      ifFree: async (_name, run) => {
        await run()
        return true
      },
    },
    rescue: createStoryRescue(),
    report: (error) => console.error(error),
    ...parts,
  })
}
