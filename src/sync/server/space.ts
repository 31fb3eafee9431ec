/**
 * How the server itself writes to synced tables: a service's change to one athlete's data, merged and versioned like a
 * phone's. A trigger refuses every other way. One space a transaction: a change to 200 athletes is 200 small ones.
 */
import type { ReservedSql } from 'postgres'
import { afterCommit } from '../../server/db.ts'
import { once } from '../../server/process.ts'
import type { Write } from '../effects.ts'
import type { Collection, Read, Row, Tx } from '../mutation.ts'
import type { Stamp } from '../protocol.ts'
import { createView, type Who } from '../view.ts'
import type { OnFlush } from './access.ts'
import { buildFlush } from './flush-sql.ts'
import { buildMore, type Statement } from './load-sql.ts'
import type { LoadedRow } from './store.ts'
import type { SyncedTables } from './synced-tables.ts'

/** Rows of one space. What is written is seen by the next call and stored when `withSpace` returns. */
export type SpaceWriter = {
  get<R extends Row>(collection: Collection<R>, id: string): Promise<R | undefined>
  find<R extends Row>(collection: Collection<R>, where: keyof R & string, is: string | number): Promise<R[]>
  put<R extends Row>(collection: Collection<R>, row: R): Promise<void>
  patch<R extends Row>(collection: Collection<R>, id: string, fields: Partial<Omit<R, 'id'>>): Promise<void>
  delete<R extends Row>(collection: Collection<R>, id: string): Promise<void>
  restore<R extends Row>(collection: Collection<R>, id: string): Promise<void>
  /** Several rows at once, as a mutation would: loads what `reads` names, then runs. Tells what it wrote. */
  change(reads: readonly Read[], run: (tx: Tx) => void, as?: WrittenAs): Promise<readonly Write[]>
}

/** As somebody else's mutation, of its own time; else it is the server's, of now. */
export type WrittenAs = { stamp: Stamp; who: Who }

export type WithSpace = <T>(db: ReservedSql, spaceId: string, fn: (space: SpaceWriter) => Promise<T> | T) => Promise<T>

type Parts = {
  tables: SyncedTables
  prepare: boolean
  now: () => number
  onFlush: OnFlush
  poke: (space: string) => void
}

/** The server's writes come after a phone's of the same millisecond. */
const SERVER = 'server'

export function createWithSpace({ tables, prepare, now, onFlush, poke }: Parts): WithSpace {
  const collections = new Map([...tables].map(([name, { collection }]) => [name, collection]))

  return async (db, spaceId, fn) => {
    // Sent when awaited and not before: the caller's `begin` may still be on its way to the connection.
    const send = (text: string, values: readonly unknown[] = []) => db.unsafe(text, values as never[], { prepare })
    const run = ({ text, values }: Statement) => send(text, values)
    await send(`select set_config('app.space', $1, true)`, [spaceId])
    await send('insert into sync_space (space_id) values ($1) on conflict do nothing', [spaceId])
    const [locked] = await send('select version from sync_space where space_id = $1 for update', [spaceId])
    if (!locked) throw new Error(`The space ${spaceId} can't be written: it is not among the approved subjects.`)
    const version = Number(locked.version) + 1
    const nowMs = now()
    const view = createView(collections)
    let writes = 0

    async function change(reads: readonly Read[], work: (tx: Tx) => void, as?: WrittenAs): Promise<readonly Write[]> {
      for (let needs = view.needs(reads); needs.length > 0; needs = view.needs(reads)) {
        const found = await run(buildMore(tables, needs, spaceId))
        view.lay(needs, found.map(toRow))
      }
      // No two writes of the server share a stamp: the version belongs to this transaction alone.
      const stamp: Stamp = [nowMs, SERVER, version * 100_000 + ++writes]
      const draft = view.begin(reads, as?.stamp ?? stamp, as?.who)
      try {
        work(draft.tx)
        draft.keep()
      } catch (error) {
        draft.drop()
        throw error
      }
      return view.taken()
    }

    async function read<T>(reads: readonly Read[], work: (tx: Tx) => T): Promise<T> {
      let result: T | undefined
      await change(reads, (tx) => {
        result = work(tx)
      })
      return result as T
    }

    const write = async (reads: readonly Read[], work: (tx: Tx) => void) => void (await change(reads, work))

    const result = await fn({
      get: (from, id) => read([{ from: from as never, id }], (tx) => tx.get(from, id)),
      find: (from, where, is) => read([{ from: from as never, where, is }], (tx) => tx.find(from, where, is)),
      put: (from, row) => write([{ from: from as never, id: row.id }], (tx) => tx.put(from, row)),
      patch: (from, id, fields) => write([{ from: from as never, id }], (tx) => tx.patch(from, id, fields)),
      delete: (from, id) => write([{ from: from as never, id }], (tx) => tx.delete(from as never, id)),
      restore: (from, id) => write([{ from: from as never, id }], (tx) => tx.restore(from as never, id)),
      change,
    })
    const changes = view.changes()
    if (changes.length > 0) {
      const [who] = await send('select app_actor()::text as actor')
      const jobs = onFlush(spaceId, changes, String(who?.actor ?? ''))
      await run(buildFlush(tables, spaceId, { version, nowMs, changes, receipts: [], quarantined: [], jobs }))
      afterCommit(db, () => poke(spaceId))
    }
    return result
  }
}

function toRow(found: Record<string, unknown>): LoadedRow {
  const { entity, ...row } = found
  return { entity: String(entity), row: row as LoadedRow['row'] }
}

const holder = () => once('sync.space', (): { withSpace?: WithSpace } => ({}))

/** Called by wiring, once the tables are known. */
export function provideWithSpace(withSpace: WithSpace): void {
  holder().withSpace = withSpace
}

/**
 * Opens the space for writing inside the caller's transaction, one of `withActor` with the space among its subjects. Holds the space's lock until that transaction ends: keep it short, and make it the only space.
 */
export const withSpace: WithSpace = (db, spaceId, fn) => {
  const { withSpace: provided } = holder()
  if (!provided) throw new Error('Sync is not set up in this process: call createSyncServer first.')
  return provided(db, spaceId, fn)
}
