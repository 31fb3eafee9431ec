/** The histories of undo.test.ts once more, on a real PostgreSQL: the journal as it is stored, and told from there. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { withActor } from '../server/db.ts'
import type { SyncedRow } from '../sync/merge.ts'
import type { Collection } from '../sync/mutation.ts'
import { createPostgresStore } from '../sync/server/postgres-store.ts'
import { describeTables } from '../sync/server/synced-tables.ts'
import { readTimeline } from '../sync/server/timeline.ts'
import type { TestDatabase } from '../test/database.ts'
import { newPerson, openServices } from '../test/people.ts'
import { undoHistories } from '../test/undo-histories.ts'
import { runUndoHistory, START_MS, type UndoBackend } from '../test/undo-world.ts'
import { syncedCollections, syncedTables } from './sync-server.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openServices()
})

async function onPostgres(): Promise<UndoBackend> {
  const tables = describeTables(syncedCollections as unknown as readonly Collection[], syncedTables)
  const { userId } = await newPerson()
  const actor = { userId, sessionId: null }
  const rowsSql = [...tables.values()]
    .map(
      ({ entity, table, json }) =>
        `select '${entity}' as entity, t.id::text as id, ${json} as data, t.stamps, t.deleted from ${table} t where t.athlete_id = $1`,
    )
    .join(' union all ')
  return {
    space: userId,
    store: createPostgresStore(db.app, tables),
    timeline: (have) => withActor(actor, [userId], (tx) => readTimeline(tx, userId, have, START_MS)),
    async rows() {
      const found = (await db.admin.unsafe(rowsSql, [userId])) as unknown as ({ entity: string } & SyncedRow)[]
      return new Map(found.map(({ entity, ...row }) => [`${entity}:${row.id}`, row]))
    },
  }
}

test('what is undone was never done, on PostgreSQL too', async () => {
  let done = 0
  await fc.assert(
    fc.asyncProperty(undoHistories, async (phases) => {
      done += (await runUndoHistory(await onPostgres(), phases)).done
    }),
    {
      ...{ numRuns: 12, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: false },
      ...(process.env.UNDO_SEED && { seed: Number(process.env.UNDO_SEED) }),
    },
  )
  expect(done).toBeGreaterThan(0)
})

test('nobody is told what was done in another’s log', async () => {
  const [phases] = fc.sample(
    undoHistories.filter((all) => all.some(({ undos }) => undos.length > 2)),
    {
      numRuns: 1,
      seed: 3,
    },
  )
  const backend = await onPostgres()
  await runUndoHistory(backend, phases ?? [])
  expect((await backend.timeline({})).entries.length).toBeGreaterThan(2)
  const thief = await newPerson()
  const told = await withActor({ userId: thief.userId, sessionId: null }, [thief.userId], (tx) =>
    readTimeline(tx, backend.space, {}, START_MS),
  )
  expect(told.entries).toEqual([])
})
