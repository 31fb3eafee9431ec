/** What was done on one device is undone on another, and offline on the one that did it. */
import {
  addExercise,
  expectAllOnServer,
  finishWorkout,
  logSet,
  openOwnLog,
  openTrain,
  row,
  startWorkout,
  tab,
  waitReadyOffline,
} from './support/athlete.ts'
import { DESKTOP } from './support/device.ts'
import { expect, test } from './support/story.ts'

test('undo-on-another-device: a workout is finished and deleted on the phone, and both are undone at the desk', async ({
  device,
  person,
}) => {
  const ida = await person('Ida')
  const [phone, desk] = [await device(), await device(DESKTOP)]
  for (const one of [phone, desk]) await one.signInAs(ida)
  const { page } = phone
  await openOwnLog(page)
  await waitReadyOffline(page)
  await tab(page, 'Today')
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '100', reps: '5' })
  await finishWorkout(page)
  await tab(page, 'History')
  await page.getByRole('main').getByRole('link').first().click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByText('Delete workout').click()
  await expectAllOnServer(page)

  await openTrain(desk.page, '/you/timeline')
  const list = desk.page.getByRole('main')
  await expect(list).toContainText(/Set 1 of Bench press done: 100.kg × 5/)
  await expect(list).toContainText('on another device')
  const press = (name: RegExp) => list.getByRole('button', { name }).click()
  // What stands on it is named, and undone along with it only when that is said.
  await press(/^Undo: Bench press added/)
  await expect(list.getByRole('alert')).toContainText(/^Set 1 of Bench press .*\w+day at .*\. Undo that first\./)
  await press(/^Undo: Workout deleted/)
  await expect(list.getByRole('button', { name: 'Redo: Workout deleted' })).toBeVisible()
  await press(/^Undo: Workout finished/)
  await expect(list.getByRole('button', { name: 'Redo: Workout finished' })).toBeVisible()
  await expect(list.getByRole('alert')).toHaveCount(0)

  // The phone is told, and goes on with the workout.
  await tab(page, 'Today')
  await page.getByRole('region', { name: 'Open workout' }).getByRole('button').first().click()
  await expect(row(page, 'Bench press', 1)).toHaveAccessibleName(/100 kilograms, 5 reps, .*done/)

  // Its own deed it takes back without a signal, and puts it back.
  await phone.setOffline(true)
  await openTrain(page, '/you/timeline')
  const own = page.getByRole('main')
  await own.getByRole('button', { name: /^Undo: Set 1 of Bench press done/ }).click()
  await expect(page.getByText(/^Undone: Set 1 of Bench press done/)).toBeVisible()
  await expect(own.getByRole('button', { name: /^Redo: Set 1 of Bench press done/ })).toBeVisible()
  await page.getByRole('button', { name: 'Redo', exact: true }).last().click()
  await expect(own.getByRole('button', { name: /^Undo: Set 1 of Bench press done/ })).toBeVisible()
  await phone.setOffline(false)
  await expectAllOnServer(page)
})
