/** Every mutation there is, pushed by a stranger into another person's log and into nobody's: one answer, nothing changed. */
import { beforeAll, expect, test } from 'vitest'
import { createCallerFactory } from '../server/trpc.ts'
import { newId } from '../shared/id.ts'
import { appRouter } from '../wiring/router.ts'
import { syncedMutations } from '../wiring/sync-server.ts'
import type { TestDatabase } from './database.ts'
import { newPerson, openServices, type Person } from './people.ts'

let db: TestDatabase
let victim: Person
let stranger: Person

beforeAll(async () => {
  db = await openServices()
  victim = await newPerson('Victim')
  stranger = await newPerson('Stranger')
})

async function answerTo(space: string, name: string, v: number): Promise<unknown> {
  const { userId } = stranger
  const caller = createCallerFactory(appRouter)({
    actor: { userId, sessionId: null },
    requestId: newId(),
    ip: '127.0.0.1',
    userAgent: '',
  })
  const at = 1_700_000_000_000
  const batch = { protocol: 1, deviceId: newId(), space, schemaV: 1, build: 'test', clientNow: at }
  return caller.sync.push({ ...batch, mutations: [{ seq: 1, mid: newId(), name, v, args: {}, at }] }).then(
    ({ serverNow: _now, ...rest }) => rest,
    (error: { code?: string; message: string }) => ({ code: error.code, message: error.message }),
  )
}

const lookAt = (space: string) => db.admin`
  select (select coalesce(max(version), 0)::int from sync_space where space_id = ${space}) as version,
    (select count(*)::int from sync_row where space_id = ${space}) as rows,
    (select count(*)::int from sync_receipt where space_id = ${space}) as receipts`

test.each(syncedMutations.map(({ name, v }) => [name, v] as const))('%s', async (name, v) => {
  const before = await lookAt(victim.userId)
  expect(await answerTo(victim.userId, name, v)).toEqual(await answerTo(newId(), name, v))
  expect([...(await lookAt(victim.userId))]).toEqual([...before])
})
