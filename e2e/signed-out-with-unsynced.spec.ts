/** Signing out asks about what the server does not have, and loses none of it. */

import { signInHere } from './support/account.ts'
import { expectAllOnServer, logWorkout, openTrain, tab } from './support/athlete.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

test('signed-out-with-unsynced: sets wait under the account, and go on when it signs in again', async ({
  athlete,
  database,
}) => {
  const { person: ida, phone, page } = await athlete('Ida')
  await openTrain(page)
  await expectAllOnServer(page)
  await phone.context.route('**/api/trpc/sync.push*', (route) => route.abort('connectionreset'))
  await tab(page, 'Today')
  await logWorkout(page, 'Bench press', [{ load: '70', reps: '9' }])

  await tab(page, 'You')
  await page.getByRole('button', { name: 'Sign out' }).click()
  const asking = page.getByRole('dialog')
  await expect(asking).toContainText(/\d changes are only on this phone/)
  await asking.getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByText(/still here. There is no answer/)).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    asking.getByRole('button', { name: 'Save unsynced as a file' }).click(),
  ])
  const text = await (await file.createReadStream()).toArray().then((parts) => Buffer.concat(parts).toString())
  expect(text).toContain('"enteredLoad": "70"')
  await asking.getByRole('button', { name: 'Keep here and sign out' }).click()
  await expect(page.getByText('Your log is only on this phone')).toBeVisible()
  await tab(page, 'History')
  await expect(page.getByText('Nothing logged yet')).toBeVisible()
  expect(await setsOf(database, ida)).toEqual([])

  // Days later, with the browser restarted in between.
  await phone.context.unroute('**/api/trpc/sync.push*')
  await phone.close()
  await phone.open()
  await openTrain(phone.page)
  await signInHere(phone.page, ida)
  await expectAllOnServer(phone.page)
  expect(await setsOf(database, ida)).toEqual([{ loadG: 70_000, reps: 9 }])
  await expectCleanReceipts(database, ida)
  await tab(phone.page, 'History')
  await expect(phone.page.getByRole('main')).toContainText('Bench press')
})
