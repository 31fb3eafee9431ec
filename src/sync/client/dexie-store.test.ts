import { Dexie } from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import type { Phone } from './api.ts'
import { createDexieStore } from './dexie-store.ts'
import type { PhoneStore } from './store.ts'
import { createStoryRescue, createStoryTransport, storyPhone } from './story-phone.ts'
import { createStoryServer } from './story-server.ts'
import { books, deleteNote, notes, openBook, TODAY, writeNote } from './story-world.ts'

const book = { id: 'b', title: 'Squats', day: TODAY }
const note = (id: string, text: string) => ({ id, bookId: 'b', text })
const realTransaction = IDBDatabase.prototype.transaction
const realPut = IDBObjectStore.prototype.put
/** Which handles the browser has lost; Dexie keeps the function it found at open, so this stands before any opens. */
let isLost: (handle: IDBDatabase) => boolean = () => false
IDBDatabase.prototype.transaction = function (...args: Parameters<typeof realTransaction>) {
  if (!isLost(this)) return realTransaction.apply(this, args)
  throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError')
}

let stories = 0
afterEach(() => {
  isLost = () => false
  IDBObjectStore.prototype.put = realPut
})

function begin() {
  const name = `train-story-${++stories}`
  const server = createStoryServer()
  const transport = createStoryTransport(server)
  const store = createDexieStore(name, [books, notes])
  return { name, server, transport, store, phone: storyPhone({ transport, store }) }
}

const textsOf = (phone: Phone) =>
  phone.read(async (rows) => (await rows.find(notes, 'bookId', 'b')).map(({ text }) => text).sort())

/** As iOS does it in the background: the handle that is used next fails from now on, for good. */
function loseConnection(): { attempts: number } {
  const count = { attempts: 0 }
  let lost: IDBDatabase | undefined
  isLost = (handle) => {
    lost ??= handle
    if (lost === handle) count.attempts++
    return lost === handle
  }
  return count
}

