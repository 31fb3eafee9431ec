import { describe, expect, test } from 'vitest'
import type { Told } from '../effects.ts'
import type { TimelineOutput } from '../protocol.ts'
import { type AskJournal, markArgs, readEntries, refreshJournal } from './journal.ts'
import { begin, book, note } from './story-phone.ts'
import { clock, deleteNote, openBook, SPACE, writeNote } from './story-world.ts'

const read = async (phone: Awaited<ReturnType<typeof begin>>['phone']) => readEntries(phone.store, SPACE, clock.now())

describe('the journal of a phone', () => {
  test('holds what it did, before and after the server has it, without asking anybody', async () => {
    const { phone } = await begin()
    await phone.mutate(openBook, book)
    await phone.mutate(writeNote, note('n', 'Hello'))
    await phone.mutate(deleteNote, { id: 'n' })
    const waiting = await read(phone)
    expect(waiting.map(({ name, isHere, effects }) => ({ name, isHere, effects }))).toEqual([
      { name: 'notes.delete', isHere: true, effects: [['note', 'n', { was: [[[0, '', 0], { deleted: false }]] }]] },
      { name: 'notes.write', isHere: true, effects: [['note', 'n']] },
      { name: 'books.open', isHere: true, effects: [['book', 'b']] },
    ])
    await phone.sync()
    expect((await phone.unsynced()).length).toBe(0)
    expect(await read(phone)).toEqual(waiting)
  })

  test('forgets what is older than thirty days', async () => {
    const { phone } = await begin()
    await phone.mutate(openBook, book)
    await phone.sync()
    expect(await readEntries(phone.store, SPACE, clock.now() + 29 * 86_400_000)).toHaveLength(1)
    expect(await readEntries(phone.store, SPACE, clock.now() + 31 * 86_400_000)).toEqual([])
  })

  test('takes the server’s word for its own deeds, page by page, and all anew after a restore', async () => {
    const { phone } = await begin()
    const { mid } = await phone.mutate(openBook, book)
    const told = (mid: string, seq: number, device = 'tablet'): Told => ({
      ...{ mid, name: 'books.open', at: clock.now(), stamp: [clock.now(), device, seq], actor: SPACE, undoes: [] },
      effects: [['book', 'from the server']],
    })
    const pages: TimelineOutput[] = [
      { epoch: 'first', entries: [told('x', 1), told('y', 2)], have: { tablet: 2 }, more: true },
      { epoch: 'first', entries: [told(mid, 1, 'phone')], have: { tablet: 2, phone: 1 }, more: false },
    ]
    const asked: object[] = []
    const ask: AskJournal = async (have) => {
      asked.push(have)
      const page = pages.shift()
      if (!page) throw new Error('No signal.')
      return page
    }
    await refreshJournal(phone.store, ask, clock.now())
    expect(asked).toEqual([{}, { tablet: 2 }])
    const known = await read(phone)
    expect(known.map(({ mid, isHere }) => [mid, isHere])).toEqual([
      [mid, true],
      ['y', false],
      ['x', false],
    ])
    expect(known[0]?.effects).toEqual([['book', 'from the server']])

    await expect(refreshJournal(phone.store, ask, clock.now())).rejects.toThrow('No signal.')
    expect(await read(phone)).toEqual(known)
    pages.push({ epoch: 'second', entries: [], have: { tablet: 2, phone: 1 }, more: false })
    pages.push({ epoch: 'second', entries: [told('z', 1)], have: { tablet: 1 }, more: false })
    await refreshJournal(phone.store, ask, clock.now())
    expect(asked.slice(-2)).toEqual([{ tablet: 2, phone: 1 }, {}])
    expect((await read(phone)).map(({ mid }) => mid).sort()).toEqual([mid, 'z'].sort())
  })

  test('cuts a large undo into mutations that can be sent, each of which says what all of them take back', () => {
    const rows = Array.from({ length: 1_200 }, (_, i) => ({ of: 'note', id: `n${i}`, deleted: true }))
    const long = rows.slice(0, 5).map((row) => ({ ...row, fields: { text: 'x'.repeat(60_000) } }))
    for (const some of [rows, long]) {
      const pieces = markArgs(some, ['a', 'b'])
      expect(pieces.length).toBeGreaterThan(2)
      expect(pieces.flatMap((piece) => piece.rows)).toEqual(some)
      for (const piece of pieces) {
        expect(piece.undoes).toEqual(['a', 'b'])
        expect(JSON.stringify(piece).length).toBeLessThan(256 * 1024)
      }
    }
    expect(markArgs([], ['a'])).toEqual([{ undoes: ['a'], rows: [] }])
  })
})
