import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import { openDatabase, type TestDatabase } from '../test/database.ts'
import { memoryBackend, postgresBackend } from './testing/backend.ts'
import { history } from './testing/commands.ts'
import { found } from './testing/found.ts'
import { runHistory } from './testing/history.ts'
import { createTestTables } from './testing/tables.ts'

/** `npm run test:sync -- --runs N`; a failure prints its seed and path: SYNC_SEED and SYNC_PATH run it again. */
const RUNS = Number(process.env.SYNC_RUNS ?? 1_000)
const seed = Number(process.env.SYNC_SEED ?? Date.now() % 2_147_483_647)
const replay = { seed, path: process.env.SYNC_PATH, interruptAfterTimeLimit: 600_000, markInterruptAsFailure: true }

describe('histories that once broke a promise', () => {
  it.each(found)('%s', (_name, commands) => runHistory(memoryBackend(), commands))
})

describe(`histories with seed ${seed}`, () => {
  it(`keeps every promise in ${RUNS} histories in memory`, async () => {
    await fc.assert(
      fc.asyncProperty(history, (commands) => runHistory(memoryBackend(), commands)),
      { ...replay, numRuns: RUNS },
    )
  })

  describe('on PostgreSQL', () => {
    let db: TestDatabase
    beforeAll(async () => {
      db = await openDatabase()
      await createTestTables(db)
    })

    const runs = Math.max(100, Math.floor(RUNS / 10))
    it(`keeps every promise in ${runs} histories`, async () => {
      await fc.assert(
        fc.asyncProperty(history, (commands) => runHistory(postgresBackend(db), commands)),
        { ...replay, numRuns: runs },
      )
    })
  })
})
