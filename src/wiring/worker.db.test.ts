import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { loggedSets, workoutExercises, workouts } from '../modules/workouts/model.ts'
import { done, workoutOn } from '../modules/workouts/rules/fixtures.ts'
import { bus } from '../server/bus.ts'
import { withActor } from '../server/db.ts'
import { withSpace } from '../sync/server/space.ts'
import type { TestDatabase } from '../test/database.ts'
import { newPerson, openServices, type Person } from '../test/people.ts'
import { startWorker } from './worker.ts'

let athlete: Person
let database: TestDatabase
let worker: ReturnType<typeof startWorker>

beforeAll(async () => {
  database = await openServices()
  athlete = await newPerson('Ada')
  worker = startWorker()
})
afterAll(async () => {
  await worker.stop()
  await bus().stop()
})

const tonnages = async () => {
  const rows = await database.admin<{ tonnage: number; version: number }[]>`
    select tonnage_g::int as tonnage, formula_version as version from exercise_day where athlete_id = ${athlete.userId}`
  return rows
}

test('the relay rebuilds what a push marked, and when nothing waits, what an older formula left', async () => {
  const { workout, entries } = workoutOn(20_054, { 'bench-press': [done(100, 5)] })
  await withActor(athlete, [athlete.userId], (tx) =>
    withSpace(tx, athlete.userId, async (space) => {
      await space.put(workouts, workout)
      for (const { entry, sets } of entries) {
        await space.put(workoutExercises, entry)
        for (const set of sets) await space.put(loggedSets, set)
      }
    }),
  )
  await vi.waitFor(async () => expect(await tonnages()).toMatchObject([{ tonnage: 500_000 }]), { timeout: 20_000 })
  const built = await tonnages()
  await database.admin`update exercise_day set formula_version = 1, tonnage_g = 1 where athlete_id = ${athlete.userId}`
  await vi.waitFor(async () => expect(await tonnages()).toEqual(built), { timeout: 20_000 })
})
