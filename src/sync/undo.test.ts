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
  const all = rows()
  type Tx = ReturnType<typeof view.begin>['tx']
  return {
    told,
    rows,
    do(mid: string, ms: number, run: (tx: Tx) => void, undoes: string[] = [], device = 'phone') {
      const reads = ['b', 'n'].flatMap((id) => [
        { from: books as never, id },
        { from: notes as never, id },
      ])
      for (let needs = view.needs(reads); needs.length > 0; needs = view.needs(reads)) view.lay(needs, [])
      const stamp: Stamp = [ms, device, told.length + 1]
      const draft = view.begin(reads, stamp)
      run(draft.tx)
      draft.keep()
      told.push({ mid, name: mid, at: ms, stamp, actor: 'me', undoes, effects: effectsOf(view.taken()) })
    },
    plan(...mids: string[]) {
      return this.planAmong({}, ...mids)
    },
    /** With what a phone knows: a journal that begins later, or rows as they were. */
    planAmong({ journal = told, known = rows() }: { journal?: typeof told; known?: typeof all }, ...mids: string[]) {
      const look = ({ of, id }: { of: string; id: string }): SyncedRow | undefined => known.get(`${of}:${id}`)
      return planUndo(journaled(journal), mids, collections, look, (going) =>
        [...known.values()]
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

describe('undo of an edit', () => {
  const DAY = 86_400_000

  test('leaves alone what was undone so long ago that the journal begins after it', () => {
    const log = newLog()
    log.do('open', 0, (tx) => put(tx))
    log.do('rename', DAY, (tx) => tx.patch(books, 'b', { title: 'Second' }))
    log.do('remove', DAY + 1, (tx) => tx.delete(books, 'b'))
    log.do('undo', 20 * DAY, (tx) => tx.patch(books, 'b', { title: 'First' }), ['rename'])
    log.do('undo it', 20 * DAY + 1, (tx) => tx.restore(books, 'b'), ['remove'])
    log.do('edit', 32 * DAY, (tx) => tx.patch(books, 'b', { day: 2 }))
    const journal = log.told.filter(({ at }) => at > 2 * DAY)
    expect(log.planAmong({ journal }, 'edit')).toEqual({ rows: [{ of: 'book', id: 'b', fields: { day: 1 } }] })
  })

  test('changes nothing that nobody asked about: what came late and lost stays lost', () => {
    const log = newLog()
    log.do('open', 0, (tx) => put(tx))
    log.do('rename', 1, (tx) => tx.patch(books, 'b', { title: 'Second' }))
    log.do('undo', 20, (tx) => tx.patch(books, 'b', { title: 'First' }), ['rename'])
    log.do('late', 10, (tx) => tx.patch(books, 'b', { title: 'Late' }), [], 'tablet')
    log.do('edit', 30, (tx) => tx.patch(books, 'b', { day: 2 }))
    expect(log.rows().get('book:b')?.data.title).toBe('First')
    expect(log.plan('edit')).toEqual({ rows: [{ of: 'book', id: 'b', fields: { day: 1 } }] })
  })

  test('waits for what the journal tells of and the phone does not have yet', () => {
    const log = newLog()
    log.do('open', 0, (tx) => put(tx))
    const known = log.rows()
    log.do('rename', 5, (tx) => tx.patch(books, 'b', { title: 'Second' }), [], 'tablet')
    expect(log.planAmong({ known }, 'rename')).toEqual({ behind: true })
    expect(log.planAmong({ known: new Map() }, 'open', 'rename')).toEqual({ behind: true })
    expect(log.plan('rename')).toEqual({ rows: [{ of: 'book', id: 'b', fields: { title: 'First' } }] })
  })

  test('of a row that was undone and came again is an edit like any other', () => {
    const log = newLog()
    log.do('file', 0, (tx) => put(tx))
    log.do('undo', 5, (tx) => tx.delete(books, 'b'), ['file'])
    log.do('file again', 6, (tx) => {
      tx.patch(books, 'b', { day: 1 })
      tx.restore(books, 'b')
    })
    log.do('edit', 7, (tx) => tx.patch(books, 'b', { title: 'Second' }))
    expect(log.plan('edit')).toEqual({ rows: [{ of: 'book', id: 'b', fields: { title: 'First' } }] })
  })
})
