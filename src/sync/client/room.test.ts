import { describe, expect, it } from 'vitest'
import type { Phone } from './api.ts'
import { createDisk, createMemoryStore } from './memory-store.ts'
import { begin, createStoryTransport, storyPhone } from './story-phone.ts'
import { books, clock, moveBook, notes, openBook, TODAY, writeNote } from './story-world.ts'

const HOUR_MS = 3_600_000
const OLD = TODAY - 400

/** Another phone has written a book of an older month. This one is full whenever `room.isFull`. */
async function beginWithHistory(hasRoom?: () => Promise<boolean>) {
  const { phone: other, server } = await begin()
  await other.mutate(openBook, { id: 'old', title: 'Squats', day: OLD })
  await other.mutate(writeNote, { id: 'n', bookId: 'old', text: 'heavy' })
  await other.sync()
  // The last version comes twice, by part and by pull: the old book must not be of it.
  await other.mutate(openBook, { id: 'later', title: 'Deadlifts', day: TODAY })
  await other.sync()
  const room = { left: Number.POSITIVE_INFINITY }
  const disk = createDisk()
  const store = () =>
    createMemoryStore(disk, (point) => {
      if (point === 'commit' && room.left-- <= 0) {
        room.left = Number.POSITIVE_INFINITY
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
  const transport = createStoryTransport(server)
  const start = async () => {
    const phone = storyPhone({ transport, store: store(), hasRoom })
    await phone.start()
    return phone
  }
  return { other, server, transport, room, start, phone: await start() }
}

const old = (phone: Phone) => phone.read((rows) => rows.find(notes, 'bookId', 'old'))

describe('a phone that is full', () => {
  it('drops older months for a write, says so after a reload too, and fetches them again when there is room', async () => {
    const { phone, room, transport, start } = await beginWithHistory()
    await phone.sync()
    expect(phone.status.get()).toMatchObject({ here: 'all', dropped: 0 })
    room.left = 0
    await phone.mutate(openBook, { id: 'new', title: 'Bench', day: TODAY })
    expect(phone.status.get()).toMatchObject({ unsaved: 0, here: 'partly', dropped: 1 })
    await phone.sync()
    expect(await old(phone)).toEqual([])
    await phone.stop()

    const again = await start()
    await again.sync()
    expect(again.status.get()).toMatchObject({ here: 'partly', dropped: 1 })
    clock.pass(HOUR_MS)
    transport.calls.length = 0
    await again.sync()
    expect(transport.calls.filter((call) => call.startsWith('boot'))).toHaveLength(1)
    expect(again.status.get()).toMatchObject({ here: 'all', dropped: 0 })
    expect(await old(again)).toMatchObject([{ text: 'heavy' }])
  })

  it('that never had room for an older month does not pass for one with all of it', async () => {
    let hasRoom = false
    const { phone, room, transport } = await beginWithHistory(async () => hasRoom)
    await phone.steps.boot()
    await phone.steps.boot()
    // The pull, and then the month.
    room.left = 1
    await phone.sync()
    expect(phone.status.get()).toMatchObject({ here: 'partly', dropped: 1 })
    clock.pass(HOUR_MS)
    transport.calls.length = 0
    await phone.sync()
    expect(transport.calls).not.toContainEqual(expect.stringContaining('boot'))
    hasRoom = true
    // Still full after all: asked again an hour later, not at once.
    room.left = 1
    await phone.sync()
    await phone.sync()
    expect(phone.status.get()).toMatchObject({ here: 'partly', dropped: 1 })
    clock.pass(HOUR_MS)
    await phone.sync()
    expect(phone.status.get()).toMatchObject({ here: 'all', dropped: 0 })
  })

  it('gets the notes of a book that moves out of a month it has dropped', async () => {
    const { phone, other, room } = await beginWithHistory()
    await phone.sync()
    room.left = 0
    await phone.mutate(openBook, { id: 'new', title: 'Bench', day: TODAY })
    await phone.sync()
    await other.mutate(moveBook, { id: 'old', day: TODAY })
    await other.sync()
    await phone.sync()
    expect(await phone.read((rows) => rows.get(books, 'old'))).toMatchObject({ day: TODAY })
    expect(await old(phone)).toMatchObject([{ text: 'heavy' }])
  })
})
