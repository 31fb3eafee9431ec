import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** A phone's storage that outlives the page; `loadPage` is a fresh page over it. */
let stored: Map<string, string>
const loadPage = () => {
  vi.resetModules()
  return import('./rest-timer.ts')
}
const kept = () => JSON.parse(stored.get('spotter.rest') ?? 'null')

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

it('is an instant, so that it goes on while the page is gone', async () => {
  const page = await loadPage()
  page.startRest('w', 120, 1_000_000)
  expect(kept()).toEqual({ workoutId: 'w', startedAt: 1_000_000, endsAt: 1_120_000 })
  const reopened = await loadPage()
  reopened.changeRest(15, 1_060_000)
  expect(kept()).toEqual({ workoutId: 'w', startedAt: 1_000_000, endsAt: 1_135_000 })
})

it('never ends in the past when time is taken off', async () => {
  const page = await loadPage()
  page.startRest('w', 10, 0)
  page.changeRest(-15, 4_000)
  expect(kept().endsAt).toBe(4_000)
})

it('no rest ends the one that ran; skipping leaves nothing behind', async () => {
  const page = await loadPage()
  page.startRest('w', 60, 0)
  page.startRest('w', 0, 5_000)
  expect(kept()).toBeNull()
  page.startRest('w', 60, 6_000)
  page.endRest()
  expect(kept()).toBeNull()
})

it('works for the page alone where storage refuses', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('denied')
    },
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => {
      throw new Error('denied')
    },
  })
  const page = await loadPage()
  expect(() => page.startRest('w', 60, 0)).not.toThrow()
  expect(() => page.endRest()).not.toThrow()
})
