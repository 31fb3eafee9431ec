/** What the stories of the phone are about: books and notes, and a clock that moves only when looked at or told. */
import * as z from 'zod/mini'
import { appError } from '../../shared/errors.ts'
import { defineCollection, defineMutation } from '../mutation.ts'
import type { Clock } from './api.ts'

const bookRow = z.object({ id: z.string(), title: z.string(), day: z.int() })
export const books = defineCollection('book', bookRow, { indexes: ['day'], dated: 'day' })
const noteRow = z.object({ id: z.string(), bookId: z.string(), text: z.string() })
export const notes = defineCollection('note', noteRow, {
  indexes: ['bookId', 'text'],
  parent: { collection: 'book', by: 'bookId' },
})

export const openBook = defineMutation({
  name: 'books.open',
  v: 1,
  args: bookRow,
  reads: ({ id }) => [{ from: books, id }],
  run: (tx, book) => tx.put(books, book),
})
export const writeNote = defineMutation({
  name: 'notes.write',
  v: 2,
  args: z.object({ id: z.string(), bookId: z.string(), text: z.string() }),
  // Version 1 called the text `body`.
  upcasters: { 1: ({ body, ...rest }: { body: string }) => ({ ...rest, text: body }) },
  reads: ({ id, bookId }) => [
    { from: notes, id },
    { from: books, id: bookId },
  ],
  run(tx, note) {
    if (note.text === 'never') throw appError('bad_input', 'A note can never say never. Write something else.')
    tx.put(notes, note)
  },
})
export const deleteNote = defineMutation({
  name: 'notes.delete',
  v: 1,
  args: z.object({ id: z.string() }),
  reads: ({ id }) => [{ from: notes, id }],
  run: (tx, { id }) => tx.delete(notes, id),
})
export const moveBook = defineMutation({
  name: 'books.move',
  v: 1,
  args: z.object({ id: z.string(), day: z.int() }),
  reads: ({ id }) => [{ from: books, id }],
  run: (tx, { id, day }) => tx.patch(books, id, { day }),
})
export const deleteBook = defineMutation({
  name: 'books.delete',
  v: 1,
  args: z.object({ id: z.string() }),
  reads: ({ id }) => [{ from: books, id }],
  run: (tx, { id }) => tx.delete(books, id),
})

export const SPACE = '018f0000-0000-7000-8000-00000000a11c'
export const TODAY = 20_000
export const collections = [books, notes]
export const mutations = [openBook, moveBook, writeNote, deleteNote, deleteBook]

/** One clock for the story: it moves by a millisecond at every look, and by hand. */
export const clock = (() => {
  let now = 1_800_000_000_000
  return {
    now: () => ++now,
    pass(ms: number) {
      now += ms
    },
    setTimeout: () => () => {},
  }
})() satisfies Clock & { pass(ms: number): void }
