/** Workouts to do again: kept from the history, put into a folder, changed, started, and updated by choice afterwards. */
import {
  addExercise,
  chooseExercise,
  closePad,
  exercise,
  expectAllOnServer,
  finishWorkout,
  logSet,
  openOwnLog,
  openTrain,
  pickExercise,
  row,
  startWorkout,
  tab,
  type,
} from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { expect, test } from './support/story.ts'

test('routine-again: kept from the history, changed, started, and what went otherwise is asked about', async ({
  athlete,
  database,
}) => {
  const { person: rosa, page } = await athlete('Rosa')
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '60', reps: '8' })
  await logSet(page, 'Bench press', 2, { load: '60', reps: '8' })
  await finishWorkout(page)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Keep as a routine' }).click()
  const main = page.getByRole('main')
  await expect(main.getByText(/^2 sets: 60 × 8$/)).toBeVisible()

  // Changed by the rows and the pad of a workout; nothing in it can be checked.
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Title').fill('Push A')
  await page.getByRole('button', { name: 'Exercise', exact: true }).click()
  await pickExercise(page, 'Overhead press')
  await expect(exercise(page, 'Overhead press')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Check / })).toHaveCount(0)
  await type(row(page, 'Overhead press', 1).getByRole('button', { name: /^kg of / }), '40')
  await type(row(page, 'Overhead press', 1).getByRole('button', { name: /^Reps of / }), '10')
  await closePad(page)
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Push A' })).toBeVisible()
  await expect(main.getByText(/^3 sets: 40 × 10/)).toBeVisible()

  // A copy of it in a folder.
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Duplicate' }).click()
  await expect(page.getByRole('heading', { name: 'Push A, copy' })).toBeVisible()
  await tab(page, 'Today')
  await page.getByRole('button', { name: 'All routines' }).click()
  await page.getByRole('button', { name: 'New folder' }).click()
  await page.getByLabel('Name of the folder').fill('Winter')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: /^Push A, copy/ }).click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Move to a folder' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Winter' }).click()
  await expect(main.getByText('Winter')).toBeVisible()

  // Started from Today, and done otherwise.
  await tab(page, 'Today')
  await page.getByRole('button', { name: 'Start Push A', exact: true }).click()
  await expect(row(page, 'Bench press', 1)).toHaveAccessibleName(/^Set 1, 60 kilograms, 8 reps/)
  await logSet(page, 'Bench press', 1, { load: '62.5', reps: '8' })
  await logSet(page, 'Bench press', 2, { load: '62.5', reps: '7' })
  await page.getByRole('button', { name: 'Menu of Overhead press' }).click()
  await page.getByRole('dialog').getByText('Swap', { exact: true }).click()
  await chooseExercise(page, 'Push press')
  await page.getByRole('button', { name: 'For good' }).click()
  await expect(page.getByText('Push press from now on')).toBeVisible()
  await page.getByRole('button', { name: 'Menu of Push press' }).click()
  await page.getByRole('button', { name: /^Remove/ }).click()
  await finishWorkout(page)
  const asked = page.getByRole('switch', { name: /^Bench press/ })
  await expect(asked).toBeChecked()
  await expect(main.getByText('2 sets: 60 × 8 → 2 sets: 62.5 × 8 · 62.5 × 7')).toBeVisible()
  // Another exercise is this time only, unless one says otherwise.
  await expect(page.getByRole('switch', { name: 'Without Push press' })).not.toBeChecked()
  await page.getByRole('button', { name: 'Update routine' }).click()
  await expect(asked).toHaveCount(0)
  await tab(page, 'Today')
  await page
    .getByRole('link', { name: /^Push A(?!,)/ })
    .first()
    .click()
  await expect(main.getByText('2 sets: 62.5 × 8 · 62.5 × 7')).toBeVisible()
  // Swapped for good: its reps are in the routine, the other's load is not.
  await expect(main.getByText('Push press')).toBeVisible()
  await expect(main.getByText(/^3 sets: 10/)).toBeVisible()
  await expectAllOnServer(page)

  // To look at it with the pen in the hand changes nothing, as the server gave it back.
  const stamps = () =>
    asAdmin(database.admin, (sql) => sql`select stamps from routine where athlete_id = ${rosa.userId} order by id`)
  const before = await stamps()
  await openTrain(page, '/routines')
  await page.getByRole('link', { name: /^Push A(?!,)/ }).click()
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(exercise(page, 'Push press')).toBeVisible()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Push A' })).toBeVisible()
  await expectAllOnServer(page)
  expect(await stamps()).toEqual(before)
})
