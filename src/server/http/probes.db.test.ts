import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import journal from '../../../drizzle/meta/_journal.json' with { type: 'json' }
import { openServices } from '../../test/people.ts'
import { ready } from './probes.ts'

const newest = Math.max(...journal.entries.map(({ when }) => when))
let state = { draining: false, needed: newest }
const server = createServer((_req, res) => void ready(res, state.draining, state.needed))
beforeAll(async () => {
  await openServices()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => server.close())

async function probe(now: Partial<typeof state>) {
  state = { draining: false, needed: newest, ...now }
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return { status: response.status, ...((await response.json()) as object) }
}

test('a server is ready when its database is as new as itself', async () => {
  expect(await probe({})).toEqual({ status: 200, ready: true, database: true, migrated: true, draining: false })
})

test('and when it is newer: the next build has migrated already', async () => {
  expect(await probe({ needed: newest - 1 })).toMatchObject({ status: 200, ready: true })
})

test('not when its database is older than itself, and not when it drains', async () => {
  expect(await probe({ needed: newest + 1 })).toMatchObject({ status: 503, database: true, migrated: false })
  expect(await probe({ draining: true })).toMatchObject({ status: 503, ready: false, draining: true })
})
