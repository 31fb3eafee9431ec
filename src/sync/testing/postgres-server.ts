/** The engine over a database of the test file's own, with grants that a test sets and pokes that it hears. */
import { beforeAll } from 'vitest'
import { openDatabase, type TestDatabase } from '../../test/database.ts'
import { createEngine, type SyncServer } from '../server/engine.ts'
import { createPostgresStore } from '../server/postgres-store.ts'
import type { Grant } from '../server/steps.ts'
import { describeTables } from '../server/synced-tables.ts'
import { createTestTables, testTables } from './tables.ts'
import { serverMutations, testCollections } from './world.ts'

export function testServer() {
  const grants = new Map<string, Grant>()
  const stage = {
    db: undefined as unknown as TestDatabase,
    server: undefined as unknown as SyncServer,
    poked: [] as string[],
    grant: (who: string, space: string, grant: Grant) => grants.set(`${who} ${space}`, grant),
  }
  beforeAll(async () => {
    stage.db = await openDatabase()
    await createTestTables(stage.db)
    stage.server = createEngine({
      store: createPostgresStore(stage.db.app, describeTables(testCollections, testTables)),
      collections: testCollections,
      mutations: serverMutations,
      mayPush: async (principal, space) => grants.get(`${principal.id} ${space}`) ?? 'no',
      poke: (space) => stage.poked.push(space),
      onFlush: (_, changes) => changes.map(({ row }) => ({ task: 'seen', payload: { id: row.id } })),
    })
  })
  return stage
}
