import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askFriends, type Shown, showAnew } from './ask-friends.ts'

type Sent = { what: string; answer: (status: number, body: object) => void }
let sent: Sent[] = []
const done = { result: { data: null } }

beforeEach(() => {
  sent = []
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', (url: string, { body }: RequestInit) => {
    const what = `${url.replace('/api/trpc/feed.', '')} ${body ?? ''}`.trim()
    return new Promise<Response>((resolve) => {
      sent.push({ what, answer: (status, told) => resolve(Response.json(told, { status })) })
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

const whatWasSent = () => sent.map(({ what }) => what)

test('a second tap is sent once the first is answered, and a question after both', async () => {
  const like = (isLiked: boolean) => askFriends('a', { verb: 'like', input: { isLiked }, isOrder: true })
  const first = like(true)
  const second = like(false)
  const question = askFriends('a', { verb: 'home' })
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  sent[0]?.answer(200, done)
  await first
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  expect(whatWasSent()).toEqual(['like {"isLiked":true}', 'like {"isLiked":false}'])
  // A refusal holds nothing up.
  sent[1]?.answer(429, { error: { message: 'Too many.' } })
  expect(await second).toEqual({ refusal: 'Too many.', isPassing: true })
  await vi.waitFor(() => expect(sent).toHaveLength(3))
  expect(whatWasSent()[2]).toBe('home')
  sent[2]?.answer(404, { error: { message: 'Gone.' } })
  expect(await question).toEqual({ refusal: 'Gone.', isPassing: false })
})

test('what is shown stays while the server is busy or out of reach, and goes when it is not for the reader any more', () => {
  const shown: Shown<string> = { of: 'a', told: { data: 'a post' } }
  const busy = { refusal: 'Too many.', isPassing: true }
  const gone = { refusal: 'Gone.', isPassing: false }
  const late = showAnew(shown, { of: 'a', told: busy })
  expect(late).toEqual({ ...shown, late: busy })
  expect(showAnew(late, { of: 'a', told: 'offline' })).toEqual({ ...shown, late: 'offline' })
  expect(showAnew(late, { of: 'a', told: { data: 'anew' } })).toEqual({ of: 'a', told: { data: 'anew' } })
  expect(showAnew(shown, { of: 'a', told: gone })).toEqual({ of: 'a', told: gone })
  // What another account saw is not this one's, and a refusal is nothing to keep.
  expect(showAnew(shown, { of: 'b', told: 'offline' })).toEqual({ of: 'b', told: 'offline' })
  expect(showAnew({ of: 'a', told: 'offline' }, { of: 'a', told: busy })).toEqual({ of: 'a', told: busy })
})
