/**
 * Which rows changed since somebody last looked, by the parent they belong to: what is worked out of years of rows and
 * kept (`derived`) is worked out anew for those alone. Noted in the very transaction that changes them.
 */
import type { Collection } from '../mutation.ts'
import type { AnyCollection } from './api.ts'
import { keyOf, type PhoneStore, type StoredRow, type StoreTx, type TableName } from './store.ts'

/** Rows of another history took the place of all. */
export const EVERYTHING = '*'

export function notingTouched(store: PhoneStore, collections: readonly AnyCollection[]): PhoneStore {
  const byTable = new Map<string, Collection>(collections.map((one) => [`row_${one.name}`, one as Collection]))

  async function note(tx: StoreTx, table: TableName, records: readonly unknown[]): Promise<void> {
    const collection = byTable.get(table)
    if (!collection && table !== 'months') return
    const { parent, name } = collection ?? { name: table, parent: undefined }
    const keys = (records as (StoredRow & { month?: string })[]).map(({ id, month, data }) =>
      parent ? keyOf(parent.collection, String(data[parent.by])) : keyOf(name, month ?? id),
    )
    // A mark of its own each time: what is touched again while it is looked at stays noted.
    await tx.put(
      'touched',
      [...new Set(keys)].map((key) => ({ key, mark: Math.random() })),
    )
  }

  const noting = (tx: StoreTx): StoreTx => ({
    ...tx,
    put: async (table, records) => {
      await Promise.all([tx.put(table, records), note(tx, table, records)])
    },
    async remove(table, keys) {
      if (byTable.has(table)) await note(tx, table, (await tx.getMany(table, keys)).filter(Boolean))
      await tx.remove(table, keys)
    },
    async clear(table) {
      if (byTable.has(table)) await tx.put('touched', [{ key: EVERYTHING, mark: Math.random() }])
      await tx.clear(table)
    },
  })

  return {
    ...store,
    write: (tables, run, how) => store.write([...tables, 'touched'], (tx) => run(noting(tx)), how),
  }
}
