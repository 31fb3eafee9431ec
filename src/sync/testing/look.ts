/** A phone's disk as a check sees it. */
import { rowsIn } from '../client/month.ts'
import type { DeadEntry, Meta, MonthRecord, OutboxEntry, SentEntry, StoredRow } from '../client/store.ts'
import type { TestPhone } from './phones.ts'
import { testCollections } from './world.ts'

const names = testCollections.map(({ name }) => name)

/** What a phone shows, and what it holds. */
export function look({ disk }: TestPhone) {
  const table = <T>(name: string) => [...(disk.tables.get(name)?.values() ?? [])] as T[]
  const rows = new Map<string, StoredRow>()
  for (const month of table<MonthRecord>('months')) {
    for (const name of names) for (const row of rowsIn(month, name)) rows.set(`${name}/${row.id}`, row)
  }
  for (const name of names) for (const row of table<StoredRow>(`row_${name}`)) rows.set(`${name}/${row.id}`, row)
  const meta = disk.tables.get('meta')?.get('meta') as Meta
  const base = disk.tables.get('base') as Map<string, { row: StoredRow | null }> | undefined
  return {
    meta,
    rows,
    base: (key: string) => base?.get(key.replace('/', ':')),
    outbox: table<OutboxEntry>('outbox'),
    sent: table<SentEntry>('sent'),
    dead: table<DeadEntry>('dead'),
  }
}
export type Look = ReturnType<typeof look>
