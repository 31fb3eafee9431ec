import { describe, expect, it } from 'vitest'
import type { Phone } from './api.ts'
import { createDisk, createMemoryStore } from './memory-store.ts'
import {
  books,
  clock,
  createStoryRescue,
  createStoryServer,
  createStoryTransport,
  deleteBook,
  deleteNote,
  notes,
  openBook,
  SPACE,
  storyPhone,
  TODAY,
  writeNote,
} from './story-parts.ts'

const book = { id: 'b', title: 'Squats', day: TODAY }
const note = (id: string, text: string) => ({ id, bookId: 'b', text })

async function begin(parts: Partial<Parameters<typeof storyPhone>[0]> = {}) {
  const server = createStoryServer()
  const transport = createStoryTransport(server)
  const disk = createDisk()
  const phone = storyPhone({ transport, store: createMemoryStore(disk), ...parts })
  await phone.start()
  return { server, transport, disk, phone }
}

async function texts(phone: Phone): Promise<string[]> {
  return (await phone.read((rows) => rows.find(notes, 'bookId', 'b'))).map(({ text }) => text).sort()
}

describe('a note from the thumb to the server', () => {
  it('is durable here first, then queued, then on the server, and leaves the outbox with the pull', async () => {
    const { phone, server, transport } = await begin()
    await phone.mutate(openBook, book)
    await phone.mutate(writeNote, note('n', 'heavy'))
    expect(phone.rowState('n')).toBe('phone')
    expect(phone.status.get().pending).toBe(2)

    transport.next.push('lost')
    expect(await phone.sync()).toBe('waiting')
    expect(phone.rowState('n')).toBe('queued')

    expect(await phone.sync()).toBe('done')
    expect(phone.rowState('n')).toBe('server')
    expect(phone.status.get()).toMatchObject({ pending: 0, here: 'all' })
    expect(server.texts()).toEqual(['heavy'])
    expect(await phone.unsynced()).toEqual([])
  })

  it('takes effect once although the answer to the push was lost and the app was closed', async () => {
    const { phone, server, transport, disk } = await begin()
    await phone.mutate(writeNote, note('n', 'heavy'))
    transport.next.push('unanswered')
    await phone.sync()
    await phone.stop()

    const again = storyPhone({ transport, store: createMemoryStore(disk) })
    await again.start()
    expect(await texts(again)).toEqual(['heavy'])
    expect(await again.sync()).toBe('done')
    expect(server.effects()).toBe(1)
  })

  it('waits as queued while there is no signal, and sends nothing', async () => {
    const { phone, transport } = await begin({
      signals: { online: () => false, visible: () => true, subscribe: () => () => {} },
    })
    await phone.mutate(writeNote, note('n', 'heavy'))
    expect(await phone.sync()).toBe('waiting')
    expect(phone.rowState('n')).toBe('queued')
    expect(transport.calls).toEqual([])
  })

  it('refuses bad arguments with a sentence and keeps nothing', async () => {
    const { phone } = await begin()
    await expect(phone.mutate(writeNote, { id: 'n', bookId: 'b' } as never)).rejects.toMatchObject({
      code: 'bad_input',
    })
    await expect(phone.mutate(writeNote, note('n', 'never'))).rejects.toThrow('never say never')
    expect(await phone.unsynced()).toEqual([])
    expect(phone.rowState('n')).toBe('server')
  })
})

describe('pulling', () => {
  it('never trims on a page that is not the last', async () => {
    const { phone, server } = await begin()
    await phone.sync()
    await phone.mutate(writeNote, note('mine', 'mine'))
    for (let i = 1; i <= 5; i++) server.write(i, `theirs-${i}`, `theirs ${i}`)
    await phone.steps.push()
    expect(await phone.steps.pull(2)).toBe('more')
    expect((await phone.unsynced()).length).toBe(1)
    expect(await texts(phone)).toEqual(['mine'])
    expect(await phone.steps.pull(2)).toBe('more')
    expect(await phone.steps.pull(2)).toBe('applied')
    expect(await phone.unsynced()).toEqual([])
    expect((await texts(phone)).length).toBe(6)
  })

  it('starts a staged pull anew after a reload, and loses no row', async () => {
    const { phone, server, transport, disk } = await begin()
    await phone.sync()
    for (let i = 1; i <= 5; i++) server.write(i, `theirs-${i}`, `theirs ${i}`)
    await phone.steps.pull(2)
    await phone.stop()
    const again = storyPhone({ transport, store: createMemoryStore(disk) })
    await again.start()
    await again.sync()
    expect((await texts(again)).length).toBe(5)
  })

  it('keeps an own write on the screen while rows of others arrive under it', async () => {
    const { phone, server, transport } = await begin()
    await phone.mutate(writeNote, note('n', 'first'))
    await phone.sync()
    await phone.mutate(writeNote, note('n', 'second'))
    server.write(1, 'other', 'theirs')
    await phone.steps.pull()
    expect(await texts(phone)).toEqual(['second', 'theirs'])
    expect(phone.rowState('n')).toBe('phone')
    transport.next.push('lost')
    await phone.sync()
    expect(await texts(phone)).toEqual(['second', 'theirs'])
  })
})

