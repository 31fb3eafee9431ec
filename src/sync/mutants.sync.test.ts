import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type TestDatabase } from '../test/database.ts'
import { arrival, checkArrival } from './testing/arrival.ts'
import { memoryBackend, postgresBackend } from './testing/backend.ts'
import { history } from './testing/commands.ts'
import { runHistory } from './testing/history.ts'
import { type Mutant, mutants } from './testing/mutants.ts'
import { checkRace, race } from './testing/race.ts'
import { createTestTables } from './testing/tables.ts'
import { INVARIANTS, Violation } from './testing/violation.ts'

/** No more than the histories have themselves. */
const BUDGET = { memory: 1_000, postgres: 100 }
const seed = 20_260_615

let db: TestDatabase
beforeAll(async () => {
  db = await openDatabase()
  await createTestTables(db)
})

/** The promise that the first failing history breaks; undefined when all of them hold. */
async function findBrokenPromise(mutant: Mutant): Promise<{ violation: Violation; runs: number } | undefined> {
  const backend = () => (mutant.postgres ? postgresBackend(db, mutant.postgres) : memoryBackend(mutant.memory))
  const numRuns = mutant.postgres ? BUDGET.postgres : BUDGET.memory
  const options = { seed, numRuns, endOnFailure: true }
  const result =
    mutant.by === 'race'
      ? await fc.check(
          fc.asyncProperty(race, (rounds) => checkRace(backend(), rounds, mutant.broken)),
          options,
        )
      : mutant.breaks === 8
        ? await fc.check(
            fc.asyncProperty(arrival, (given) => checkArrival(backend, given, mutant.broken)),
            options,
          )
        : await fc.check(
            fc.asyncProperty(history, (commands) =>
              runHistory(backend(), commands, { ...mutant.broken, isMutant: true }),
            ),
            options,
          )
  if (!result.failed) return undefined
  if (result.errorInstance instanceof Violation) return { violation: result.errorInstance, runs: result.numRuns }
  throw result.errorInstance
}

describe('a broken engine is caught', () => {
  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))('%s', async (_name, mutant) => {
    const found = await findBrokenPromise(mutant)
    expect(found, `nothing catches it: ${INVARIANTS[mutant.breaks]}`).toBeDefined()
    if (process.env.SYNC_SAY)
      console.log(`${mutant.name}: ${found?.runs} runs, ${found?.violation.message.slice(0, 150)}`)
    expect(found?.violation.invariant, found?.violation.message).toBe(mutant.breaks)
  })

  it('and the engine as it is, is not', async () => {
    expect(await findBrokenPromise({ name: 'nothing broken', breaks: 3, by: 'race', postgres: {} })).toBeUndefined()
  })
})
