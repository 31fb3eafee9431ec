import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserMemory, MEMORY_KEY, thisDevice } from './device-memory.ts'

const ada = { kind: 'account', space: 'ada', name: 'Ada', signedInAt: 1 } as const
let words: Map<string, string>
let isFull: boolean
const copy = {
  getItem: (key: string) => words.get(key) ?? null,
  setItem(key: string, value: string) {
    if (isFull) throw new DOMException('full', 'QuotaExceededError')
    words.set(key, value)
  },
} as Storage

beforeEach(() => {
  words = new Map()
  isFull = false
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Dexie.delete(MEMORY_KEY)
})

describe('what a device remembers of itself', () => {
  it('is there at the next start although localStorage never reached the disk', async () => {
    await browserMemory(copy).change(() => ({ identity: ada }))
    words.clear()
    const { identity, device } = await browserMemory(copy).read()
    expect(identity).toEqual(ada)
    expect(thisDevice()).toBe(device)
  })

  it('is the same device each time', async () => {
    const { device } = await browserMemory(copy).read()
    words.clear()
    expect((await browserMemory(copy).read()).device).toBe(device)
  })

  it('is written where the copy has no room, and read where the copy is damaged', async () => {
    isFull = true
    await browserMemory(copy).change(() => ({ identity: ada }))
    words.set(MEMORY_KEY, '{"half')
    expect((await browserMemory(copy).read()).identity).toEqual(ada)
  })

  it('is the copy’s when the database fails, and stays so afterwards: the newer of the two counts', async () => {
    await browserMemory(copy).change(() => ({ identity: ada }))
    const failing = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError')
    })
    expect((await browserMemory(copy).read()).identity).toEqual(ada)
    await browserMemory(copy).change(() => ({ identity: null }))
    failing.mockRestore()
    expect((await browserMemory(copy).read()).identity).toBeNull()
  })

  it('is the copy’s when the database never opens', async () => {
    await browserMemory(copy).change(() => ({ identity: ada }))
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest)
    expect((await browserMemory(copy).read()).identity).toEqual(ada)
  })
})
