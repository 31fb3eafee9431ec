/** One open workout a person: shown on the second device, and taken over without losing a set. */
import {
  addExercise,
  expectOnPhone,
  expectOnServer,
  finishWorkout,
  logSet,
  openTrain,
  row,
  startWorkout,
} from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

test('take-over: the phone goes dark in mid-workout, the tablet goes on with it, the phone comes back', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const [phone, tablet] = [await device(), await device()]
  for (const one of [phone, tablet]) await one.signInAs(ida)
  await openTrain(phone.page)
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '100', reps: '5' })
  await expectOnServer(phone.page, 'Bench press', 1)
  await phone.setOffline(true)
  await logSet(phone.page, 'Bench press', 2, { load: '100', reps: '4' })
  await expectOnPhone(phone.page, 'Bench press', 2)

  await openTrain(tablet.page)
  const card = tablet.page.getByRole('region', { name: 'Open workout' })
  await expect(card).toContainText('Open on another device')
  await card.getByRole('button', { name: 'Go on here' }).click()
  await expect(row(tablet.page, 'Bench press', 1)).toHaveAccessibleName(/100 kilograms, 5 reps, .*done/)
  await expect(tablet.page.getByText('This workout is open on another device.')).toHaveCount(0)
  await addExercise(tablet.page, 'Deadlift')
  await logSet(tablet.page, 'Deadlift', 1, { load: '150', reps: '3' })
  await expectOnServer(tablet.page, 'Deadlift', 1)

  // Back from the dark: its set joins, and it knows that the workout is elsewhere now.
  await phone.setOffline(false)
  await expectOnServer(phone.page, 'Bench press', 2)
  await expect(phone.page.getByText('This workout is open on another device.')).toBeVisible()
  await expect(row(phone.page, 'Deadlift', 1)).toHaveAccessibleName(/150 kilograms, 3 reps, .*done/)
  await expect(row(tablet.page, 'Bench press', 2)).toHaveAccessibleName(/100 kilograms, 4 reps, .*done/)

  await finishWorkout(tablet.page)
  await expect(phone.page.getByRole('region', { name: 'Bench press' })).toHaveCount(0)
  await expect
    .poll(() =>
      asAdmin(database.admin, async (sql) => {
        const rows = await sql`select state from workout where athlete_id = ${ida.userId} and not deleted`
        return rows.map(({ state }) => state)
      }),
    )
    .toEqual(['done'])
  const sets = await setsOf(database, ida)
  expect(sets.map(({ loadG, reps }) => `${loadG / 1000}×${reps}`).sort()).toEqual(['100×4', '100×5', '150×3'])
  await expectCleanReceipts(database, ida)
})
