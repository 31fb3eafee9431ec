import { beforeAll, expect, test } from 'vitest'
import { jobsPool, withActor } from '../../../server/db.ts'
import { withSpace } from '../../../sync/server/space.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newPerson, openServices, type Person } from '../../../test/people.ts'
import { type CustomExercise, exercises } from '../../exercises/model.ts'
import { defaultProfile, profiles } from '../../users/model.ts'
import { loggedSets, workoutExercises, workouts } from '../../workouts/model.ts'
import { done, workoutOn } from '../../workouts/rules/fixtures.ts'
import { claimDirtyDays, clearDirtyDays, findRecords } from '../queries.ts'
import { markOutdated, rebuildDirtyDays } from './rebuild.ts'

const DAY = 20_054
let athlete: Person
let database: TestDatabase

beforeAll(async () => {
  database = await openServices()
  athlete = await newPerson('Ada')
})

async function log(day: number, kg: number, exerciseId = 'bench-press'): Promise<string> {
  const { workout, entries } = workoutOn(day, { [exerciseId]: [done(kg, 5)] })
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

const OWN: CustomExercise = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Log lift',
  aliases: [],
  equipment: 'other',
  pattern: 'vertical_push',
  measure: 'load_reps',
  loadMode: 'external',
  bodyweightFraction: null,
  laterality: 'bilateral',
  implements: 1,
  muscles: {},
  restS: 120,
  notes: '',
}

const ownFigures = async () =>
  withActor(athlete, [athlete.userId], async (tx) => {
    const [day] = await tx<{ tonnageG: number }[]>`
      select tonnage_g::int as "tonnageG" from exercise_day
      where athlete_id = ${athlete.userId} and exercise_id = ${OWN.id}`
    const records = await tx<{ value: number }[]>`
      select value::int as value from personal_record
      where athlete_id = ${athlete.userId} and exercise_id = ${OWN.id} and kind = 'set_tonnage'`
    return { tonnageG: day?.tonnageG, records: records.map(({ value }) => value) }
  })

test('an own exercise that comes after its sets, and a change of it, are in the figures of every day that holds it', async () => {
  const write = (row: Partial<CustomExercise>) =>
    withActor(athlete, [athlete.userId], (tx) =>
      withSpace(tx, athlete.userId, async (space) => {
        if (row.id) await space.put(exercises, { ...OWN, ...row })
        else await space.patch(exercises, OWN.id, row)
      }),
    )
  await log(DAY + 2, 40, OWN.id)
  await rebuildAll()
  expect(await ownFigures()).toEqual({ tonnageG: 200_000, records: [200_000] })
  await write({ id: OWN.id, implements: 2 })
  await rebuildAll()
  expect(await ownFigures()).toEqual({ tonnageG: 400_000, records: [400_000] })
  await write({ measure: 'reps' })
  await rebuildAll()
  expect((await ownFigures()).records).toEqual([])
  await write({ measure: 'load_reps', implements: 1 })
  await rebuildAll()
  expect(await ownFigures()).toEqual({ tonnageG: 200_000, records: [200_000] })
})

test('figures of an older formula are derived anew for all days, of those too that had none, and once', async () => {
  const day = DAY + 3
  await log(day, 120)
  await log(day + 1, 60)
  await rebuildAll()
  const figures = () =>
    database.admin`select exercise_id, day, tonnage_g, formula_version from exercise_day
      where athlete_id = ${athlete.userId} order by exercise_id, day`
  const records = () =>
    database.admin`select * from personal_record where athlete_id = ${athlete.userId} order by exercise_id, place`
  const before = [await figures(), await records()]
  expect(await markOutdated(jobsPool())).toBe(false)

  // What the formula of yesterday left: nothing for one day, other figures for the rest, and other records.
  await database.admin`delete from exercise_day where athlete_id = ${athlete.userId} and day = ${day + 1}`
  await database.admin`update exercise_day set formula_version = 1, tonnage_g = 1 where athlete_id = ${athlete.userId}`
  await database.admin`update personal_record set formula_version = 1, value = 1 where athlete_id = ${athlete.userId}`
  expect(await markOutdated(jobsPool())).toBe(true)
  await rebuildAll()
  expect([await figures(), await records()]).toEqual(before)
  expect(await markOutdated(jobsPool())).toBe(false)
})

test('a best entered by hand takes the records below it back, and gives them again when it is taken out', async () => {
  const { userId } = athlete
  const says = (bests: Record<string, number[]> | null) =>
    withActor(athlete, [userId], (tx) =>
      withSpace(tx, userId, async (space) => {
        await space.put(profiles, { ...defaultProfile(userId), bests })
      }),
    )
  const kinds = () =>
    withActor(athlete, [userId], async (tx) => {
      const records = await findRecords(tx, { athleteId: userId, fromDay: DAY + 20, limit: 50 })
      return records.map(({ kind }) => kind).sort()
    })
  await log(DAY + 20, 60, 'deadlift')
  await log(DAY + 21, 70, 'deadlift')
  await rebuildAll()
  const all = ['e1rm', 'max_load', 'session_tonnage', 'set_tonnage']
  expect(await kinds()).toEqual(all)
  await says({ deadlift: [100_000, 5, DAY] })
  expect(await rebuildDirtyDays(userId)).toBe(true)
  // Volume is none of what somebody says of before.
  expect(await kinds()).toEqual(['session_tonnage', 'set_tonnage'])
  await says(null)
  expect(await rebuildDirtyDays(userId)).toBe(true)
  expect(await kinds()).toEqual(all)
})
