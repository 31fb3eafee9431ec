import { expect, test } from 'vitest'
import type { Collection } from '../mutation.ts'
import type { Rows } from './api.ts'
import { createDexieStore } from './dexie-store.ts'
import { packMonth } from './month.ts'
import { rowsOver } from './rows.ts'
import type { PhoneStore, StoredRow, StoreTx } from './store.ts'
import { books, notes, TODAY } from './story-world.ts'

const collections = new Map([books, notes].map((one) => [one.name, one as unknown as Collection]))
const DAY = TODAY - 400
const stored = (id: string, data: object, v = 1, deleted = false): StoredRow => ({
  ...{ id, v, deleted, stamps: { row: [v, 'd', v] } },
  data: { id, ...data },
})
const bookRow = (title: string, v?: number) => stored('b', { title, day: DAY }, v)
const noteRow = (text: string, v?: number) => stored('n', { bookId: 'b', text }, v)
const goneRow = (text: string, v?: number) => stored('g', { bookId: 'b', text }, v, true)

/** A phone whose old book, with its note and a deleted one, is in a month alone. */
async function begin(name: string): Promise<PhoneStore> {
  const store = createDexieStore(name, [books, notes])
  const entities = packMonth([
    { entity: 'book', row: bookRow('before') },
    { entity: 'note', row: noteRow('before') },
    { entity: 'note', row: goneRow('before') },
  ])
  const keys = ['book:b', 'note:n', 'note:g', `book.day=${DAY}`, 'note.bookId=b', 'note.text=before']
  const month = new Date(DAY * 86_400_000).toISOString().slice(0, 7)
  await store.write(['months'], (tx) => tx.put('months', [{ month, version: 1, entities, keys }]))
  return store
}

/** What a pull brings, in one transaction: a newer copy of each row. */
const lay = (store: PhoneStore) =>
  store.write(['row_book', 'row_note'], async (tx) => {
    await tx.put('row_book', [bookRow('after', 2)])
    await tx.put('row_note', [noteRow('after', 2), goneRow('after', 2)])
  })

/** Calls back before its `nth` read. */
function interrupted(tx: StoreTx, nth: number, act: () => Promise<void>): { tx: StoreTx; reads: () => number } {
  let reads = 0
  const read = async (method: keyof StoreTx, args: unknown[]) => {
    if (reads++ === nth) await act()
    return (tx[method] as (...args: unknown[]) => unknown)(...args)
  }
  const methods = Object.keys(tx) as (keyof StoreTx)[]
  const made = methods.map((method) => [method, (...args: unknown[]) => read(method, args)])
  return { tx: Object.fromEntries(made) as StoreTx, reads: () => reads }
}

const READS: [name: string, read: (rows: Rows) => Promise<{ id: string }[]>, id: string][] = [
  ['between', (rows) => rows.between(books, 'day', 0, TODAY), 'b'],
  ['between, the newest', (rows) => rows.between(books, 'day', 0, TODAY, { newestFirst: true, limit: 5 }), 'b'],
  ['between, by text', (rows) => rows.between(notes, 'text', 'a', 'c'), 'n'],
  ['all', (rows) => rows.all(notes), 'n'],
  ['deleted', (rows) => rows.deleted(notes), 'g'],
  ['find', (rows) => rows.find(notes, 'bookId', 'b'), 'n'],
  ['findAny', (rows) => rows.findAny(books, 'day', [DAY, TODAY]), 'b'],
  ['getMany', (rows) => rows.getMany(notes, ['n', 'nowhere']), 'n'],
]

test.each(READS)(
  'a loose read (%s) finds a row once, at whatever moment a pull lays it over its month',
  async (name, read, id) => {
    for (let nth = 0, reads = 1; nth < reads; nth++) {
      const store = await begin(`${name} ${nth}`)
      const found = await store.readLoosely(async (tx) => {
        const broken = interrupted(tx, nth, () => lay(store))
        const rows = await read(rowsOver(broken.tx, collections))
        reads = broken.reads()
        return rows
      })
      expect(
        found.map((row) => row.id),
        `before read ${nth}`,
      ).toEqual([id])
      if (nth === 0) expect(Object.values(found[0] ?? {})).toContain('after')
      store.close()
    }
  },
)

test('what another read of the same query brings into its months meanwhile is looked through, too', async () => {
  const store = await begin('together')
  const found = await store.readLoosely((tx) => {
    const broken = interrupted(tx, 0, async () => void (await rows.getMany(books, ['b'])))
    const rows: Rows = rowsOver(broken.tx, collections)
    return rows.findAny(notes, 'bookId', ['b'])
  })
  expect(found.map(({ id }) => id)).toEqual(['n'])
  await store.close()
})
