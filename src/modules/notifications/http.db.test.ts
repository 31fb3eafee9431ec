/** `/api/beacon` as a browser, and as anybody else, speaks to it. */
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../shared/actor.ts'
import { over, restingPhones, rings } from '../../test/resting-phones.ts'
import { answerBeacon } from './http.ts'

const { newPhone, states } = restingPhones()
let actor: Actor | null = null
let url = ''
const server = createServer((req, res) => {
  answerBeacon(req, res, async () => actor).catch(() => res.writeHead(500).end())
})
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/api/beacon`
})
afterAll(() => new Promise((done) => server.close(done)))

async function say(body: unknown, init: { method?: string; headers?: Record<string, string> } = {}): Promise<number> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const { status } = await fetch(url, { method: 'POST', ...init, body: init.method === 'GET' ? undefined : text })
  return status
}

test('words are heard of who is signed in, and the timer follows', async () => {
  const phone = await newPhone()
  actor = null
  expect(await say(rings(phone))).toBe(401)
  expect(await states()).toEqual([])
  actor = phone
  expect(await say(rings(phone), { headers: { 'sec-fetch-site': 'same-origin' } })).toBe(204)
  expect(await states()).toEqual(['waits'])
  expect(await say(over(phone))).toBe(204)
  expect(await states()).toEqual(['over'])
})

test('whatever else comes changes nothing and is answered briefly', async () => {
  const phone = await newPhone()
  actor = phone
  expect(await say('', { method: 'GET' })).toBe(405)
  expect(await say(rings(phone), { headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403)
  expect(await say('x'.repeat(5_000))).toBe(413)
  for (const word of [
    '',
    '{',
    'null',
    {},
    rings(phone, { leftMs: -1 }),
    rings(phone, { leftMs: 1e9 }),
    rings(phone, { name: 'a name with spaces' }),
    rings(phone, { title: '' }),
    rings(phone, { saidAt: Number.NaN }),
    { ...over(phone), rest: 'perhaps' },
  ]) {
    expect(await say(word)).toBe(400)
  }
  // Of an account that is signed in elsewhere in this browser: heard, and not taken for one's own.
  expect(await say({ ...rings(phone), account: crypto.randomUUID() })).toBe(204)
  expect(await states()).toEqual([])
})
