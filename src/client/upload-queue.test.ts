import { afterEach, describe, expect, it } from 'vitest'
import type { UploadParts } from './upload-parts.ts'
import { createUploadQueue, REMOVE_AFTER_MS, type UploadQueue } from './upload-queue.ts'
import { countUploads } from './upload-store.ts'
import { UploadRefused } from './upload-wire.ts'

let phones = 0
const running: UploadQueue[] = []
afterEach(() => {
  for (const queue of running.splice(0)) queue.stop()
})

/** A server that keeps what it is sent under its id, and a phone whose signal, power and clock the story holds. */
function begin(log = `story-${++phones}`) {
  const server = new Map<string, string>()
  /** How often each id was kept anew. */
  const kept = new Map<string, number>()
  const cache = new Map<string, string>()
  const gone = new Set<string>()
  const state = {
    online: true,
    now: 1_000,
    lostAnswers: 0,
    refuse: null as UploadRefused | null,
    named: new Set<string>(),
  }
  const timers = new Set<() => void>()
  const signals = new Set<() => void>()

  function open(more: Partial<UploadParts> = {}): UploadQueue {
    const queue = createUploadQueue({
      log,
      wire: {
        async send({ id, file }) {
          if (!state.online) throw new TypeError('no signal')
          if (state.refuse) throw state.refuse
          if (!server.has(id)) {
            server.set(id, await file.text())
            kept.set(id, (kept.get(id) ?? 0) + 1)
          }
          if (state.lostAnswers-- > 0) throw new TypeError('the answer was lost')
        },
        async remove(ids) {
          if (!state.online) throw new TypeError('no signal')
          for (const id of ids) if (!state.named.has(id)) server.delete(id)
          return { waits: ids.filter((id) => state.named.has(id)) }
        },
        addresses: async () => [],
      },
      isGuest: false,
      rowIs: async (rowId) => (gone.has(rowId) ? 'deleted' : 'here'),
      onSent: async (id, _kind, file) => void cache.set(id, await file.text()),
      onRemoved: async (id) => void cache.delete(id),
      makeRoom: async () => {},
      clock: {
        now: () => state.now,
        setTimeout(run) {
          timers.add(run)
          return () => timers.delete(run)
        },
      },
      random: () => 0.5,
      locks: {
        async ifFree(_name, run) {
          await run()
          return true
        },
      },
      signals: {
        online: () => state.online,
        visible: () => true,
        subscribe(listener) {
          signals.add(listener)
          return () => signals.delete(listener)
        },
      },
      ...more,
    })
    running.push(queue)
    return queue
  }
  function signal(online: boolean) {
    state.online = online
    for (const listener of [...signals]) listener()
  }
  function pass(ms: number) {
    state.now += ms
    for (const run of [...timers]) {
      timers.delete(run)
      run()
    }
  }
  return { log, server, kept, cache, gone, state, open, signal, pass }
}

const photo = (id: string, text = 'pixels') =>
  ({ id, kind: 'progress_photo', rowId: `row ${id}`, file: new Blob([text], { type: 'image/jpeg' }) }) as const
const states = (queue: UploadQueue) => [...queue.get()].map(([id, { state }]) => `${id} ${state}`)

