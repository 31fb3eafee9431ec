/** A forgotten password is replaced by letter; what a phone has not sent yet waits for its owner and arrives once. */
import { signInHere } from './support/account.ts'
import { expectAllOnServer, logWorkout, openTrain, tab, waitReadyOffline } from './support/athlete.ts'
import { DESKTOP } from './support/device.ts'
import { letterTo } from './support/letters.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'
import { until } from './support/until.ts'

test('reset-password-with-unsynced: sets logged offline outlast the reset and arrive exactly once', async ({
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
  expect(await setsOf(database, ida)).toEqual([])

  // Somewhere else, by a letter.
  const laptop = await device(DESKTOP)
  await laptop.page.goto('/sign-in')
  await laptop.page.getByRole('button', { name: 'Forgot your password?' }).click()
  await laptop.page.getByLabel('Email address').fill(ida.email)
  await laptop.page.getByRole('button', { name: 'Send the letter' }).click()
  const { link } = await letterTo(app.url, ida.email, 'Choose a new password')
  await laptop.page.goto(link)
  const next = 'a password that Ida will remember'
  await laptop.page.getByLabel('New password').fill(next)
  await laptop.page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await expect(laptop.page).toHaveURL(/\/train/)
  await until('the phone’s session to end', async () => (await ida.query('users.me')).status === 401, 30_000)
  expect(await ida.signIn()).toBe(false)

  // The phone is signed out when it is back, says so, and keeps everything; also over a restart.
  phone.expect(/status of 40[01]/)
  await phone.setOffline(false)
  await tab(page, 'You')
  await expect(page.getByText(/You are signed out on the server. Logging goes on/)).toBeVisible()
  await phone.close()
  await phone.open()
  await openTrain(phone.page, '/history')
  await expect(phone.page.getByRole('main')).toContainText('Bench press')
  expect(await setsOf(database, ida)).toEqual([])

  await signInHere(phone.page, { email: ida.email, password: next })
  await expectAllOnServer(phone.page)
  expect(await setsOf(database, ida)).toEqual([
    { loadG: 70_000, reps: 9 },
    { loadG: 72_500, reps: 7 },
  ])
  await expectCleanReceipts(database, ida)
})

test('reset-password-with-unsynced: in the app itself, by the letter’s code', async ({ app, athlete }) => {
  const { person: ada, phone, page } = await athlete('Ada')
  await openTrain(page, '/sign-in')
  await page.getByRole('button', { name: 'Forgot your password?' }).click()
  await page.getByLabel('Email address').fill(ada.email)
  await page.getByRole('button', { name: 'Send the letter' }).click()
  const { code } = await letterTo(app.url, ada.email, 'Choose a new password')
  await page.getByLabel('Code from the letter').fill(code)
  await page.getByLabel('Password').fill('a password of the phone')
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await expectAllOnServer(page)
  phone.expect(/status of 401/)
  expect(await ada.signIn('a password of the phone')).toBe(true)
})
