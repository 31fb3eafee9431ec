import { describe, expect, it } from 'vitest'
import { begin, book, note } from './story-phone.ts'
import { books, deleteBook, deleteNote, notes, openBook, writeNote } from './story-world.ts'

describe('the open book in memory', () => {
  it('shows a write in the same task, keeps its order of truth, and the other rows keep their identity', async () => {
    const { phone } = await begin()
    await phone.mutate(openBook, book)
    await phone.mutate(writeNote, note('a', 'one'))
    const children = { notes }
    const release = phone.keepHot(books, 'b')
    await new Promise((resolve) => setTimeout(resolve))
    const before = phone.hot.snapshot(books, 'b', children)
    expect(before).toMatchObject({ ready: true, parent: book, notes: [{ text: 'one' }] })

    const saved = phone.mutate(writeNote, note('b', 'two'))
    const painted = phone.hot.snapshot(books, 'b', children)
    expect(painted.notes.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(painted.notes[0]).toBe(before.notes[0])
    expect(phone.rowState('b')).toBe('saving')
    await saved
    expect(phone.rowState('b')).toBe('phone')
    expect(phone.hot.snapshot(books, 'b', children).notes.map(({ text }) => text)).toEqual(['one', 'two'])

    const refused = phone.mutate(writeNote, note('b', 'never'))
    await expect(refused).rejects.toThrow()
    expect(phone.hot.snapshot(books, 'b', children).notes.map(({ text }) => text)).toEqual(['one', 'two'])
    await phone.mutate(deleteNote, { id: 'a' })
    expect(phone.hot.snapshot(books, 'b', children).notes.map(({ text }) => text)).toEqual(['two'])
    release()
  })

  it('shows a book that is created after its screen opened, before it is durable', async () => {
    const { phone } = await begin()
    const children = { notes }
    phone.keepHot(books, 'b')
    const saved = phone.mutate(openBook, book)
    expect(phone.hot.snapshot(books, 'b', children).parent).toEqual(book)
    await saved
    expect(phone.hot.snapshot(books, 'b', children).parent).toEqual(book)
  })

  it('hides the notes of a deleted book from lists', async () => {
    const { phone } = await begin()
    await phone.mutate(openBook, book)
    await phone.mutate(writeNote, note('a', 'one'))
    await phone.mutate(deleteBook, { id: 'b' })
    expect(await phone.read((rows) => rows.find(notes, 'text', 'one'))).toEqual([])
  })
})
