/**
 * The engine's store on PostgreSQL. A push costs two round trips however long its batch: begin, settings, lock and load
 * travel together, then flush and commit.
 */
import type { ReservedSql, Sql } from 'postgres'
import { reserve } from '../../server/reserve.ts'
import type { SyncedRow } from '../merge.ts'
import type { Settled, WireRow } from '../protocol.ts'
import { buildFlush } from './flush-sql.ts'
import { buildLoad, buildMore, type Statement } from './load-sql.ts'
import { buildBootSql, buildMonthsSql, buildPullSql, HEAD_SQL, SETTLED_SQL } from './pull-sql.ts'
import type { Device, Flush, Loaded, LoadedRow, Receipt, Scope, Snapshot, SyncStore, Want } from './store.ts'
import { quoteText, type SyncedTables } from './synced-tables.ts'

type FoundRow = {
  entity: string
  id: string
  data: Record<string, unknown>
  stamps: SyncedRow['stamps']
  deleted: boolean
}
type PageRow = {
  entity: string
  id: string
  v: number
  deleted: boolean
  data: Record<string, unknown> | null
  stamps: SyncedRow['stamps'] | null
}

/** Sends a statement at once and answers later: statements sent in one task travel together. */
export type Send = (text: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

/** The space's version before this push, and what the lock has raised it to. */
export type Locked = { version: number; raisedTo?: number }

/** The statements of one push, each replaceable by the tests that show why they are separate. */
export const postgresSteps = {
  /** Row-level security reads these, so they must be an earlier statement than any read. Sent along with `begin`. */
  configure({ actor, space }: Scope): string {
    return `set local app.actor = ${quoteText(actor)}; set local app.subjects = ${quoteText(space)}; set local app.space = ${quoteText(space)}`
  },

  /**
   * (1) The lock. A statement of its own: at READ COMMITTED the snapshot of a statement is older than the lock it waits
   * for, and a load inside it would merge over rows that the previous holder has changed. It raises the version, which
   * nearly every push does: a lock of its own would write the same row twice.
   */
  async lock(send: Send, { space }: Scope): Promise<Locked | undefined> {
    const [row] = await send('update sync_space set version = version + 1 where space_id = $1 returning version', [
      space,
    ])
    return row && { version: Number(row.version) - 1, raisedTo: Number(row.version) }
  },

  /** (2) Device, receipts and rows, as they are once the lock is held. */
  async load(send: Send, { space }: Scope, tables: SyncedTables, want: Want): Promise<FoundRow[]> {
    return [...(await run(send, buildLoad(tables, want.reads, { ...want, space })))] as unknown as FoundRow[]
  },

  flush(send: Send, { space }: Scope, tables: SyncedTables, flush: Flush, raisedTo?: number): Promise<unknown> {
    return run(send, buildFlush(tables, space, flush, raisedTo))
  },

  beginPull: 'begin isolation level repeatable read read only',
}
export type PostgresSteps = typeof postgresSteps

export function createPostgresStore(sql: Sql, tables: SyncedTables, replaced: Partial<PostgresSteps> = {}): SyncStore {
  const steps = { ...postgresSteps, ...replaced }
  const pullSql = buildPullSql(tables)
  const bootSql = { dated: buildBootSql(tables, false), all: buildBootSql(tables, true) }
  const monthsSql = buildMonthsSql(tables)

  let epochMade: Promise<void> | undefined

  async function transact<T>(work: (send: Send, db: ReservedSql) => Promise<T>): Promise<T> {
    const db = await reserve(sql)
    const send = sender(db, sql.options.prepare)
    try {
      return await work(send, db)
    } catch (error) {
      await send('rollback').catch(() => {})
      throw error
    } finally {
      db.release()
    }
  }

  const store: SyncStore = {
    write: (scope, want, work) =>
      transact(async (send, db) => {
        let [, locked, found] = await together([
          send(`begin; ${steps.configure(scope)}`),
          steps.lock(send, scope),
          steps.load(send, scope, tables, want),
        ])
        if (!locked) {
          // The first write of this space: nothing was locked, so make the row and begin again behind its lock.
          await send('insert into sync_space (space_id) values ($1) on conflict do nothing', [scope.space])
          ;[locked, found] = await together([steps.lock(send, scope), steps.load(send, scope, tables, want)])
        }
        const more = async (needs: Parameters<typeof buildMore>[1]) =>
          toRows((await run(send, buildMore(tables, needs, scope.space))) as unknown as FoundRow[])
        const flush = await work(toLoaded(locked?.version ?? 0, found), { more, db })
        if (!flush) {
          await send('rollback')
          return
        }
        // (8) A failed flush turns the commit that follows it into a rollback.
        await together([steps.flush(send, scope, tables, flush, locked?.raisedTo), send('commit')])
      }),

    pull: (scope, deviceId, [version, entity, id], limit, aside) =>
      readSnapshot(scope, async (send) => {
        const [head, rows, settled] = await together([
          send(HEAD_SQL, [scope.space, deviceId]),
          send(pullSql, [scope.space, version, entity, id, limit]),
          aside.length > 0 ? send(SETTLED_SQL, [scope.space, aside]) : [],
        ])
        const told = settled.map(({ mid, how }) => ({ mid, how }) as Settled)
        return { ...toSnapshot(head[0]), rows: toWire(rows as unknown as PageRow[]), settled: told }
      }),

    boot: (scope, { from, to, undated, monthsBefore }) =>
      readSnapshot(scope, async (send) => {
        const text = undated ? bootSql.all : bootSql.dated
        const [head, rows, months] = await together([
          send(HEAD_SQL, [scope.space, NO_DEVICE]),
          send(text, [scope.space, from, to]),
          monthsBefore === null ? [] : send(monthsSql, [scope.space, monthsBefore]),
        ])
        const { epoch, version: at } = toSnapshot(head[0])
        return {
          epoch,
          version: at,
          rows: toWire(rows as unknown as PageRow[]),
          months: months.map((row) => String(row.month)),
        }
      }),

    // 22: data exceptions, 23: constraints. Serialisation, connections and resources are others.
    isDataError: (error) => /^2[23]/.test(String((error as { code?: unknown } | null)?.code ?? '')),
  }
  return store

  async function readSnapshot<T>(scope: Scope, read: (send: Send) => Promise<T>): Promise<T> {
    await ensureEpoch()
    return transact(async (send) => {
      const [, result] = await together([send(`${steps.beginPull}; ${steps.configure(scope)}`), read(send)])
      await send('commit')
      return result
    })
  }

  /** There is one epoch from the first read on. A failed attempt is tried again by the next call. */
  async function ensureEpoch(): Promise<void> {
    epochMade ??= transact(async (send) => {
      await together([
        send(`begin; ${steps.configure({ actor: NO_DEVICE, space: NO_DEVICE })}`),
        send('insert into sync_epoch (one, epoch) values (1, gen_random_uuid()) on conflict do nothing'),
        send('commit'),
      ])
    }).catch((error: unknown) => {
      epochMade = undefined
      throw error
    })
    return epochMade
  }
}

const NO_DEVICE = '00000000-0000-0000-0000-000000000000'

/** Hot statements are prepared, except behind PgBouncer before 1.21, where the whole pool does without. */
function sender(db: ReservedSql, prepare: boolean): Send {
  // `execute`, since a query of postgres.js is not sent before somebody waits for it: the order here is the order sent.
  return (text, values) => (values ? db.unsafe(text, values as never[], { prepare }) : db.unsafe(text)).execute()
}

function run(send: Send, { text, values }: Statement) {
  return send(text, values)
}

/** Sends without waiting, waits for all, and throws the first error: a later one is only its echo. */
async function together<T extends readonly unknown[]>(
  sent: readonly [...T],
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(sent)
  for (const result of settled) if (result.status === 'rejected') throw result.reason
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as { [K in keyof T]: Awaited<T[K]> }
}

function toLoaded(version: number, found: readonly FoundRow[]): Loaded {
  const device = found.find((row) => row.entity === '$device')?.data as Device | undefined
  const receipts = found.filter((row) => row.entity === '$receipt').map((row) => row.data as unknown as Receipt)
  return { version, device, receipts, rows: toRows(found.filter((row) => !row.entity.startsWith('$'))) }
}

function toRows(found: readonly FoundRow[]): LoadedRow[] {
  return found.map(({ entity, id, data, stamps, deleted }) => ({ entity, row: { id, data, stamps, deleted } }))
}

function toSnapshot(row: Record<string, unknown> | undefined): Snapshot {
  if (typeof row?.epoch !== 'string') throw new Error('sync_epoch is empty: the database was emptied while it served.')
  return { epoch: row.epoch, version: Number(row.version), gcFloor: Number(row.gcFloor), lastSeq: Number(row.lastSeq) }
}

function toWire(rows: readonly PageRow[]): WireRow[] {
  return rows.map(({ entity, id, v, deleted, data, stamps }) => ({
    entity,
    id,
    v: Number(v),
    stamps: stamps ?? { row: [0, '', 0] },
    ...(deleted && { deleted: true as const }),
    ...(data && { data }),
  }))
}