describe('the store on IndexedDB', () => {
  it('keeps rows, outbox and device over a reload, and syncs them', async () => {
    const { name, phone, server, transport } = begin()
    await phone.start()
    await phone.mutate(openBook, book)
    await phone.mutate(writeNote, note('n', 'heavy'))
    await phone.stop()
    const again = storyPhone({ transport, store: createDexieStore(name, [books, notes]) })
    await again.start()
    expect(await textsOf(again)).toEqual(['heavy'])
    expect(again.rowState('n')).toBe('phone')
    expect(await again.sync()).toBe('done')
    expect(server.texts()).toEqual(['heavy'])
    expect(again.rowState('n')).toBe('server')
    await again.stop()
  })

  it('opens a new handle when the connection is lost, and the write is saved once', async () => {
    const { phone, server } = begin()
    await phone.start()
    await phone.mutate(openBook, book)
    const lost = loseConnection()
    await phone.mutate(writeNote, note('n', 'heavy'))
    expect(lost.attempts).toBeGreaterThan(0)
    expect(await textsOf(phone)).toEqual(['heavy'])
    await phone.sync()
    expect(server.texts()).toEqual(['heavy'])
    expect(server.effects()).toBe(2)
    await phone.stop()
  })

  it('says not saved when a new handle does not help either', async () => {
    const { phone, transport, store } = begin()
    const rescue = createStoryRescue()
    const other = storyPhone({ transport, store, rescue })
    await other.start()
    isLost = () => true
    await expect(other.mutate(writeNote, note('n', 'heavy'))).rejects.toThrow('not saved')
    expect(rescue.held).toHaveLength(1)
    isLost = () => false
    await other.sync()
    expect(await textsOf(other)).toEqual(['heavy'])
    expect(rescue.held).toEqual([])
    await phone.stop()
  })

  it('finds the rows of many parents in any table and month, as it finds the rows of each', async () => {
    const { name, phone, transport } = begin()
    await phone.start()
    const ids = Array.from({ length: 80 }, (_, i) => `b${String(i).padStart(2, '0')}`)
    for (const [i, id] of ids.entries()) {
      await phone.mutate(openBook, { id, title: id, day: TODAY - i * 10 })
      await phone.mutate(writeNote, { id: `n${id}`, bookId: id, text: 'heavy' })
    }
    await phone.sync()
    await phone.stop()
    await Dexie.delete(name)
    const again = storyPhone({ transport, store: createDexieStore(name, [books, notes]) })
    await again.start()
    await again.sync()
    // One more in an old month, one gone from another: what the phone wrote stands before the month.
    await again.mutate(writeNote, { id: 'late', bookId: 'b70', text: 'late' })
    await again.mutate(deleteNote, { id: 'nb75' })

    const many = await again.read((rows) => rows.findAny(notes, 'bookId', ids))
    const each = await again.read(async (rows) => Promise.all(ids.map((id) => rows.find(notes, 'bookId', id))))
    const sorted = (found: readonly { id: string }[]) => found.map(({ id }) => id).sort()
    expect(sorted(many)).toEqual(sorted(each.flat()))
    expect(sorted(many)).toEqual([...ids.filter((id) => id !== 'b75').map((id) => `n${id}`), 'late'].sort())
    const months = await again.read(async (rows) => {
      await rows.between(books, 'day', 0, TODAY)
      return rows.findAny(notes, 'bookId', ids)
    })
    expect(sorted(months)).toEqual(sorted(many))
    await again.stop()
  })

  it('still reads the months that an earlier build stored row by row', async () => {
    const name = `earlier-${crypto.randomUUID()}`
    const earlier = new Dexie(name)
    earlier.version(1).stores({ months: 'month, *keys', row_book: 'id, data.day', row_note: 'id, data.bookId' })
    const row = (id: string, data: object) => ({
      id,
      v: 3,
      stamps: { row: [1, 'd', 1] },
      deleted: false,
      data: { id, ...data },
    })
    const rows = [
      { entity: 'book', row: row('b', { title: 'Long ago', day: 10 }) },
      { entity: 'note', row: row('n', { bookId: 'b', text: 'heavy' }) },
    ]
    const keys = ['book:b', 'note:n', 'book.day=10', 'note.bookId=b']
    await earlier.table('months').put({ month: '1970-01', version: 3, rows, keys })
    earlier.close()

    const phone = storyPhone({ transport: begin().transport, store: createDexieStore(name, [books, notes]) })
    const found = await phone.read(async (rows) => ({
      books: await rows.between(books, 'day', 0, 20),
      notes: await rows.find(notes, 'bookId', 'b'),
    }))
    expect(found.books).toEqual([{ id: 'b', title: 'Long ago', day: 10 }])
    expect(found.notes).toEqual([{ id: 'n', bookId: 'b', text: 'heavy' }])
    await phone.stop()
  })

  it('opens what an earlier build stored, and has room for a collection that build did not know', async () => {
    const name = `fewer-${crypto.randomUUID()}`
    const earlier = new Dexie(name)
    earlier.version(2).stores({ months: 'month, *keys', row_book: 'id, data.day' })
    const month = { month: '1970-01', version: 3, keys: ['book:b', 'book.day=10'] }
    const columns = { id: ['b'], v: [3], deleted: [false], stamps: [{ row: [1, 'd', 1] }] }
    const entities = { book: { ...columns, data: { id: ['b'], title: ['Long ago'], day: [10] } } }
    await earlier.table('months').put({ ...month, entities })
    earlier.close()

    const phone = storyPhone({ transport: begin().transport, store: createDexieStore(name, [books, notes]) })
    await phone.start()
    await phone.mutate(writeNote, { id: 'n', bookId: 'b', text: 'new' })
    expect(await phone.read((rows) => rows.find(notes, 'bookId', 'b'))).toEqual([{ id: 'n', bookId: 'b', text: 'new' }])
    expect(await phone.read((rows) => rows.between(books, 'day', 0, 20))).toMatchObject([{ title: 'Long ago' }])
    await phone.stop()
  })

  it('is closed only when what was being read is: until then its database can’t be deleted', async () => {
    const { name, phone } = begin()
    await phone.start()
    await phone.stop()
    const store = createDexieStore(name, [books, notes])
    let isRead = false
    const reading = store.read(['outbox', 'dead'], async (tx) => {
      await tx.all('outbox')
      await tx.all('dead')
    })
    void reading.finally(() => {
      isRead = true
    })
    await store.read(['meta'], (tx) => tx.all('meta'))
    await store.close()
    expect(isRead).toBe(true)
  })

  it('drops older months when there is no room, and never the outbox', async () => {
    const { name, phone, server, transport } = begin()
    await phone.start()
    await phone.mutate(openBook, { id: 'old', title: 'Long ago', day: TODAY - 400 })
    await phone.mutate(writeNote, { id: 'o', bookId: 'old', text: 'a record' })
    await phone.sync()
    await phone.stop()
    await Dexie.delete(name)
    const store: PhoneStore = createDexieStore(name, [books, notes])
    const full = storyPhone({ transport, store })
    await full.start()
    await full.sync()
    expect(await store.read(['months'], (tx) => tx.count('months'))).toBe(1)

    let room = 0
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof realPut>) {
      if (this.name === 'outbox' && room-- <= 0) throw new DOMException('full', 'QuotaExceededError')
      return realPut.apply(this, args)
    }
    const remove = IDBObjectStore.prototype.delete
    IDBObjectStore.prototype.delete = function (...args: Parameters<typeof remove>) {
      if (this.name === 'months') room = 1
      return remove.apply(this, args)
    }
    await full.mutate(writeNote, note('n', 'saved'))
    IDBObjectStore.prototype.delete = remove
    expect(await store.read(['months'], (tx) => tx.count('months'))).toBe(0)
    expect(await textsOf(full)).toEqual(['saved'])
    await full.sync()
    expect(server.texts()).toEqual(['a record', 'saved'])
    await full.stop()
  })

  it('finds the data again when the browser has emptied it', async () => {
    const { name, phone, server, transport } = begin()
    await phone.start()
    await phone.mutate(openBook, book)
    await phone.mutate(writeNote, note('n', 'heavy'))
    await phone.sync()
    await phone.stop()
    await Dexie.delete(name)
    const again = storyPhone({ transport, store: createDexieStore(name, [books, notes]) })
    await again.start()
    await again.mutate(writeNote, note('m', 'light'))
    await again.sync()
    expect(await textsOf(again)).toEqual(['heavy', 'light'])
    expect(server.texts()).toEqual(['heavy', 'light'])
    await again.stop()
  })

  it('tells live queries of what this and other tabs write, and the memory of the open book too', async () => {
    const { name, phone, transport } = begin()
    await phone.start()
    const other = storyPhone({ transport, store: createDexieStore(name, [books, notes]) })
    await other.start()
    const seen: string[][] = []
    const waiters: (() => void)[] = []
    const until = async (isTrue: () => boolean) => {
      while (!isTrue()) await new Promise<void>((resolve) => waiters.push(resolve))
    }
    const wake = () => {
      for (const resolve of waiters.splice(0)) resolve()
    }
    const stop = phone.live(
      (rows) => rows.find(notes, 'bookId', 'b'),
      (found) => {
        seen.push(found.map(({ text }) => text))
        wake()
      },
    )
    phone.hot.subscribe(wake)
    const release = phone.keepHot(books, 'b')
    const children = { notes }
    await until(() => seen.length > 0 && phone.hot.snapshot(books, 'b', children).ready)
    await phone.mutate(writeNote, note('a', 'mine'))
    await until(() => seen.at(-1)?.length === 1)
    await other.mutate(writeNote, note('b', 'theirs'))
    await until(() => seen.at(-1)?.length === 2)
    await until(() => phone.hot.snapshot(books, 'b', children).notes.length === 2)
    expect(seen.at(-1)).toEqual(['mine', 'theirs'])
    release()
    stop()
    await phone.stop()
    await other.stop()
  })

  it('reads ranges of an index in both directions, past deleted rows, up to a limit', async () => {
    const { phone } = begin()
    await phone.start()
    for (let i = 0; i < 20; i++) await phone.mutate(openBook, { id: `b${i}`, title: '', day: TODAY - i })
    const days = await phone.read((rows) =>
      rows.between(books, 'day', TODAY - 10, TODAY, { newestFirst: true, limit: 3 }),
    )
    expect(days.map(({ id }) => id)).toEqual(['b0', 'b1', 'b2'])
    const ascending = await phone.read((rows) => rows.between(books, 'day', TODAY - 2, TODAY + 5))
    expect(ascending.map(({ id }) => id)).toEqual(['b2', 'b1', 'b0'])
    await phone.stop()
  })
})