describe('what the server refuses', () => {
  it('goes to attention with its words and never blocks what comes after it', async () => {
    const { phone, server } = await begin()
    await phone.mutate(writeNote, note('n', 'kept'))
    await phone.sync()
    server.refuse.add('poison')
    const poison = phone.mutate(writeNote, note('n', 'poison'))
    await poison
    await phone.mutate(writeNote, note('m', 'after'))
    expect(await texts(phone)).toEqual(['after', 'poison'])
    expect(await phone.sync()).toBe('done')
    expect(server.texts()).toEqual(['after', 'kept'])
    expect(await texts(phone)).toEqual(['after', 'kept'])
    expect(phone.rowState('n')).toBe('attention')
    expect(phone.status.get().attention).toBe(1)
    const [dead] = await phone.attention()
    expect(dead).toMatchObject({ message: 'This note was not taken.', args: note('n', 'poison'), rows: ['n'] })
    await phone.dismiss(dead?.mid ?? '')
    expect(phone.rowState('n')).toBe('server')
  })

  it('pauses when signed out, keeps everything and goes on when signed in again', async () => {
    const { phone, server, transport } = await begin()
    await phone.mutate(writeNote, note('n', 'heavy'))
    transport.next.push('unauthenticated')
    expect(await phone.sync()).toBe('paused')
    expect(phone.status.get().paused).toBe('signed-out')
    await phone.mutate(writeNote, note('m', 'light'))
    expect(await phone.sync()).toBe('paused')
    expect((await phone.unsynced()).length).toBe(2)
    phone.resume()
    expect(await phone.sync()).toBe('done')
    expect(server.texts()).toEqual(['heavy', 'light'])
  })
})

describe('a reset', () => {
  it('after a restore from backup sends again what was confirmed and then lost, once', async () => {
    const { phone, server } = await begin()
    await phone.mutate(writeNote, note('a', 'before'))
    await phone.sync()
    const backup = server.snapshot()
    await phone.mutate(writeNote, note('b', 'after'))
    await phone.sync()
    await phone.mutate(writeNote, note('c', 'queued'))
    server.restore(backup)
    expect(await phone.sync()).toBe('done')
    expect(server.texts()).toEqual(['after', 'before', 'queued'])
    expect(await texts(phone)).toEqual(['after', 'before', 'queued'])
    expect(await phone.unsynced()).toEqual([])
  })

  it('keeps the outbox and the screen at every moment in between', async () => {
    const { phone, server, transport, disk } = await begin()
    await phone.mutate(writeNote, note('a', 'one'))
    await phone.sync()
    await phone.mutate(writeNote, note('b', 'two'))
    await phone.steps.reset()
    expect((await phone.unsynced()).map(({ args }) => (args as { text: string }).text)).toEqual(['one', 'two'])
    expect(await texts(phone)).toEqual(['one', 'two'])
    expect(await phone.steps.boot()).toBe('more')
    expect(await texts(phone)).toEqual(['one', 'two'])
    await phone.stop()

    const again = storyPhone({ transport, store: createMemoryStore(disk) })
    await again.start()
    await again.mutate(writeNote, note('c', 'three'))
    expect(await again.sync()).toBe('done')
    expect(await texts(again)).toEqual(['one', 'three', 'two'])
    expect(server.texts()).toEqual(['one', 'three', 'two'])
    expect(server.effects()).toBe(3)
  })

  it('follows a fork: two phones from one backup both keep what they wrote', async () => {
    const { phone, server, transport, disk } = await begin()
    await phone.mutate(writeNote, note('a', 'shared'))
    await phone.sync()
    const copy = createDisk()
    copy.tables = structuredClone(disk.tables)
    const clone = storyPhone({ transport, store: createMemoryStore(copy) })
    await clone.start()
    await phone.mutate(writeNote, note('b', 'from the first'))
    await clone.mutate(writeNote, note('c', 'from the clone'))
    await phone.sync()
    await clone.sync()
    await phone.sync()
    expect(server.texts()).toEqual(['from the clone', 'from the first', 'shared'])
    expect(await texts(clone)).toEqual(server.texts())
    expect(await texts(phone)).toEqual(server.texts())
  })

  it('never trims an own entry because a clone pushed under the same seq', async () => {
    const { phone, server, transport, disk } = await begin()
    await phone.sync()
    const copy = createDisk()
    copy.tables = structuredClone(disk.tables)
    const clone = storyPhone({ transport, store: createMemoryStore(copy) })
    await clone.start()
    await phone.mutate(writeNote, note('b', 'from the first'))
    await phone.sync()
    await clone.mutate(writeNote, note('c', 'from the clone'))
    await clone.steps.pull()
    expect((await clone.unsynced()).length).toBe(1)
    await clone.sync()
    expect(server.texts()).toEqual(['from the clone', 'from the first'])
  })
})

