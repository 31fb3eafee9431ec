import { describe, expect, it } from 'vitest'
import { createDisk, createMemoryStore } from './memory-store.ts'
import { begin, book, createStoryTransport, note, storyPhone, texts } from './story-phone.ts'
import { books, clock, moveBook, notes, openBook, TODAY, writeNote } from './story-world.ts'

const DAY_MS = 86_400_000

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

  it('forgets what was sent by the server’s clock: one of the phone that jumps takes nothing', async () => {
    let jumpMs = 0
    const { phone, server } = await begin({ clock: { ...clock, now: () => clock.now() + jumpMs } })
    const backup = server.snapshot()
    await phone.mutate(writeNote, note('a', 'before'))
    await phone.sync()
    jumpMs = 40 * DAY_MS
    await phone.mutate(writeNote, note('b', 'in another year'))
    await phone.sync()
    jumpMs = 0
    server.restore(backup)
    await phone.sync()
    expect(server.texts()).toEqual(['before', 'in another year'])
  })

  it('sends nothing again that is older than 35 days', async () => {
    const { phone } = await begin()
    await phone.mutate(writeNote, note('a', 'long ago'))
    await phone.sync()
    clock.pass(36 * DAY_MS)
    await phone.mutate(writeNote, note('b', 'now'))
    await phone.steps.reset()
    expect((await phone.unsynced()).map(({ args }) => (args as { text: string }).text)).toEqual(['now'])
    expect(await texts(phone)).toEqual(['long ago', 'now'])
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

  it('does not take a clone’s seq for its own on a server that was restored before the bootstrap', async () => {
    const { phone, server, transport, disk } = await begin()
    const backup = server.snapshot()
    const copy = createDisk()
    copy.tables = structuredClone(disk.tables)
    const clone = storyPhone({ transport, store: createMemoryStore(copy) })
    await clone.start()
    await phone.mutate(writeNote, note('a', 'from the first'))
    await phone.steps.push()
    server.restore(backup)
    await clone.mutate(writeNote, note('b', 'from the clone'))
    await clone.steps.push()
    await phone.sync()
    await clone.sync()
    expect(server.texts()).toEqual(['from the clone', 'from the first'])
  })

  it('lets an edit after it win over one before it, within one millisecond of the clock', async () => {
    for (let round = 0; round < 8; round++) {
      const { phone } = await begin({ clock: { now: () => 1_800_000_000_000, setTimeout: () => () => {} } })
      await phone.mutate(writeNote, note('a', 'before'))
      await phone.steps.reset()
      await phone.mutate(writeNote, note('a', 'after'))
      expect(await texts(phone)).toEqual(['after'])
    }
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
    expect(await clone.steps.push()).toBe('empty')
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
    expect(transport.calls.map((call) => call.split('-')[0])).toEqual([
      'boot now',
      'boot recent',
      'pull',
      'boot 2023',
      'pull',
    ])
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

  it('keeps what was sent before it on the screen, although that lies in a month still to come', async () => {
    const { phone, server } = await begin()
    await phone.mutate(openBook, { id: 'old', title: 'Long ago', day: TODAY - 400 })
    await phone.mutate(writeNote, { id: 'o', bookId: 'old', text: 'a record' })
    await phone.steps.push()
    // The version goes on, so that the pull after the bootstrap begins behind it.
    server.write(1, 'other', 'theirs')
    const isShown = async () => (await phone.read((rows) => rows.get(notes, 'o')))?.text === 'a record'
    const { boot, push, pull } = phone.steps
    for (const step of [boot, boot, push, pull, boot, pull]) {
      await step()
      expect(await isShown()).toBe(true)
    }
    expect(await phone.unsynced()).toEqual([])
    expect(server.texts()).toEqual(['a record', 'theirs'])
  })

  it('finds the notes of a book that moved from a month still to come into one that was fetched', async () => {
    const { phone: other, server } = await begin()
    await other.mutate(openBook, { id: 'old', title: 'Long ago', day: TODAY - 400 })
    await other.mutate(writeNote, { id: 'o', bookId: 'old', text: 'a record' })
    await other.sync()
    server.write(1, 'other', 'theirs')
    const phone = storyPhone({ transport: createStoryTransport(server) })
    await phone.start()
    await phone.steps.boot()
    await other.mutate(moveBook, { id: 'old', day: TODAY })
    await other.sync()
    await phone.sync()
    expect(await phone.read((rows) => rows.get(notes, 'o'))).toMatchObject({ text: 'a record' })
  })

  it('sends again what was confirmed by a server that was restored before the bootstrap', async () => {
    const { phone, server } = await begin()
    const backup = server.snapshot()
    await phone.mutate(writeNote, note('n', 'heavy'))
    await phone.steps.push()
    server.restore(backup)
    await phone.sync()
    expect(server.texts()).toEqual(['heavy'])
    expect(await phone.unsynced()).toEqual([])
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
