/**
 * A handle of its own on a log's store: for counting, for trying whether it can be read and written, and for getting the
 * log out when the app's own handle is broken. It never syncs. A browser whose database process is down may answer
 * nothing for ever, so every question has its time.
 */
import type { AnyCollection, LoggedMutation, Rows } from './api.ts'
import { createDexieStore } from './dexie-store.ts'
import { rowsOver } from './rows.ts'
import { type Meta, type OutboxEntry, rowTable, type TableName } from './store.ts'
import type { LogReader } from './whole-log.ts'

const PATIENCE_MS = 10_000

export class TooLate extends Error {}

export function inTime<T>(work: Promise<T>, ms = PATIENCE_MS): Promise<T> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new TooLate('No answer in time.')), ms))
  return Promise.race([work, late])
}

export type StoreCounts = {
  /** Rows that are there, by collection: of the last 12 months and of what has no day. */
  rows: ReadonlyMap<string, number>
  /** Older months, each one document. */
  months: number
}

export type SecondHandle = {
  /** What `gatherLog` asks of a phone. */
  reader: LogReader
  /** What the server has not confirmed, oldest first, with the keys (`entity:id`) of what each changed. */
  outbox(): Promise<OutboxEntry[]>
  /** What it refused or set aside. */
  dead(): Promise<(LoggedMutation & { code: string })[]>
  counts(): Promise<StoreCounts>
  /** Reads each table and writes one record, which is gone again with the same transaction. Rejects with what is wrong. */
  tryRead(): Promise<void>
  tryWrite(): Promise<void>
  close(): Promise<void>
}

export function openSecondHandle(database: string, all: readonly AnyCollection[]): SecondHandle {
  const store = createDexieStore(database, all)
  const byName = new Map(all.map((collection) => [collection.name, collection as never]))
  const tables: TableName[] = all.map(({ name }) => rowTable(name))
  return {
    reader: {
      read: <T>(query: (rows: Rows) => Promise<T>) =>
        inTime(
          store.read([...tables, 'months'], (tx) => query(rowsOver(tx, byName))),
          6 * PATIENCE_MS,
        ),
      steps: { meta: () => inTime(store.read(['meta'], (tx) => tx.get('meta', 'meta') as Promise<Meta | undefined>)) },
    },
    outbox: () => inTime(store.read(['outbox'], (tx) => tx.all('outbox'))),
    dead: () => inTime(store.read(['dead'], (tx) => tx.all('dead'))),
    counts: () =>
      inTime(
        store.read([...tables, 'months'], async (tx) => {
          const rows = new Map<string, number>()
          for (const { name } of all) {
            const held = await tx.all(rowTable(name))
            rows.set(name, held.filter(({ deleted }) => !deleted).length)
          }
          return { rows, months: await tx.count('months') }
        }),
      ),
    async tryRead() {
      await inTime(
        store.read([...tables, 'outbox', 'meta', 'months'], async (tx) => {
          for (const table of [...tables, 'outbox', 'meta', 'months'] as const)
            await tx.range(table, null, { limit: 1 })
        }),
      )
    },
    async tryWrite() {
      const key = 'trial'
      const row = { entity: key, id: key, v: 0, stamps: { row: [0, '', 0], fields: {} }, deleted: true } as never
      await inTime(
        store.write(
          ['staging'],
          async (tx) => {
            await tx.put('staging', [{ key, row }])
            if (!(await tx.get('staging', key))) throw new Error('What was written is not there.')
            await tx.remove('staging', [key])
          },
          { silent: true },
        ),
      )
    },
    close: () => store.close(),
  }
}
