import fc from 'fast-check'
import { beforeAll, describe, it } from 'vitest'
import { openDatabase, type TestDatabase } from '../test/database.ts'
import { arrival, checkArrival } from './testing/arrival.ts'
import { memoryBackend, postgresBackend } from './testing/backend.ts'
import { createTestTables } from './testing/tables.ts'

const RUNS = Number(process.env.SYNC_RUNS ?? 1_000)
const seed = Number(process.env.SYNC_SEED ?? Date.now() % 2_147_483_647)

describe(`the order in which phones reach the server, with seed ${seed}`, () => {
  it(`does not matter in ${RUNS} pairs of orders in memory`, async () => {
    await fc.assert(
      fc.asyncProperty(arrival, (given) => checkArrival(memoryBackend, given)),
      { seed, numRuns: RUNS },
    )
  })

  describe('on PostgreSQL', () => {
    let db: TestDatabase
    beforeAll(async () => {
      db = await openDatabase()
      await createTestTables(db)
    })

    const runs = Math.max(100, Math.floor(RUNS / 10))
    it(`does not matter in ${runs} pairs of orders`, async () => {
      await fc.assert(
        fc.asyncProperty(arrival, (given) => checkArrival(() => postgresBackend(db), given)),
        { seed, numRuns: runs },
      )
    })
  })
})
