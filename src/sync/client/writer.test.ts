import { describe, expect, it } from 'vitest'
import { createDisk, createMemoryStore } from './memory-store.ts'
import { begin, book, createStoryRescue, createStoryTransport, note, storyPhone, texts } from './story-phone.ts'
import { createStoryServer } from './story-server.ts'
import { books, notes, openBook, writeNote } from './story-world.ts'

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
    expect(server.receipts()).toBe(1)
    expect(phone.status.get().unsaved).toBe(0)
  })

  it('that hangs rescues what waits behind the hanging write as well', async () => {
    const rescue = createStoryRescue()
    const disk = createDisk()
    const timers: (() => void)[] = []
    const clock = {
      now: () => 1_800_000_000_000,
      setTimeout: (run: () => void) => {
        timers.push(run)
        return () => {}
      },
    }
    const { server, transport } = await begin()
    const phone = storyPhone({ transport, store: createMemoryStore(disk), rescue, clock })
    await phone.start()
    phone.keepHot(books, 'b')
    await phone.mutate(openBook, book)
    timers.length = 0
    disk.tail = new Promise(() => {})
    for (const id of ['n1', 'n2']) void phone.mutate(writeNote, note(id, id)).catch(() => {})
    expect(phone.rowState('n2')).toBe('saving')
    for (const run of timers) run()
    expect(['n1', 'n2'].map((id) => phone.rowState(id))).toEqual(['unsaved', 'unsaved'])
    expect(rescue.held).toHaveLength(2)

    const again = storyPhone({ transport, rescue })
    await again.start()
    expect(await texts(again)).toEqual(['n1', 'n2'])
    await again.sync()
    expect(server.texts()).toEqual(['n1', 'n2'])
  })

  it('says so of rows that no open screen holds in memory too', async () => {
    const { phone, disk } = await begin()
    const id = '0190f7a0-0000-7000-8000-000000000000'
    const { tail } = disk
    let go = () => {}
    disk.tail = new Promise<void>((done) => {
      go = done
    }).then(() => tail)
    const saved = phone.mutate(writeNote, note(id, 'heavy'))
    expect(phone.rowState(id)).toBe('saving')
    go()
    await saved
    expect(phone.rowState(id)).toBe('phone')
  })
})
