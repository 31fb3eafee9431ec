import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type TestDatabase } from '../test/database.ts'
import { arrival, checkArrival } from './testing/arrival.ts'
import { memoryBackend, postgresBackend } from './testing/backend.ts'
import { history } from './testing/commands.ts'
import { runHistory } from './testing/history.ts'
import { type Mutant, mutants } from './testing/mutants.ts'
import { createTestTables } from './testing/tables.ts'
import { INVARIANTS, Violation } from './testing/violation.ts'

/** No more than the histories have themselves. */
const BUDGET = { memory: 1_000, postgres: 100, arrivals: 1_000 }
const seed = 20_260_615

let db: TestDatabase
beforeAll(async () => {
  db = await openDatabase()
  await createTestTables(db)
})

/** The promise that the first failing history breaks; undefined when all of them hold. */
async function findBrokenPromise(mutant: Mutant): Promise<{ violation: Violation; runs: number } | undefined> {
  const backend = () => (mutant.postgres ? postgresBackend(db, mutant.postgres) : memoryBackend(mutant.memory))
  const isMerge = mutant.breaks.includes(8)
  const result = isMerge
    ? await fc.check(
        fc.asyncProperty(arrival, (given) => checkArrival(backend, given, mutant.broken)),
        { seed, numRuns: BUDGET.arrivals, endOnFailure: true },
      )
    : await fc.check(
        fc.asyncProperty(history, (commands) => runHistory(backend(), commands, { ...mutant.broken, isMutant: true })),
        { seed, numRuns: mutant.postgres ? BUDGET.postgres : BUDGET.memory, endOnFailure: true },
      )
  if (!result.failed) return undefined
  if (result.errorInstance instanceof Violation) return { violation: result.errorInstance, runs: result.numRuns }
  throw result.errorInstance
}

describe('a broken engine is caught', () => {
  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))('%s', async (_name, mutant) => {
    const found = await findBrokenPromise(mutant)
    expect(
      found,
      `no history catches it: ${mutant.breaks.map((number) => INVARIANTS[number]).join(', ')}`,
    ).toBeDefined()
    if (process.env.SYNC_SAY)
      console.log(`${mutant.name}: ${found?.runs} runs, ${found?.violation.message.slice(0, 150)}`)
    expect(mutant.breaks, found?.violation.message).toContain(found?.violation.invariant)
  })
})
