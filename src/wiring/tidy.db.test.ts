/** What was deleted a month ago: an import that comes in once more, an exercise that old workouts name, spaces that wait for their turn. */
import { beforeAll, expect, test } from 'vitest'
import { createExercise, removeExerciseDetails, restoreExerciseDetails } from '../modules/exercises/mutators.ts'
import { jobsPool, NOBODY, withActor } from '../server/db.ts'
import { createCallerFactory } from '../server/trpc.ts'
import { newId } from '../shared/id.ts'
import { findAgedSpaces } from '../sync/server/maintenance.ts'
import type { TestDatabase } from '../test/database.ts'
import { ARGS, newRowIds } from '../test/mutation-args.ts'
import { newPerson, openServices, type Person } from '../test/people.ts'
import { appRouter } from './router.ts'
import { tidy } from './tidy.ts'

const DAY_MS = 86_400_000
const as = (actor: Person) =>
  createCallerFactory(appRouter)({ actor, requestId: newId(), ip: '127.0.0.1', userAgent: '' })

let db: TestDatabase
let ana: Person
let device: { id: string; seq: number }

beforeAll(async () => {
  db = await openServices()
  ana = await newPerson('Ana')
  device = { id: newId(), seq: 0 }
})

async function push(...mutations: { name: string; args: unknown }[]) {
  const { results } = await as(ana).sync.push({
    ...{ protocol: 1, schemaV: 1, deviceId: device.id, space: ana.userId, build: 'test', clientNow: Date.now() },
    mutations: mutations.map((one) => ({ seq: ++device.seq, mid: newId(), v: 1, at: Date.now(), ...one })),
  })
  expect(results.map(({ status }) => status)).toEqual(mutations.map(() => 'applied'))
}

/** As if all that was deleted had been so for `days` more. */
async function age(days: number) {
  await db.admin`update sync_row set deleted_at = deleted_at - ${days * DAY_MS} where space_id = ${ana.userId}`
}

test('an own exercise that was collected after its deletion comes back whole with its import', async () => {
  const args = ARGS['exercises.create']?.(newRowIds()) as { exercise: { id: string; name: string } }
  const { id, name } = args.exercise
  const rows = () => db.admin`select name, deleted from exercise where athlete_id = ${ana.userId} and id = ${id}`
  await push({ name: createExercise.name, args })
  await push({ name: removeExerciseDetails.name, args: { id } })
  await age(40)
  await tidy()
  expect(await rows()).toEqual([])

  await push({ name: restoreExerciseDetails.name, args: { id } }, { name: createExercise.name, args })
  expect(await rows()).toEqual([{ name, deleted: false }])
})

test('an own exercise that was deleted keeps its name as long as a workout is read by it', async () => {
  const ids = newRowIds()
  const write = (name: string, of = ids) => ({ name, args: ARGS[name]?.(of) })
  const names = () =>
    db.admin`select name, deleted from exercise where athlete_id = ${ana.userId} and id = ${ids.exerciseId}`
  await push(
    write('exercises.create'),
    write('workouts.start'),
    write('workouts.addExercise'),
    write('workouts.finish'),
  )
  await push({ name: removeExerciseDetails.name, args: { id: ids.exerciseId } })
  const [made] = await names()
  expect(made).toMatchObject({ deleted: true })
  for (const days of [40, 40, 200]) {
    await age(days)
    await tidy()
    expect(await names()).toEqual([made])
  }
  await push(write('workouts.remove'))
  await age(40)
  await tidy()
  expect(await names()).toEqual([])
})

test('a space with nothing but tombstones takes nobody’s turn', async () => {
  await age(40)
  await tidy()
  const spaces = await withActor(NOBODY, [], (tx) => findAgedSpaces(tx, Date.now(), 1_000), { sql: jobsPool() })
  expect(spaces).not.toContain(ana.userId)
  await age(180)
  await tidy()
  expect(await db.admin`select id from sync_row where space_id = ${ana.userId} and deleted`).toEqual([])
})