describe('what was added', () => {
  it('is sent at once when there is a signal, and is in the cache then', async () => {
    const { server, cache, open } = begin()
    const queue = open()
    await queue.add(photo('a'))
    await expect.poll(() => [server.get('a'), cache.get('a'), states(queue)]).toEqual(['pixels', 'pixels', []])
  })

  it('waits without one, through a lost battery, and comes once, though an answer was lost', async () => {
    const { server, kept, state, open, signal, pass } = begin()
    signal(false)
    const first = open()
    await first.add(photo('a'))
    await first.add(photo('b', 'more pixels'))
    first.stop()
    const second = open()
    await expect.poll(() => states(second)).toEqual(['a waiting', 'b waiting'])
    expect(await (await second.file('b'))?.text()).toBe('more pixels')
    state.lostAnswers = 1
    signal(true)
    await expect.poll(() => server.size).toBeGreaterThan(0)
    await expect
      .poll(() => {
        pass(600_000)
        return states(second)
      })
      .toEqual([])
    expect([...kept.values()]).toEqual([1, 1])
    expect([...server]).toEqual([
      ['a', 'pixels'],
      ['b', 'more pixels'],
    ])
  })

  it('is told apart when the server will never take it; the others go on', async () => {
    const { server, state, open } = begin()
    const queue = open()
    state.refuse = new UploadRefused('This file is not a picture.', true)
    await queue.add(photo('a'))
    await expect
      .poll(() => queue.get().get('a'))
      .toMatchObject({ state: 'refused', why: 'This file is not a picture.' })
    state.refuse = null
    await queue.add(photo('b'))
    await expect.poll(() => [...server.keys()]).toEqual(['b'])
    await expect.poll(() => states(queue)).toEqual(['a refused'])
  })

  it('makes room by what may be dropped before it is refused', async () => {
    const { open, signal } = begin()
    signal(false)
    let isFull = true
    const real = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof real>) {
      if (this.name === 'files' && isFull) throw new DOMException('full', 'QuotaExceededError')
      return real.apply(this, args)
    }
    try {
      const queue = open({
        makeRoom: async () => {
          isFull = false
        },
      })
      await queue.add(photo('a'))
      await expect.poll(() => states(queue)).toEqual(['a waiting'])
      isFull = true
      const hopeless = open({ log: `${phones} hopeless` })
      await expect(hopeless.add(photo('b'))).rejects.toMatchObject({ name: 'QuotaExceededError' })
      expect(states(hopeless)).toEqual([])
    } finally {
      IDBObjectStore.prototype.put = real
    }
  })

  it('whose row was deleted on another phone is not sent', async () => {
    const { server, gone, open, signal } = begin()
    signal(false)
    const queue = open()
    await queue.add(photo('a'))
    gone.add('row a')
    signal(true)
    await expect.poll(() => states(queue)).toEqual(['a removing'])
    expect(server.size).toBe(0)
  })
})

describe('what was deleted', () => {
  it('goes from the server after the time to take it back, not before, and not while a row there names it', async () => {
    const { server, cache, gone, state, open, pass } = begin()
    const queue = open()
    await queue.add(photo('a'))
    await expect.poll(() => [server.has('a'), states(queue)]).toEqual([true, []])
    state.named.add('a')
    gone.add('row a')
    await queue.remove(photo('a'))
    await expect.poll(() => states(queue)).toEqual(['a removing'])
    expect(server.has('a')).toBe(true)
    pass(REMOVE_AFTER_MS + 1)
    await expect.poll(() => states(queue)).toEqual(['a removing'])
    state.named.clear()
    await expect
      .poll(() => {
        pass(600_000)
        return [server.has('a'), cache.has('a'), states(queue)]
      })
      .toEqual([false, false, []])
  })

  it('and taken back stays, sent or not', async () => {
    const { server, gone, open, signal, pass } = begin()
    const queue = open()
    await queue.add(photo('a'))
    await expect.poll(() => [server.has('a'), states(queue)]).toEqual([true, []])
    signal(false)
    await queue.add(photo('b'))
    for (const id of ['a', 'b']) {
      gone.add(`row ${id}`)
      await queue.remove(photo(id))
    }
    // By the timeline, on this device or another: nobody tells the queue.
    gone.clear()
    pass(REMOVE_AFTER_MS + 1)
    signal(true)
    await expect.poll(() => [[...server.keys()], states(queue)]).toEqual([['a', 'b'], []])
  })

  it('of a guest, who has no server, goes from the phone', async () => {
    const { gone, open, pass } = begin()
    const queue = open({ isGuest: true })
    await queue.add(photo('a'))
    gone.add('row a')
    await queue.remove(photo('a'))
    await expect.poll(() => states(queue)).toEqual(['a removing'])
    pass(REMOVE_AFTER_MS + 1)
    await expect.poll(async () => [states(queue), await queue.file('a')]).toEqual([[], undefined])
  })

  it('while it was being sent goes, too', async () => {
    const { server, gone, open, pass } = begin()
    let arrived = () => {}
    let goOn = () => {}
    const sending = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const queue = open({
      onSent: async () => {
        arrived()
        await held
      },
    })
    await queue.add(photo('a'))
    await sending
    gone.add('row a')
    await queue.remove(photo('a'))
    goOn()
    await expect
      .poll(() => {
        pass(REMOVE_AFTER_MS + 1)
        return [server.has('a'), states(queue)]
      })
      .toEqual([false, []])
  })
})

it('what a guest added goes with the rows that an account claimed, and nothing else', async () => {
  const guest = begin()
  const before = guest.open({ isGuest: true })
  await before.add(photo('a'))
  await before.add(photo('b'))
  before.stop()
  expect(guest.server.size).toBe(0)
  expect(await countUploads(guest.log)).toBe(2)
  const account = begin()
  const queue = account.open()
  expect(await queue.adopt(guest.log, async (rowId) => rowId === 'row a')).toBe(1)
  await expect.poll(() => [...account.server.keys()]).toEqual(['a'])
  expect(await countUploads(guest.log)).toBe(1)
})
