import { beforeAll, expect, test } from 'vitest'
import { withActor } from '../../../server/db.ts'
import { withSpace } from '../../../sync/server/space.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { loggedSets, workoutExercises, workouts } from '../../workouts/model.ts'
import { done, workoutOn } from '../../workouts/rules/fixtures.ts'
import { claimDirtyDays, clearDirtyDays, findRecords } from '../queries.ts'
import { rebuildDirtyDays } from './rebuild.ts'

const DAY = 20_054
let athlete: Person

beforeAll(async () => {
  await openServices()
  athlete = await newPerson('Ada')
})

async function log(day: number, kg: number): Promise<string> {
  const { workout, entries } = workoutOn(day, { 'bench-press': [done(kg, 5)] })
  await withActor(athlete, [athlete.userId], (tx) =>
    withSpace(tx, athlete.userId, async (space) => {
      await space.put(workouts, workout)
      for (const { entry, sets } of entries) {
        await space.put(workoutExercises, entry)
        for (const set of sets) await space.put(loggedSets, set)
      }
    }),
  )
  return entries[0]?.sets[0]?.id ?? ''
}

async function rebuildAll(): Promise<void> {
  while (await rebuildDirtyDays(athlete.userId)) {
    // Until nothing waits.
  }
}

const recordSets = async () =>
  withActor(athlete, [athlete.userId], async (tx) => {
    const records = await findRecords(tx, { athleteId: athlete.userId, fromDay: DAY, limit: 50 })
    return [...new Set(records.map(({ setId }) => setId))]
  })

test('while one worker rebuilds, another leaves the athlete alone, a write goes through, and is rebuilt after', async () => {
  const { userId: athleteId } = athlete
  await log(DAY, 100)
  await withActor(athlete, [athleteId], async (tx) => {
    const days = await claimDirtyDays(tx, { athleteId, limit: 10 })
    expect(days.map(({ day }) => day)).toEqual([DAY])
    expect(await rebuildDirtyDays(athleteId)).toBe(false)
    // On the very day: it must not wait for the rebuild to end.
    await log(DAY, 90)
    await clearDirtyDays(tx, { athleteId, days })
  })
  expect(await rebuildDirtyDays(athleteId)).toBe(true)
  expect(await rebuildDirtyDays(athleteId)).toBe(false)
})

test('a record that is unchecked is revoked, and comes back with the check', async () => {
  const setId = await log(DAY + 1, 110)
  await rebuildAll()
  expect(await recordSets()).toEqual([setId])
  const check = (doneAt: number | null) =>
    withActor(athlete, [athlete.userId], (tx) =>
      withSpace(tx, athlete.userId, (space) => space.patch(loggedSets, setId, { doneAt })),
    )
  await check(null)
  await rebuildAll()
  expect(await recordSets()).toEqual([])
  await check((DAY + 1) * 86_400_000 + 3_600_000)
  await rebuildAll()
  expect(await recordSets()).toEqual([setId])
})
