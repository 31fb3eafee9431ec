/** Settings are the athlete's, not the phone's: kept without a signal, over a restart, and on the next device. */
import {
  addExercise,
  exercise,
  expectAllOnServer,
  finishWorkout,
  logSet,
  openTrain,
  row,
  startWorkout,
  tab,
} from './support/athlete.ts'
import { expectStored } from './support/stored.ts'
import { expect, setsOf, test } from './support/story.ts'

test('settings-hold: pounds, reps in reserve, a week from Sunday and the light look, offline, after a restart, on the next phone', async ({
  athlete,
  database,
  device,
}) => {
  const { person: ida, phone } = await athlete('Ida')
  await openTrain(phone.page)
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '100', reps: '5' })
  await finishWorkout(phone.page)
  await phone.page.getByRole('link', { name: 'Today' }).click()
  await expectAllOnServer(phone.page)

  await phone.setOffline(true)
  const choose = (group: string, option: string) =>
    phone.page.getByRole('group', { name: group }).getByRole('radio', { name: option, exact: true }).check()
  await choose('Weight in', 'lb')
  await choose('Distance in', 'miles')
  await choose('Effort', 'Reps left')
  await choose('Look', 'Light')
  await choose('Last time, beside a set', 'Any workout')
  await phone.page.getByLabel('The week begins on').selectOption({ label: 'Sunday' })
  await phone.page.getByLabel('Bodyweight (lb)').fill('heavy')
  await expect(phone.page.getByText('This is not a weight. Type a number, such as 82.5.')).toBeVisible()
  await phone.page.getByLabel('Bodyweight (lb)').fill('176.5')
  await phone.page.getByLabel('Bodyweight (lb)').blur()
  await phone.page.getByRole('button', { name: 'One more' }).click()
  await expectStored(phone.page, 'profile', { weeklyGoal: 4 })
  await expect(phone.page.locator('html')).toHaveAttribute('data-theme', 'light')
  await phone.close()
  await phone.open()
  await openTrain(phone.page)
  await expect(phone.page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expectAllOnServer(phone.page)

  const other = await device()
  await other.signInAs(ida)
  const { page } = other
  await openTrain(page, '/you')
  await expect(page.getByRole('group', { name: 'Weight in' }).getByRole('radio', { name: 'lb' })).toBeChecked()
  await expect(page.getByRole('group', { name: 'Distance in' }).getByRole('radio', { name: 'miles' })).toBeChecked()
  await expect(page.getByRole('group', { name: 'Effort' }).getByRole('radio', { name: 'Reps left' })).toBeChecked()
  await expect(
    page.getByRole('group', { name: 'Last time, beside a set' }).getByRole('radio', { name: 'Any workout' }),
  ).toBeChecked()
  await expect(page.getByLabel('Bodyweight (lb)')).toHaveValue('176.5')
  await expect(page.getByText('4 workouts')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await openTrain(page, '/history?view=calendar')
  await expect(page.getByRole('main').locator('.caps').first()).toHaveText(/^su$/i)

  // What was typed in kilograms stays in kilograms; what is typed now is pounds, exactly.
  await tab(page, 'Today')
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await expect(exercise(page, 'Bench press')).toContainText('100 kg × 5')
  await expect(row(page, 'Bench press', 1).getByRole('button', { name: /^RIR of / })).toBeVisible()
  await logSet(page, 'Bench press', 1, { load: '225', reps: '5' })
  await finishWorkout(page)
  await page.getByRole('link', { name: 'Today' }).click()
  await expectAllOnServer(page)
  expect(await setsOf(database, ida)).toEqual([
    { loadG: 100_000, reps: 5 },
    { loadG: 102_058, reps: 5 },
  ])
})
