/** A server in memory that keeps the protocol for one space. The real one meets the phone in ../testing. */
import { isAppError } from '../../shared/errors.ts'
import { derivedId } from '../../shared/id.ts'
import type { SyncedRow } from '../merge.ts'
import type { Collection } from '../mutation.ts'
import type {
  BootOutput,
  Cursor,
  PullOutput,
  PushOutput,
  PushResult,
  Settled,
  WireMutation,
  WireRow,
} from '../protocol.ts'
import { upcast } from '../upcast.ts'
import { createView } from '../view.ts'
import { clock, collections, mutations, SPACE, TODAY } from './story-world.ts'

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
  /** Words that it sets aside. */
  const aside = new Set<string>()
  /** What became of them since, by mid. */
  const settled = new Map<string, Settled['how']>()

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
      const known = [...state.devices.values()].flat().find(({ mid }) => mid === wire.mid)
      const again = known?.status === 'applied' ? { status: 'noop' as const } : known
      const result: Receipt = { ...(again ?? run(deviceId, wire)), seq: wire.seq, mid: wire.mid }
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
    if (aside.has((cast.args as { text?: string }).text ?? ''))
      return { status: 'quarantined', code: 'bug', message: 'This note was set aside.' }
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

  function pull(
    deviceId: string,
    epoch: string | null,
    cursor: Cursor,
    limit: number,
    asked: readonly string[] = [],
  ): PullOutput {
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
      settled: asked.flatMap((mid) => {
        const how = settled.get(mid)
        return how ? [{ mid, how }] : []
      }),
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
    aside,
    settled,
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
    receipts: () => [...state.devices.values()].flat().length,
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
