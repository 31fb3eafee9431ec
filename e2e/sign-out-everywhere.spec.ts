/** One button ends every session; what the other device has not sent yet stays on it, and goes up when it signs in again. */
import { signInHere } from './support/account.ts'
import { expectAllOnServer, logWorkout, openTrain, tab, waitReadyOffline } from './support/athlete.ts'
import { DESKTOP } from './support/device.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'
import { newVisitor } from './support/visitor.ts'

test('sign-out-everywhere: from the laptop, while the phone has sets without a signal', async ({
  app,
  athlete,
  database,
  device,
}) => {
  const { person: ida, phone, page } = await athlete('Ida')
  await openTrain(page)
  await expectAllOnServer(page)
  await waitReadyOffline(page)
  await phone.setOffline(true)
  await tab(page, 'Today')
  await logWorkout(page, 'Bench press', [
    { load: '70', reps: '9' },
    { load: '72.5', reps: '7' },
  ])

  const there = newVisitor(app.url, 'Ida', ida)
  expect(await there.signIn()).toBe(true)
  const laptop = await device(DESKTOP)
  laptop.expect(/status of 401/)
  await laptop.signInAs(there)
  await laptop.page.goto('/account')
  await laptop.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(laptop.page.getByText('What a phone has not sent yet stays on it.')).toBeVisible()
  await laptop.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(laptop.page).toHaveURL(new URL('/', app.url).href)
  // The very next request of either: one process heard of it at once.
  for (const device of [ida, there]) expect((await device.query('users.me')).status).toBe(401)
  await laptop.page.goto('/account')
  await expect(laptop.page).toHaveURL(/\/sign-in/)

  phone.expect(/status of 40[01]/)
  await phone.setOffline(false)
  await tab(page, 'You')
  await expect(page.getByText(/You are signed out on the server. Logging goes on/)).toBeVisible()
  expect(await setsOf(database, ida)).toEqual([])
  await phone.close()
  await phone.open()
  await openTrain(phone.page, '/history')
  await expect(phone.page.getByRole('main')).toContainText('Bench press')

  await signInHere(phone.page, ida)
  await expectAllOnServer(phone.page)
  expect(await setsOf(database, ida)).toEqual([
    { loadG: 70_000, reps: 9 },
    { loadG: 72_500, reps: 7 },
  ])
  await expectCleanReceipts(database, ida)
})
