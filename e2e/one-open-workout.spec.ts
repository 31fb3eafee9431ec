/** One open workout a person: a start on a second device asks first; two that began without signal are both kept. */
import type { Page } from '@playwright/test'
import {
  addExercise,
  exercise,
  expectOnPhone,
  expectOnServer,
  leaveWorkout,
  logSet,
  openOwnLog,
  openTrain,
  row,
  startWorkout,
  waitReadyOffline,
} from './support/athlete.ts'
import { asAdmin, type StoryDatabase } from './support/database.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'

const cards = (page: Page) => page.getByRole('region', { name: 'Open workout' })
const startEmpty = (page: Page) => page.getByRole('button', { name: 'Start empty workout' }).click()
const question = (page: Page) => page.getByRole('dialog', { name: /is open on another device$/ })

/** States of this athlete's workouts as Postgres has them, in the order of their starts. */
function statesOf(database: StoryDatabase, { userId }: Pick<Visitor, 'userId'>): Promise<string[]> {
  return asAdmin(database.admin, async (sql) => {
    const rows = await sql`select state from workout where athlete_id = ${userId} and not deleted order by started_at`
    return rows.map(({ state }) => state)
  })
}

test('one-open-workout: a start on the tablet asks, goes on with it, or ends it and starts', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const [phone, tablet] = [await device(), await device()]
  for (const one of [phone, tablet]) await one.signInAs(ida)
  await openOwnLog(phone.page)
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '100', reps: '5' })
  await expectOnServer(phone.page, 'Bench press', 1)

  await openOwnLog(tablet.page)
  await expect(cards(tablet.page)).toContainText('Open on another device')
  await startEmpty(tablet.page)
  await expect(question(tablet.page)).toContainText('1 of 3 sets done')
  await question(tablet.page).getByRole('button', { name: 'Not now' }).last().click()
  await expect(question(tablet.page)).toHaveCount(0)
  await expect(cards(tablet.page)).toHaveCount(1)

  await startEmpty(tablet.page)
  await question(tablet.page).getByRole('button', { name: 'Go on with it here' }).click()
  await expect(row(tablet.page, 'Bench press', 1)).toHaveAccessibleName(/100 kilograms, 5 reps, .*done/)
  await logSet(tablet.page, 'Bench press', 2, { load: '100', reps: '4' })
  await expectOnServer(tablet.page, 'Bench press', 2)
  await expect(phone.page.getByText('This workout is open on another device.')).toBeVisible()
  expect(await statesOf(database, ida)).toEqual(['open'])

  // Back at the phone, which is not the holder any more: it ends the workout and starts another.
  await leaveWorkout(phone.page)
  await startEmpty(phone.page)
  await question(phone.page).getByRole('button', { name: 'Save it as partial and start new' }).click()
  await expect(phone.page.getByText('Nothing here yet')).toBeVisible()
  await addExercise(phone.page, 'Deadlift')
  await logSet(phone.page, 'Deadlift', 1, { load: '150', reps: '3' })
  await expectOnServer(phone.page, 'Deadlift', 1)
  await expect(exercise(tablet.page, 'Bench press')).toHaveCount(0)
  expect(await statesOf(database, ida)).toEqual(['partial', 'open'])
  const sets = await setsOf(database, ida)
  expect(sets.map(({ loadG, reps }) => `${loadG / 1000}×${reps}`).sort()).toEqual(['100×4', '100×5', '150×3'])
  await expectCleanReceipts(database, ida)
})

test('one-open-workout: two phones that began one each without signal keep both, and the older is ended from Today', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const [older, newer] = [await device(), await device()]
  for (const one of [older, newer]) {
    await one.signInAs(ida)
    await openTrain(one.page)
    await waitReadyOffline(one.page)
    await openTrain(one.page)
    await one.setOffline(true)
  }
  await startWorkout(older.page)
  await addExercise(older.page, 'Back squat')
  await logSet(older.page, 'Back squat', 1, { load: '120', reps: '5' })
  await expectOnPhone(older.page, 'Back squat', 1)
  await startWorkout(newer.page)
  await addExercise(newer.page, 'Deadlift')
  await logSet(newer.page, 'Deadlift', 1, { load: '150', reps: '3' })
  await expectOnPhone(newer.page, 'Deadlift', 1)
  for (const one of [older, newer]) await one.setOffline(false)
  await expectOnServer(older.page, 'Back squat', 1)
  await expectOnServer(newer.page, 'Deadlift', 1)

  // Nobody's screen was swapped under the thumb; each has its own first and the other one beside it.
  for (const [one, own, other] of [
    [older, 'Back squat', 'Deadlift'],
    [newer, 'Deadlift', 'Back squat'],
  ] as const) {
    await expect(exercise(one.page, own)).toBeVisible()
    await leaveWorkout(one.page)
    await expect(cards(one.page).nth(0)).toContainText(`Under way`)
    await expect(cards(one.page).nth(0)).toContainText(own)
    await expect(cards(one.page).nth(1)).toContainText('Also open, on another device')
    await expect(cards(one.page).nth(1)).toContainText(other)
  }
  await cards(newer.page).nth(1).getByRole('button', { name: 'Save as partial' }).click()
  await expect(cards(newer.page)).toHaveCount(1)
  // Whoever held the older one goes on with the one that is left.
  await expect(cards(older.page)).toHaveCount(1)
  await expect(cards(older.page)).toContainText('Deadlift')
  expect(await statesOf(database, ida)).toEqual(['partial', 'open'])
  const sets = await setsOf(database, ida)
  expect(sets.map(({ loadG, reps }) => `${loadG / 1000}×${reps}`).sort()).toEqual(['120×5', '150×3'])
  await expectCleanReceipts(database, ida)
})
