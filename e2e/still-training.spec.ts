/** A workout that nobody finished: after an hour without a set it asks, and its length is that of the training. */

import type { Page } from '@playwright/test'
import {
  addExercise,
  expectAllOnServer,
  finishWorkout,
  leaveWorkout,
  logSet,
  openOwnLog,
  openTrain,
  startWorkout,
  tab,
  waitReadyOffline,
} from './support/athlete.ts'
import { asAdmin, type StoryDatabase } from './support/database.ts'
import { expectStored } from './support/stored.ts'
import { expect, test } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'

const MINUTE = 60_000
const QUESTION = 'Still training?'

/** What the browser is asked for, with nothing of this machine's screen: it lets go by itself while the page is hidden. */
async function beScreen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held = new Set<object>()
    let asked = 0
    const request = async () => {
      asked += 1
      const lock = { release: async () => void held.delete(lock) }
      held.add(lock)
      return lock
    }
    Object.defineProperty(navigator, 'wakeLock', { value: { request } })
    let state = 'visible'
    Object.defineProperty(document, 'visibilityState', { get: () => state })
    Object.assign(window, {
      wakeLocks: () => ({ asked, held: held.size }),
      show: (next: string) => {
        state = next
        if (next === 'hidden') held.clear()
        document.dispatchEvent(new Event('visibilitychange'))
      },
    })
  })
}
type Screen = { wakeLocks(): { asked: number; held: number }; show(state: string): void }
const wakeLocks = (page: Page) => page.evaluate(() => (window as unknown as Screen).wakeLocks())
const show = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((next) => (window as unknown as Screen).show(next), state)

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

test('still-training: a pause is no time trained, offline and over a restart; another device goes on; the screen stays on till the end', async ({
  athlete,
  database,
  device,
}) => {
  const { person: ida, phone } = await athlete('Ida')
  await openOwnLog(phone.page)
  await waitReadyOffline(phone.page)
  await tab(phone.page, 'Today')
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '100', reps: '5' })
  await phone.setOffline(true)
  await phone.page.getByRole('button', { name: 'Workout menu, finish' }).click()
  await phone.page.getByRole('button', { name: /^Pause the workout/ }).click()
  const header = phone.page.locator('header').first()
  await expect(header).toContainText(/Paused · \d:\d\d · 1 of 3/)
  // The rest runs on: who pauses to breathe still wants to know.
  await expect(phone.page.getByRole('region', { name: 'Rest timer' })).toBeVisible()
  const stood = await header.textContent()
  await expectStored(phone.page, 'workout', { pauses: [expect.any(Number)] })
  await phone.close()
  await phone.open()
  await openTrain(phone.page, '/workout')
  await expect(phone.page.locator('header').first()).toHaveText(stood ?? '')
  await phone.setOffline(false)
  await leaveWorkout(phone.page)
  await expectAllOnServer(phone.page)
  await openTrain(phone.page, '/workout')

  const other = await device()
  await other.signInAs(ida)
  await beScreen(other.page)
  await openTrain(other.page, '/workout')
  await expect(other.page.locator('header').first()).toHaveText(stood ?? '')
  await expect.poll(() => wakeLocks(other.page)).toEqual({ asked: 1, held: 1 })
  await show(other.page, 'hidden')
  await show(other.page, 'visible')
  await expect.poll(() => wakeLocks(other.page)).toEqual({ asked: 2, held: 1 })
  await other.page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(other.page.locator('header').first()).not.toContainText('Paused')
  await expect(phone.page.locator('header').first()).not.toContainText('Paused', { timeout: 20_000 })
  await finishWorkout(other.page)
  await expect.poll(() => wakeLocks(other.page)).toEqual({ asked: 2, held: 0 })
  await other.page.getByRole('link', { name: 'Today' }).click()
  await expectAllOnServer(other.page)
  const [done] = await asAdmin(
    database.admin,
    (sql) => sql`select started_at, ended_at, active_ms, pauses from workout where athlete_id = ${ida.userId}`,
  )
  const [stop = 0, on = 0] = (done?.pauses ?? []) as number[]
  expect(on).toBeGreaterThan(stop)
  expect(Number(done?.active_ms)).toBe(Number(done?.ended_at) - Number(done?.started_at) - (on - stop))
})
