/** A workout that nobody finished: after an hour without a set it asks, and its length is that of the training. */
import { addExercise, logSet, openOwnLog, startWorkout } from './support/athlete.ts'
import { asAdmin, type StoryDatabase } from './support/database.ts'
import { expect, test } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'

const MINUTE = 60_000
const QUESTION = 'Still training?'

/** Minutes from start to end, and minutes trained, of the finished workout. */
function lengthOf(database: StoryDatabase, { userId }: Pick<Visitor, 'userId'>) {
  return asAdmin(database.admin, async (sql) => {
    const [workout] = await sql`
      select ended_at - started_at as whole, active_ms from workout
      where athlete_id = ${userId} and state = 'done' and not deleted`
    return workout && [workout.whole, workout.active_ms].map((ms) => Math.round(Number(ms) / MINUTE))
  })
}

test('still-training: asked after an hour; what was idle is not counted, and the end is the last set', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const { page, signInAs } = await device()
  await signInAs(ida)
  await page.clock.install()
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await page.clock.fastForward(10 * MINUTE)
  await logSet(page, 'Bench press', 1, { load: '100', reps: '5' })

  await page.clock.fastForward(59 * MINUTE)
  await expect(page.getByText(QUESTION)).toHaveCount(0)
  await page.clock.fastForward(2 * MINUTE)
  await expect(page.getByText(QUESTION)).toBeVisible()
  await page.getByRole('button', { name: 'Yes' }).click()
  await expect(page.getByText(QUESTION)).toHaveCount(0)
  // Still there, and quiet for another hour; the long pause counts as one hour at most.
  await page.clock.fastForward(30 * MINUTE)
  await expect(page.getByText(QUESTION)).toHaveCount(0)
  await logSet(page, 'Bench press', 2, { load: '100', reps: '5' })
  await page.clock.fastForward(300 * MINUTE)
  await expect(page.getByText(QUESTION)).toBeVisible()
  await page.getByRole('button', { name: /^Finish at / }).click()
  await expect(page.getByRole('heading', { name: /workout$/ }).first()).toBeVisible()
  // 10 minutes to the first set, 91 to the second of which 60 count; the five hours after it were no training.
  await expect.poll(() => lengthOf(database, ida)).toEqual([101, 70])
})
