import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { loggedSets, workoutExercises, workouts } from '../modules/workouts/model.ts'
import { done, workoutOn } from '../modules/workouts/rules/fixtures.ts'
import { confirmationOf } from '../modules/workouts/rules/records.ts'
import { bus } from '../server/bus.ts'
import { withActor } from '../server/db.ts'
import { type SpaceWriter, withSpace } from '../sync/server/space.ts'
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

test('figures that the athlete confirmed are no longer doubtful in what is stored', async () => {
  const [before, after] = [
    workoutOn(20_060, { deadlift: [done(80, 5)] }),
    workoutOn(20_061, { deadlift: [done(170, 5)] }),
  ]
  const [set] = after.entries[0]?.sets ?? []
  if (!set) throw new Error('The workout has no set.')
  const write = (run: (space: SpaceWriter) => Promise<unknown>) =>
    withActor(athlete, [athlete.userId], (tx) => withSpace(tx, athlete.userId, run))
  const doubts = async () => {
    const rows = await database.admin<{ doubtful: boolean }[]>`
      select is_doubtful as doubtful from personal_record where athlete_id = ${athlete.userId} and set_id = ${set.id}
        and kind = 'max_load'`
    return rows.map(({ doubtful }) => doubtful)
  }
  await write(async (space) => {
    for (const { workout, entries } of [before, after]) {
      await space.put(workouts, workout)
      for (const { entry, sets } of entries) {
        await space.put(workoutExercises, entry)
        for (const one of sets) await space.put(loggedSets, one)
      }
    }
  })
  await vi.waitFor(async () => expect(await doubts()).toEqual([true]), { timeout: 20_000 })
  await write((space) => space.put(loggedSets, { ...set, confirmed: confirmationOf(set) }))
  await vi.waitFor(async () => expect(await doubts()).toEqual([false]), { timeout: 20_000 })
})
