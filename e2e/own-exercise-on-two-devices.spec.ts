/** An exercise that the list lacks: made without signal on one phone, found, used and renamed on another. */
import {
  closePad,
  expectAllOnServer,
  expectOnServer,
  logSet,
  openTrain,
  row,
  startWorkout,
  tab,
  type,
  waitReadyOffline,
} from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

test('own-exercise-on-two-devices: made offline, synced, found past a typo, used and renamed on the other', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const [phone, tablet] = [await device(), await device()]
  for (const one of [phone, tablet]) {
    await one.signInAs(ida)
    await openTrain(one.page)
    await waitReadyOffline(one.page)
    await tab(one.page, 'Today')
  }
  const { page } = phone
  await phone.setOffline(true)
  await startWorkout(page)
  await page.getByRole('button', { name: 'Add exercise', exact: true }).click()
  const picker = page.getByRole('dialog')
  await picker.getByRole('searchbox', { name: 'Search exercises' }).fill('Zercher sled drag')
  await picker.getByRole('button', { name: 'Create “Zercher sled drag”' }).click()
  const form = page.getByRole('dialog', { name: 'New exercise' })
  await expect(form.getByLabel('Name')).toHaveValue('Zercher sled drag')
  await form.getByRole('button', { name: /^Glutes/ }).click()
  await form.getByRole('button', { name: 'Add exercise' }).click()
  await logSet(page, 'Zercher sled drag', 1, { load: '60', reps: '12' })
  await phone.setOffline(false)
  await expectOnServer(page, 'Zercher sled drag', 1)

  await tab(tablet.page, 'Exercises')
  await tablet.page.getByRole('searchbox', { name: 'Search exercises' }).fill('zercer sled')
  await tablet.page.getByRole('link', { name: /^Zercher sled drag/ }).click()
  await tablet.page.getByRole('button', { name: 'Edit exercise' }).click()
  const again = tablet.page.getByRole('dialog', { name: 'Edit exercise' })
  await expect(again.getByRole('button', { name: 'Glutes, main muscle' })).toBeVisible()
  await again.getByLabel('Name').fill('Sled drag in the elbows')
  await again.getByRole('button', { name: 'Save' }).click()
  await expect(tablet.page.getByRole('heading', { level: 1 })).toContainText('Sled drag in the elbows')
  await openTrain(tablet.page, '/workout')
  await logSet(tablet.page, 'Sled drag in the elbows', 2, { load: '70', reps: '10' })
  await expectOnServer(tablet.page, 'Sled drag in the elbows', 2)

  // The phone that made it follows, in the middle of its workout.
  await expect(row(page, 'Sled drag in the elbows', 2)).toHaveAccessibleName(/70 kilograms, 10 reps, .*done/)
  await expect(row(page, 'Sled drag in the elbows', 1)).toHaveAccessibleName(/60 kilograms, 12 reps, .*done/)

  // One that counts floors, not reps.
  await page.getByRole('button', { name: 'Add exercise', exact: true }).click()
  await picker.getByRole('searchbox', { name: 'Search exercises' }).fill('Stadium stairs')
  await picker.getByRole('button', { name: 'Create “Stadium stairs”' }).click()
  await form.getByLabel('What you log').selectOption({ label: 'Floors and time' })
  await form.getByRole('button', { name: 'Add exercise' }).click()
  const stairs = row(page, 'Stadium stairs', 1)
  await type(stairs.getByRole('button', { name: /^floors of / }), '2400')
  await type(stairs.getByRole('button', { name: /^Time of / }), '1500', '15:00')
  await closePad(page)
  await stairs.getByRole('button', { name: /^Check / }).click()
  await expect(stairs).toHaveAccessibleName(/2400 floors, 15:00, .*done/)
  await page.getByRole('button', { name: 'Back to today, the workout stays open' }).click()
  await expectAllOnServer(page)
  const names = await asAdmin(database.admin, async (sql) => {
    const rows = await sql`select name from exercise where athlete_id = ${ida.userId} and not deleted`
    return rows.map(({ name }) => name)
  })
  expect(names.sort()).toEqual(['Sled drag in the elbows', 'Stadium stairs'])
  expect(await setsOf(database, ida)).toHaveLength(3)
  await expectCleanReceipts(database, ida)
})
