import { afterEach, expect, it } from 'vitest'
import { createDexieStore } from './dexie-store.ts'
import { createStoryTransport, storyPhone } from './story-phone.ts'
import { createStoryServer } from './story-server.ts'
import { books, notes, openBook, TODAY, writeNote } from './story-world.ts'

const realPut = IDBObjectStore.prototype.put
afterEach(() => {
  IDBObjectStore.prototype.put = realPut
})

it('what lies beside the log and is on the server goes before anything of the log, when there is no room', async () => {
  const server = createStoryServer()
  const transport = createStoryTransport(server)
  const other = storyPhone({ transport, store: createDexieStore('train-makes-room-other', [books, notes]) })
  await other.start()
  await other.mutate(openBook, { id: 'old', title: 'Long ago', day: TODAY - 400 })
  await other.mutate(writeNote, { id: 'o', bookId: 'old', text: 'a record' })
  await other.sync()
  await other.stop()
  let pictures = 1
  const store = createDexieStore('train-makes-room', [books, notes], async () => {
    pictures = 0
  })
  const phone = storyPhone({ transport, store })
  await phone.start()
  await phone.sync()
  IDBObjectStore.prototype.put = function (...args: Parameters<typeof realPut>) {
    if (this.name === 'outbox' && pictures > 0) throw new DOMException('full', 'QuotaExceededError')
    return realPut.apply(this, args)
  }
  await phone.mutate(writeNote, { id: 'n', bookId: 'old', text: 'saved' })
  expect(pictures).toBe(0)
  expect(await store.read(['months'], (tx) => tx.count('months'))).toBe(1)
  await phone.sync()
  expect(server.texts()).toEqual(['a record', 'saved'])
  await phone.stop()
})
