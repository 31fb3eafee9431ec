import { beforeAll, expect, test } from 'vitest'
import { withActor } from '../../../server/db.ts'
import { withSpace } from '../../../sync/server/space.ts'
import type { TestDatabase } from '../../../test/database.ts'
import { newPerson, openServices } from '../../../test/people.ts'
import { loggedSets, workoutExercises, workouts } from '../../workouts/model.ts'
import { done, workoutOn } from '../../workouts/rules/fixtures.ts'
import { rebuildDirtyDays } from './rebuild.ts'

let database: TestDatabase
beforeAll(async () => {
  // What a request gives up after is short here, so that a story need not wait for long.
  database = await openServices({ statementTimeoutMs: 400 })
})

test('a rebuild outlasts a busy database that requests give up on: it is done, not tried again and again', async () => {
  const athlete = await newPerson('Ada')
  const { userId } = athlete
  const { workout, entries } = workoutOn(20_054, { 'bench-press': [done(100, 5)] })
  await withActor(athlete, [userId], (tx) =>
    withSpace(tx, userId, async (space) => {
      await space.put(workouts, workout)
      for (const { entry, sets } of entries) {
        await space.put(workoutExercises, entry)
        for (const set of sets) await space.put(loggedSets, set)
      }
    }),
  )
  const holder = await database.admin.reserve()
  await holder`begin`
  await holder`lock table exercise_day in access exclusive mode`
  const rebuilding = rebuildDirtyDays(userId)
  const waiting = () => holder`select 1 from pg_locks where relation = 'exercise_day'::regclass and not granted`
  await expect.poll(async () => (await waiting()).length).toBe(1)
  // Of those that begin to wait after it, every one has given up.
  for (let n = 0; n < 2; n++) {
    const asked = withActor(athlete, [userId], (tx) => tx`select count(*) from exercise_day`)
    await expect(asked).rejects.toMatchObject({ code: '57014' })
  }
  await holder`commit`
  holder.release()
  expect(await rebuilding).toBe(true)
  expect(await database.admin`select 1 from exercise_day where athlete_id = ${userId}`).toHaveLength(1)
})
