/**
 * The engine, each time with one step broken, and the promise that breaks with it. A mutant that no history catches
 * means that the histories, or the step, are worth nothing. README.md lists them.
 */
import { isWhole, mergeRow, type SyncedRow } from '../merge.ts'
import { cursorAfter } from '../protocol.ts'
import { buildLoad } from '../server/load-sql.ts'
import { type PostgresSteps, postgresSteps, type Send } from '../server/postgres-store.ts'
import { pushSteps } from '../server/steps.ts'
import { createView, type View } from '../view.ts'
import * as phones from './broken-phones.ts'
import type { MemorySteps } from './memory-server.ts'
import { asideMutants } from './mutants-aside.ts'
import type { Broken } from './record.ts'
import type { Invariant } from './violation.ts'

export type Mutant = {
  name: string
  /** The promise that the first failing history breaks: this one and no other. */
  breaks: Invariant
  /** Two things at one moment on PostgreSQL: which promise a history sees broken first would be left to chance. */
  by?: 'race'
  broken?: Broken
  /** The server's store in memory, broken. */
  memory?: Partial<MemorySteps>
  /** The server's store on PostgreSQL, broken. */
  postgres?: Partial<PostgresSteps>
}

function mergingWith(merge: typeof mergeRow): Broken {
  return { steps: { view: (collections) => createView(collections, merge) } }
}

/** Whatever arrives last, wins: fields and deletion alike. */
function overwrite(base: SyncedRow | undefined, incoming: SyncedRow): SyncedRow {
  const data = { ...base?.data, ...incoming.data }
  const writesDeleted = incoming.stamps.fields?.deleted !== undefined
  return { ...mergeRow(base, incoming), data, deleted: writesDeleted ? incoming.deleted : (base?.deleted ?? false) }
}

function deleteOverwrites(base: SyncedRow | undefined, incoming: SyncedRow): SyncedRow {
  const writesDeleted = incoming.stamps.fields?.deleted !== undefined
  return { ...mergeRow(base, incoming), deleted: writesDeleted ? incoming.deleted : (base?.deleted ?? false) }
}

function editRevives(base: SyncedRow | undefined, incoming: SyncedRow): SyncedRow {
  const merged = mergeRow(base, incoming)
  return Object.keys(incoming.data).length > 0 ? { ...merged, deleted: false } : merged
}

function withoutParts(view: View): View {
  return { ...view, changes: () => view.changes().filter(({ row }) => isWhole(row)) }
}

/** Does not ask who acts. */
function ownerless(view: View): View {
  return { ...view, begin: (reads, stamp) => view.begin(reads, stamp) }
}

/** The lock and the load as one statement: it waits for the lock with a snapshot from before. */
function lockAndLoadAtOnce(): Partial<PostgresSteps> {
  const waiting = new WeakMap<Send, (locked: { version: number } | undefined) => void>()
  return {
    lock: (send) => new Promise((done) => waiting.set(send, done)),
    async load(send, { space }, tables, want) {
      const { text, values } = buildLoad(tables, want.reads, { ...want, space })
      const found = await send(
        `with locked as materialized (select version from sync_space where space_id = $1 for update)
select '$version' as entity, null as id, to_jsonb(version) as data, null::jsonb as stamps, null::boolean as deleted from locked
union all select * from (${text}) rows where (select version from locked) is not null`,
        values,
      )
      const version = found.find(({ entity }) => entity === '$version')?.data
      waiting.get(send)?.(version === undefined ? undefined : { version: Number(version) })
      return found.filter(({ entity }) => entity !== '$version') as never
    },
  }
}

