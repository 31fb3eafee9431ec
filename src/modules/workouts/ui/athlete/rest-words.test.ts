import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const WORKOUT = '01980000-0000-7000-8000-0123456789ab'
const ANA = { account: 'ana', title: 'Rest is over', body: 'Bench press 60 × 5' }

/** A page over a phone's storage; `said` are its words to the server, with the way they took. */
async function newPage() {
  vi.resetModules()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const said: ({ by: 'beacon' | 'request' } & Record<string, unknown>)[] = []
  const stored = new Map<string, string>()
  let hasSignal = true
  vi.stubGlobal('document', document)
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
  vi.stubGlobal(
    'Blob',
    class {
      readonly text: string
      constructor([text]: string[]) {
        this.text = text ?? ''
      }
    },
  )
  vi.stubGlobal('navigator', {
    sendBeacon: (_url: string, { text }: { text: string }) => said.push({ by: 'beacon', ...JSON.parse(text) }) > 0,
  })
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    if (!hasSignal) throw new TypeError('no network')
    said.push({ by: 'request', ...JSON.parse(body) })
    return new Response(null, { status: 204 })
  })
  const rest = await import('./rest-timer.ts')
  const { tellServerOfRest } = await import('./rest-words.ts')
  return {
    said,
    rest,
    tellServerOfRest,
    turn(state: 'hidden' | 'visible') {
      document.visibilityState = state
      document.dispatchEvent(new Event('visibilitychange'))
    },
    async setSignal(has: boolean) {
      hasSignal = has
      if (has) window.dispatchEvent(new Event('online'))
      await new Promise((done) => setImmediate(done))
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('says that it rings when the page hides, and that it is over when it is back', async () => {
  const { said, rest, tellServerOfRest, turn } = await newPage()
  tellServerOfRest(ANA)
  rest.startRest(WORKOUT, 120, 1_000_000)
  expect(said).toEqual([])
  vi.setSystemTime(1_030_000)
  turn('hidden')
  const name = `${(1_000_000).toString(36)}-0123456789ab`
  expect(said).toEqual([{ by: 'beacon', rest: 'rings', name, leftMs: 90_000, saidAt: 1_030_000, ...ANA }])
  turn('visible')
  expect(said[1]).toEqual({ by: 'request', rest: 'over', name, account: 'ana', saidAt: 1_030_001 })
})

it('a rest that is skipped or finished is over on every device; one of another set is a new one', async () => {
  const { said, rest, tellServerOfRest, turn } = await newPage()
  tellServerOfRest(ANA)
  rest.startRest(WORKOUT, 120, 1_000_000)
  rest.endRest()
  expect(said).toMatchObject([{ by: 'request', rest: 'over', name: null }])
  rest.startRest(WORKOUT, 60, 1_000_500)
  turn('hidden')
  rest.changeRest(15, 1_001_000)
  expect(said.slice(1)).toMatchObject([{ rest: 'rings' }, { rest: 'rings' }])
  expect(said[1]?.name).toBe(said[2]?.name)
  expect(Number(said[2]?.leftMs) - Number(said[1]?.leftMs)).toBe(15_000)
  expect(Number(said[2]?.saidAt)).toBeGreaterThan(Number(said[1]?.saidAt))
})

it('nobody signed in, no permission, no rest, or one that is over in this moment: nothing is said', async () => {
  const { said, rest, tellServerOfRest, turn } = await newPage()
  rest.startRest(WORKOUT, 120, 1_000_000)
  turn('hidden')
  turn('visible')
  tellServerOfRest(ANA)
  said.length = 0
  tellServerOfRest(null)
  turn('hidden')
  rest.endRest()
  expect(said).toEqual([])
  tellServerOfRest(ANA)
  turn('visible')
  turn('hidden')
  rest.startRest(WORKOUT, 1, 999_500)
  turn('hidden')
  expect(said).toEqual([])
})

it('what was said without a signal is said when there is one, unless something newer was', async () => {
  const { said, rest, tellServerOfRest, turn, setSignal } = await newPage()
  tellServerOfRest(ANA)
  rest.startRest(WORKOUT, 120, 1_000_000)
  await setSignal(false)
  turn('visible')
  await setSignal(true)
  expect(said).toMatchObject([{ rest: 'over' }])
  await setSignal(false)
  rest.endRest()
  rest.startRest(WORKOUT, 120, 1_000_000)
  turn('hidden')
  await setSignal(true)
  expect(said.slice(1)).toMatchObject([{ rest: 'rings' }])
})