describe('the bootstrap', () => {
  it('brings today first and older months last, and reads them like any row', async () => {
    const { phone: other, server } = await begin()
    await other.mutate(openBook, book)
    await other.mutate(openBook, { id: 'old', title: 'Long ago', day: TODAY - 400 })
    await other.mutate(writeNote, { id: 'o', bookId: 'old', text: 'a record' })
    await other.sync()

    const transport = createStoryTransport(server)
    const phone = storyPhone({ transport })
    await phone.start()
    expect(phone.status.get().here).toBe('nothing')
    await phone.steps.boot()
    expect(phone.status.get().here).toBe('now')
    expect((await phone.read((rows) => rows.all(books))).map(({ id }) => id)).toEqual(['b'])
    await phone.sync()
    expect(transport.calls.map((call) => call.split('-')[0])).toEqual(['boot now', 'boot recent', 'pull', 'boot 2023'])
    const days = await phone.read((rows) => rows.between(books, 'day', 0, TODAY, { newestFirst: true }))
    expect(days.map(({ id }) => id)).toEqual(['b', 'old'])
    expect(await phone.read((rows) => rows.find(notes, 'text', 'a record'))).toHaveLength(1)
  })

  it('lets an old month be edited: the edit shadows the month and reaches the server', async () => {
    const { phone: other, server } = await begin()
    await other.mutate(openBook, { id: 'old', title: 'Long ago', day: TODAY - 400 })
    await other.mutate(writeNote, { id: 'o', bookId: 'old', text: 'a recrod' })
    await other.sync()
    const phone = storyPhone({ transport: createStoryTransport(server) })
    await phone.start()
    await phone.sync()
    await phone.mutate(writeNote, { id: 'o', bookId: 'old', text: 'a record' })
    const found = await phone.read((rows) => rows.find(notes, 'bookId', 'old'))
    expect(found.map(({ text }) => text)).toEqual(['a record'])
    expect(await phone.read((rows) => rows.find(notes, 'text', 'a recrod'))).toEqual([])
    await phone.sync()
    expect(server.texts()).toEqual(['a record'])
  })

  it('goes on while a set is logged: rows arrive under unsynced work', async () => {
    const { phone: other, server } = await begin()
    await other.mutate(writeNote, note('n', 'from before'))
    await other.sync()
    const phone = storyPhone({ transport: createStoryTransport(server) })
    await phone.start()
    await phone.mutate(writeNote, note('n', 'logged at once'))
    await phone.steps.boot()
    expect(await texts(phone)).toEqual(['logged at once'])
    await phone.sync()
    expect(server.texts()).toEqual(['logged at once'])
  })

  it('of an emptied store takes a new device and finds the data again', async () => {
    const { phone, server, transport } = await begin()
    await phone.mutate(writeNote, note('n', 'safe'))
    await phone.sync()
    await phone.stop()
    const again = storyPhone({ transport })
    await again.start()
    // The day is unknown to a note without its book, so the pull brings it: the cursor begins before it.
    await again.mutate(writeNote, note('m', 'new'))
    await again.sync()
    expect(server.texts()).toEqual(['new', 'safe'])
    expect(server.effects()).toBe(2)
  })
})

