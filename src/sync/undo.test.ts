/** Undo over books and notes, on real phones and their server in memory; random histories are in wiring/undo.test.ts. */
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { effectsOf } from './effects.ts'
import type { SyncedRow } from './merge.ts'
import type { Collection } from './mutation.ts'
import { defineCollection } from './mutation.ts'
import type { Stamp } from './protocol.ts'
import { journaled, planUndo } from './undo.ts'
import { createView } from './view.ts'

const books = defineCollection('book', z.object({ id: z.string(), title: z.string(), day: z.int() }), { indexes: [] })
const notes = defineCollection('note', z.object({ id: z.string(), bookId: z.string(), text: z.string() }), {
  indexes: ['bookId'],
  parent: { collection: 'book', by: 'bookId' },
})
const collections = new Map([books, notes].map((one) => [one.name, one as unknown as Collection]))

/** A log in which everything is told: deeds by the letter that names them. */
function newLog() {
  const view = createView(collections)
  const told: Parameters<typeof journaled>[0][number][] = []
  const rows = () => new Map(view.changes().map(({ entity, row }) => [`${entity}:${row.id}`, row]))
  type Tx = ReturnType<typeof view.begin>['tx']
  return {
    told,
    do(mid: string, ms: number, run: (tx: Tx) => void, undoes: string[] = []) {
      const reads = ['b', 'n'].flatMap((id) => [
        { from: books as never, id },
        { from: notes as never, id },
      ])
      for (let needs = view.needs(reads); needs.length > 0; needs = view.needs(reads)) view.lay(needs, [])
      const stamp: Stamp = [ms, 'phone', told.length + 1]
      const draft = view.begin(reads, stamp)
      run(draft.tx)
      draft.keep()
      told.push({ mid, name: mid, at: ms, stamp, actor: 'me', undoes, effects: effectsOf(view.taken()) })
    },
    plan(...mids: string[]) {
      const look = ({ of, id }: { of: string; id: string }): SyncedRow | undefined => rows().get(`${of}:${id}`)
      return planUndo(journaled(told), mids, collections, look, (going) =>
        [...rows().values()]
          .filter((row) => going.some(({ id }) => row.data.bookId === id))
          .map((row) => ({ of: 'note', row, field: 'bookId' })),
      )
    },
  }
}
const put = (tx: Parameters<Parameters<ReturnType<typeof newLog>['do']>[2]>[0], title = 'First') =>
  tx.put(books, { id: 'b', title, day: 1 })

describe('undo', () => {
  test('of an edit gives back what was there; an undo is redone the same way', () => {
    const log = newLog()
    log.do('open', 10, (tx) => put(tx))
    log.do('rename', 20, (tx) => tx.patch(books, 'b', { title: 'Second' }))
    expect(log.plan('rename')).toEqual({ rows: [{ of: 'book', id: 'b', fields: { title: 'First' } }] })
    log.do('undo', 30, (tx) => tx.patch(books, 'b', { title: 'First' }), ['rename'])
    expect(log.plan('undo')).toEqual({ rows: [{ of: 'book', id: 'b', fields: { title: 'Second' } }] })
  })

  test('of an edit gives back what came late and had lost to it', () => {
    const log = newLog()
    log.do('open', 10, (tx) => put(tx))
    log.do('rename', 30, (tx) => tx.patch(books, 'b', { title: 'Second' }))
    log.do('late', 20, (tx) => tx.patch(books, 'b', { title: 'From another phone' }))
    expect(log.plan('rename')).toEqual({ rows: [{ of: 'book', id: 'b', fields: { title: 'From another phone' } }] })
    // What lost changed nothing: without it all is as it is.
    expect(log.plan('late')).toEqual({ because: ['rename'] })
  })

  test('is refused by what was written over it, and by what was put into what it made', () => {
    const log = newLog()
    log.do('open', 10, (tx) => put(tx))
    log.do('rename', 20, (tx) => tx.patch(books, 'b', { title: 'Second' }))
    log.do('move', 30, (tx) => tx.patch(books, 'b', { day: 2 }))
    log.do('note', 40, (tx) => tx.put(notes, { id: 'n', bookId: 'b', text: 'Hello' }))
    log.do('again', 50, (tx) => tx.patch(books, 'b', { title: 'Third' }))
    expect(log.plan('rename')).toEqual({ because: ['again'] })
    expect(log.plan('move')).toEqual({ rows: [{ of: 'book', id: 'b', fields: { day: 1 } }] })
    expect(log.plan('open')).toEqual({ because: ['again', 'note', 'move', 'rename'] })
    // Together: the note is hidden with its book.
    expect(log.plan('open', 'again', 'note', 'move', 'rename')).toEqual({
      rows: [{ of: 'book', id: 'b', deleted: true }],
    })
  })

  test('of a deletion brings back the row; a row whose data is gone can’t come back', () => {
    const log = newLog()
    log.do('open', 10, (tx) => put(tx))
    log.do('close', 20, (tx) => tx.delete(books, 'b'))
    expect(log.plan('close')).toEqual({ rows: [{ of: 'book', id: 'b', deleted: false }] })
    expect(
      planUndo(
        journaled(log.told),
        ['close'],
        collections,
        () => undefined,
        () => [],
      ),
    ).toEqual({ gone: true })
  })
})
