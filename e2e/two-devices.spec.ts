/** One athlete, two devices, and no winner: what each of them wrote is there on both. */
import {
  addExercise,
  exercise,
  expectOnServer,
  logSet,
  openTrain,
  row,
  startWorkout,
  tab,
  type as typeInto,
  waitReadyOffline,
} from './support/athlete.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

test('two-devices: a phone and a tablet log one workout, offline at the same time, and agree afterwards', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const [phone, tablet] = [await device(), await device()]
  for (const one of [phone, tablet]) await one.signInAs(ida)
  await openTrain(phone.page)
  await waitReadyOffline(phone.page)
  await tab(phone.page, 'Today')
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Back squat')
  await logSet(phone.page, 'Back squat', 1, { load: '100', reps: '5' })
  await expectOnServer(phone.page, 'Back squat', 1)

  await openTrain(tablet.page)
  await waitReadyOffline(tablet.page)
  await openTrain(tablet.page, '/workout')
  await expect(row(tablet.page, 'Back squat', 1)).toHaveAccessibleName(/100 kilograms, 5 reps/)
  await expect(tablet.page.getByText('This workout is open on another device.')).toBeVisible()

  for (const one of [phone, tablet]) await one.setOffline(true)
  // The same set, another figure each: neither has to win over the other.
  await typeInto(row(phone.page, 'Back squat', 1).getByRole('button', { name: /^Reps of / }), '6')
  await phone.page.keyboard.press('Escape')
  await typeInto(row(tablet.page, 'Back squat', 1).getByRole('button', { name: /^kg of / }), '101')
  await tablet.page.keyboard.press('Escape')
  await addExercise(phone.page, 'Deadlift')
  await logSet(phone.page, 'Deadlift', 1, { load: '140', reps: '3' })
  await addExercise(tablet.page, 'Overhead press')
  await logSet(tablet.page, 'Overhead press', 1, { load: '50', reps: '8' })

  for (const one of [phone, tablet]) await one.setOffline(false)
  for (const { page } of [phone, tablet]) {
    await expectOnServer(page, 'Deadlift', 1)
    await expectOnServer(page, 'Overhead press', 1)
    await expect(row(page, 'Back squat', 1)).toHaveAccessibleName(/101 kilograms, 6 reps, .*done/)
    await expect(exercise(page, 'Back squat')).toHaveCount(1)
  }
  const sets = await setsOf(database, ida)
  expect(sets.toSorted((a, b) => a.loadG - b.loadG)).toEqual([
    { loadG: 50_000, reps: 8 },
    { loadG: 101_000, reps: 6 },
    { loadG: 140_000, reps: 3 },
  ])
  await expectCleanReceipts(database, ida)
})
