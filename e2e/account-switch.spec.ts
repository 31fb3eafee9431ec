/** Two people, one phone: a log belongs to an account, never to a browser. */

import { signInHere } from './support/account.ts'
import {
  addExercise,
  expectAllOnServer,
  expectOnPhone,
  finishWorkout,
  logSet,
  openTrain,
  startWorkout,
  tab,
} from './support/athlete.ts'
import type { Device } from './support/device.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

async function train(device: Device, load: string): Promise<void> {
  await tab(device.page, 'Today')
  await startWorkout(device.page)
  await addExercise(device.page, 'Bench press')
  await logSet(device.page, 'Bench press', 1, { load, reps: '5' })
  await expectOnPhone(device.page, 'Bench press', 1)
  await finishWorkout(device.page)
}

test('account-switch: one phone, two accounts, and no row crosses from one to the other', async ({
  database,
  device,
  person,
}) => {
  const [ida, ben] = [await person('Ida'), await person('Ben')]
  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await signInHere(phone.page, ida)
  await train(phone, '60')
  await expectAllOnServer(page)
  // A pull may be under way when the session ends.
  phone.expect(/status of 401 .*sync\.pull/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('Your log is only on this phone')).toBeVisible()
  // With everything on the server, nothing of it stays behind.
  await expect
    .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '')))
    .not.toContain(`train-${ida.userId}`)

  await signInHere(phone.page, ben)
  await tab(page, 'History')
  await expect(page.getByText('Nothing logged yet')).toBeVisible()
  await train(phone, '90')
  await expectAllOnServer(page)

  // Ida signs in on another page of the site while Ben's log is open: what Ben logs now must not become hers.
  phone.expect(/status of 40[13]/)
  await phone.context.clearCookies()
  await phone.signInAs(ida)
  await train(phone, '95')
  await tab(page, 'You')
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(page.getByText(/You are signed out on the server/)).toBeVisible()
  expect((await setsOf(database, ida)).map(({ loadG }) => loadG)).toEqual([60_000])

  await phone.context.clearCookies()
  await signInHere(phone.page, ben)
  await expectAllOnServer(page)
  expect((await setsOf(database, ida)).map(({ loadG }) => loadG)).toEqual([60_000])
  expect((await setsOf(database, ben)).map(({ loadG }) => loadG)).toEqual([90_000, 95_000])
  for (const one of [ida, ben]) await expectCleanReceipts(database, one)
})
