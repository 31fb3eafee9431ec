/** What ends a workout can be taken back, and every set comes back with it, on every device. */
import {
  addExercise,
  exercise,
  expectOnServer,
  leaveWorkout,
  logSet,
  openOwnLog,
  openTrain,
  row,
  START,
  startWorkout,
  waitReadyOffline,
} from './support/athlete.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

test('discard-and-undo: discarded and synced, then undone; a set that came late from the tablet is there too', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const [phone, tablet] = [await device(), await device()]
  for (const one of [phone, tablet]) await one.signInAs(ida)
  const { page } = phone
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '100', reps: '5' })
  await expectOnServer(page, 'Bench press', 1)
  await openTrain(tablet.page)
  await waitReadyOffline(tablet.page)
  await openTrain(tablet.page, '/workout')
  await expect(row(tablet.page, 'Bench press', 1)).toHaveAccessibleName(/100 kilograms, 5 reps, .*done/)
  await tablet.setOffline(true)
  await logSet(tablet.page, 'Bench press', 2, { load: '100', reps: '4' })

  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  await page.getByRole('button', { name: 'Finish workout' }).click()
  const ask = page.getByRole('dialog')
  await expect(ask).toContainText('1 checked set goes with it.')
  await ask.getByRole('button', { name: 'Discard workout' }).click()
  // While its button has the focus the way back stays.
  await undo.focus()
  await expect(page.getByRole('region', { name: 'Open workout' })).toHaveCount(0)
  await tablet.setOffline(false)
  // The tablet sends its set and learns that the workout is gone.
  await expect(exercise(tablet.page, 'Bench press')).toHaveCount(0)
  await tablet.page.getByRole('button', { name: 'Back to today' }).click()
  await expect(tablet.page.getByRole('button', { name: START })).toBeVisible()
  await expect.poll(() => setsOf(database, ida)).toHaveLength(2)

  await undo.click()
  await expect(row(page, 'Bench press', 1)).toHaveAccessibleName(/100 kilograms, 5 reps, .*done/)
  await expectOnServer(page, 'Bench press', 2)
  await expect(row(page, 'Bench press', 2)).toHaveAccessibleName(/100 kilograms, 4 reps, .*done/)
  await expect(tablet.page.getByRole('region', { name: 'Open workout' })).toContainText('2 of 3')

  // A finish is taken back the same way, and the workout goes on.
  await page.getByRole('button', { name: 'Finish workout' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Finish', exact: true }).click()
  await undo.focus()
  await expect(tablet.page.getByRole('region', { name: 'Open workout' })).toHaveCount(0)
  await undo.click()
  await expect(row(page, 'Bench press', 2)).toHaveAccessibleName(/100 kilograms, 4 reps, .*done/)
  await logSet(page, 'Bench press', 3, { load: '100', reps: '3' })
  await expectOnServer(page, 'Bench press', 3)
  await leaveWorkout(page)
  await expect(tablet.page.getByRole('region', { name: 'Open workout' })).toContainText('3 of 3')
  expect(await setsOf(database, ida)).toHaveLength(3)
  await expectCleanReceipts(database, ida)
})