export const mutants: readonly Mutant[] = [
  {
    name: 'the space is not locked',
    breaks: 3,
    memory: { lock: async () => () => {} },
  },
  {
    name: 'the load’s snapshot is older than the lock',
    breaks: 3,
    memory: { loadsBehindLock: false },
  },
  {
    name: 'lock and load in one statement, on PostgreSQL',
    breaks: 3,
    by: 'race',
    postgres: lockAndLoadAtOnce(),
  },
  {
    name: 'no lock, on PostgreSQL',
    breaks: 3,
    by: 'race',
    postgres: {
      async lock(send, { space }) {
        const [row] = await send('select version from sync_space where space_id = $1', [space])
        return row && { version: Number(row.version) }
      },
    },
  },
  {
    name: 'the settings of row-level security travel in the load’s statement, on PostgreSQL',
    breaks: 4,
    postgres: {
      configure: () => '',
      lock: (send, scope) => send(postgresSteps.configure(scope)).then(() => postgresSteps.lock(send, scope)),
    },
  },
  {
    name: 'a repeated seq runs again',
    breaks: 4,
    broken: {
      steps: {
        place: (wire, lastSeq, bySeq, byMid) => {
          const place = pushSteps.place(wire, lastSeq, bySeq, byMid)
          return place.is === 'stored' ? { is: 'next' } : place
        },
      },
    },
  },
  {
    name: 'a known mid runs again',
    breaks: 1,
    broken: { steps: { place: (wire, lastSeq, bySeq) => pushSteps.place(wire, lastSeq, bySeq, new Map()) } },
  },
  {
    name: 'a gap is jumped over',
    breaks: 2,
    broken: {
      steps: {
        place: (wire, lastSeq, bySeq, byMid) => {
          const place = pushSteps.place(wire, lastSeq, bySeq, byMid)
          return place.is === 'gap' ? { is: 'next' } : place
        },
      },
    },
  },
  {
    name: 'a fork is taken for a repetition',
    breaks: 6,
    broken: {
      steps: {
        place: (wire, lastSeq, bySeq, byMid) => {
          const place = pushSteps.place(wire, lastSeq, bySeq, byMid)
          const receipt = bySeq.get(wire.seq)
          return place.is === 'fork' && receipt ? { is: 'stored', receipt } : place
        },
      },
    },
  },
  { name: 'the phone overhears that it is a fork', breaks: 6, broken: { breakPhone: phones.ignoresFork } },
  {
    name: 'a refusal does not take its seq',
    breaks: 2,
    broken: {
      steps: {
        advance: (lastSeq, receipt) => (receipt.status === 'applied' ? pushSteps.advance(lastSeq, receipt) : lastSeq),
      },
    },
  },
  {
    name: 'a refused mutation leaves its rows behind',
    breaks: 3,
    broken: {
      steps: {
        run(view, mutation, args, reads, ctx, stamp) {
          const draft = view.begin(reads, stamp, ctx)
          try {
            mutation.run(draft.tx, args, ctx)
          } catch (error) {
            draft.keep()
            return { code: 'bug', message: String(error) }
          }
          draft.keep()
          return undefined
        },
      },
    },
  },
  {
    name: 'everybody writes every field',
    breaks: 3,
    broken: { steps: { run: (view, ...rest) => pushSteps.run(ownerless(view), ...rest) } },
  },
  { name: 'an ended grant still writes', breaks: 14, broken: { steps: { mayApply: () => undefined } } },
  {
    name: 'what can’t be applied is refused instead of set aside',
    breaks: 14,
    broken: { steps: { refuse: (failure) => ({ ...failure, status: 'rejected' }) } },
  },
  {
    name: 'version 1 is read as version 2',
    breaks: 11,
    broken: {
      steps: {
        upcast: (mutations, name, v, args) => pushSteps.upcast(mutations, name, mutations.get(name)?.v ?? v, args),
      },
    },
  },
  { name: 'the version is not raised', breaks: 6, broken: { steps: { nextVersion: (version) => version } } },
  { name: 'the last to arrive wins', breaks: 8, broken: mergingWith(overwrite) },
  { name: 'delete is a plain overwrite', breaks: 8, broken: mergingWith(deleteOverwrites) },
  { name: 'an edit revives a deleted row', breaks: 8, broken: mergingWith(editRevives) },
  {
    name: 'an edit of a row that comes later is dropped',
    breaks: 8,
    broken: { steps: { view: (collections) => withoutParts(createView(collections)) } },
  },
  {
    name: 'a full page’s cursor skips the rest of its version',
    breaks: 7,
    broken: {
      pullSteps: {
        cursor: (page, more, version) => cursorAfter(more ? (page.at(-1)?.v ?? version) : version),
      },
    },
  },
  { name: 'pull at READ COMMITTED', breaks: 7, memory: { pullsFromOneSnapshot: false } },
  {
    name: 'pull does not ask whose rows they are',
    breaks: 9,
    memory: {
      rowsOf: (state) => {
        const rows = new Map([...state.spaces.values()].flatMap((space) => [...space.rows]))
        const [any] = state.spaces.values()
        return { version: 0, devices: new Map(), receipts: [], parts: new Map(), quarantined: [], ...any, rows }
      },
    },
  },
  { name: 'the outbox is trimmed when the push is answered', breaks: 6, broken: { breakPhone: phones.trimsOnPush } },
  { name: 'the outbox is trimmed with the first page', breaks: 6, broken: { breakPhone: phones.trimsOnFirstPage } },
  {
    name: 'the cursor moves with the first page',
    breaks: 7,
    broken: { breakPhone: phones.movesCursorWithFirstPage },
  },
  { name: 'a reset drops the outbox', breaks: 10, broken: { breakPhone: phones.resetDropsOutbox } },
  { name: 'a reset forgets what was sent', breaks: 10, broken: { breakPhone: phones.resetForgetsSent } },
  { name: 'the phone goes on after a restore', breaks: 6, broken: { breakPhone: phones.ignoresReset } },
  ...asideMutants,
]