describe('an old build', () => {
  it('left entries that are replayed in today’s form and pushed in their own', async () => {
    const { phone, server } = await begin()
    const mid = '018f0000-0000-7000-8000-00000000beef'
    await phone.adopt([
      { mid, name: 'notes.write', v: 1, args: { id: 'n', bookId: 'b', body: 'old words' }, at: clock.now() },
    ])
    expect(await texts(phone)).toEqual(['old words'])
    await phone.sync()
    expect(server.texts()).toEqual(['old words'])
  })
})

describe('two tabs', () => {
  it('write and sync on one store without losing or doubling', async () => {
    const { phone, server, transport, disk } = await begin()
    const other = storyPhone({ transport, store: createMemoryStore(disk) })
    await other.start()
    await Promise.all([phone.mutate(writeNote, note('a', 'left')), other.mutate(writeNote, note('b', 'right'))])
    expect(await texts(other)).toEqual(['left', 'right'])
    await Promise.all([phone.sync(), other.sync()])
    await phone.sync()
    await other.sync()
    expect(server.effects()).toBe(2)
    expect(await phone.unsynced()).toEqual([])
    expect(other.rowState('a')).toBe('server')
    expect(other.rowState('b')).toBe('server')
  })
})

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

describe('a store that refuses', () => {
  it('keeps the write painted and rescued as not saved, and saves it when it can', async () => {
    let isBroken = false
    const rescue = createStoryRescue()
    const disk = createDisk()
    const server = createStoryServer()
    const store = createMemoryStore(disk, (point) => {
      if (isBroken && point === 'begin')
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
    })
    const phone = storyPhone({ transport: createStoryTransport(server), store, rescue })
    await phone.start()
    phone.keepHot(books, 'b')
    await phone.mutate(openBook, book)
    isBroken = true
    await expect(phone.mutate(writeNote, note('n', 'heavy'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(phone.rowState('n')).toBe('unsaved')
    expect(phone.status.get().unsaved).toBe(1)
    expect(phone.hot.snapshot(books, 'b', { notes }).notes).toHaveLength(1)
    expect(rescue.held.map(({ name }) => name)).toEqual(['notes.write'])
    expect(await texts(phone)).toEqual([])

    isBroken = false
    await phone.sync()
    expect(phone.status.get().unsaved).toBe(0)
    expect(rescue.held).toEqual([])
    expect(server.texts()).toEqual(['heavy'])
  })

  it('is outlived by the rescue copy: the next start saves it, once', async () => {
    const rescue = createStoryRescue()
    const { server, transport } = await begin()
    const broken = createMemoryStore(createDisk(), (point) => {
      if (point === 'commit') throw new DOMException('gone', 'InvalidStateError')
    })
    const phone = storyPhone({ transport, store: broken, rescue })
    await expect(phone.mutate(writeNote, note('n', 'heavy'))).rejects.toThrow('not saved')
    const again = storyPhone({ transport, rescue })
    await again.start()
    expect(await texts(again)).toEqual(['heavy'])
    await again.sync()
    expect(server.effects()).toBe(1)
    expect(rescue.held).toEqual([])
  })

  it('does not double a write whose transaction is on disk although the connection died after it', async () => {
    let fails = 0
    const disk = createDisk()
    const store = createMemoryStore(disk, (point) => {
      if (point === 'committed' && fails-- > 0) throw new DOMException('gone', 'UnknownError')
    })
    const { server, transport } = await begin()
    const phone = storyPhone({ transport, store })
    await phone.start()
    fails = 1
    await expect(phone.mutate(writeNote, note('n', 'heavy'))).rejects.toThrow('not saved')
    await phone.sync()
    expect(server.effects()).toBe(1)
    expect(phone.status.get().unsaved).toBe(0)
  })
})

it('a guest logs and nothing leaves the phone', async () => {
  const { phone, transport } = await begin({ guest: true, space: SPACE })
  await phone.mutate(writeNote, note('n', 'heavy'))
  expect(await phone.sync()).toBe('paused')
  expect(transport.calls).toEqual([])
  expect((await phone.unsynced()).length).toBe(1)
})
