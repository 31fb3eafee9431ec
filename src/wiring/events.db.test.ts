import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { signIn } from '../modules/users/service/accounts.ts'
import type { TestDatabase } from '../test/database.ts'
import { newPerson, openServices } from '../test/people.ts'
import { eventStreams } from './events.ts'

let db: TestDatabase
let streams: ReturnType<typeof eventStreams>
const server = createServer((req, res) => void streams.open(req, res, 'test'))
beforeAll(async () => {
  db = await openServices()
  streams = eventStreams()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  streams.closeAll()
  await streams.stop()
  server.close()
})

const listening = () => db.admin<{ pid: number }[]>`
  select pid from pg_stat_activity where datname = current_database() and state = 'idle' and query ilike 'listen%spotter_session%'`

test('a stream whose process lost its LISTEN is poked when it listens again: what was said meanwhile is gone', async () => {
  await vi.waitFor(async () => expect(await listening()).not.toEqual([]), 10_000)
  const ana = await newPerson('Ana')
  const { sid } = await signIn({ ...ana, ip: '192.0.2.7', userAgent: '' })
  const token = await encode({ token: { sid }, secret: process.env.SESSION_SECRET ?? '' })
  const { port } = server.address() as AddressInfo
  const headers = { cookie: `next-auth.session-token=${token}` }
  const response = await fetch(`http://127.0.0.1:${port}/api/events?space=${ana.userId}`, { headers })
  let heard = ''
  void (async () => {
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) heard += text
  })().catch(() => {})
  await vi.waitFor(() => expect(heard).toContain('event: hello'), 10_000)
  // Beginning to listen is told too: it may be later than this stream.
  const pokes = () => heard.split('event: poke').length - 1
  const told = pokes()

  const before = await listening()
  for (const { pid } of before) await db.admin`select pg_terminate_backend(${pid})`
  await vi.waitFor(() => expect(pokes()).toBeGreaterThan(told), 10_000)
  expect((await listening()).map(({ pid }) => pid)).not.toEqual(before.map(({ pid }) => pid))
})
