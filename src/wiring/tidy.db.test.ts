/** What was deleted a month ago and is wanted again: an import that was taken out, and comes in once more. */
import { beforeAll, expect, test } from 'vitest'
import { createExercise, removeExerciseDetails, restoreExerciseDetails } from '../modules/exercises/mutators.ts'
import { createCallerFactory } from '../server/trpc.ts'
import { newId } from '../shared/id.ts'
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

beforeAll(async () => {
  db = await openServices()
  ana = await newPerson('Ana')
})

async function push(...mutations: { name: string; args: unknown }[]) {
  const { results } = await as(ana).sync.push({
    ...{ protocol: 1, schemaV: 1, deviceId: newId(), space: ana.userId, build: 'test', clientNow: Date.now() },
    mutations: mutations.map((one, i) => ({ seq: i + 1, mid: newId(), v: 1, at: Date.now(), ...one })),
  })
  expect(results.map(({ status }) => status)).toEqual(mutations.map(() => 'applied'))
}

test('an own exercise that was collected after its deletion comes back whole with its import', async () => {
  const args = ARGS['exercises.create']?.(newRowIds()) as { exercise: { id: string; name: string } }
  const { id, name } = args.exercise
  const rows = () => db.admin`select name, deleted from exercise where athlete_id = ${ana.userId} and id = ${id}`
  await push({ name: createExercise.name, args })
  await push({ name: removeExerciseDetails.name, args: { id } })
  await db.admin`update sync_row set deleted_at = deleted_at - ${40 * DAY_MS} where space_id = ${ana.userId} and id = ${id}`
  await tidy()
  expect(await rows()).toEqual([])

  await push({ name: restoreExerciseDetails.name, args: { id } }, { name: createExercise.name, args })
  expect(await rows()).toEqual([{ name, deleted: false }])
})
