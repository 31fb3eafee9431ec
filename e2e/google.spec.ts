/** Signing in with Google, played by an issuer of the story's own: in the portal and on the phone, and being sent back. */
import { newId } from '../src/shared/id.ts'
import { type GoogleIssuer, startGoogleIssuer } from '../src/test/google-issuer.ts'
import { expectAllOnServer, logWorkout, openTrain, tab } from './support/athlete.ts'
import { asAdmin, type StoryDatabase } from './support/database.ts'
import { DESKTOP } from './support/device.ts'
import { letterTo } from './support/letters.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

let google: GoogleIssuer
test.beforeAll(async ({ world }) => {
  google = await startGoogleIssuer()
  Object.assign(world.env, google.env)
  await world.app.stop()
  await world.app.start()
})
// The worker's app goes on to other stories.
test.afterAll(async ({ world }) => {
  for (const name of Object.keys(google.env)) delete world.env[name]
  await world.app.stop()
  await world.app.start()
  await google.stop()
})

const verified = (name: string) => ({
  ...{ sub: newId(), name, email: `${name.toLowerCase()}.${newId().slice(-6)}@example.test`, email_verified: true },
})

async function accountsOf(database: StoryDatabase, email: string): Promise<{ userId: string }[]> {
  return asAdmin(database.admin, async (sql) => {
    const rows = await sql`select user_id from credential where email = ${email}`
    return rows.map(({ user_id }) => ({ userId: String(user_id) }))
  })
}

test('google: it makes an account in the portal, and on the phone opens it: what a guest logged is claimed once', async ({
  database,
  device,
}) => {
  const gil = verified('Gil')
  google.is(gil)
  const laptop = await device(DESKTOP)
  laptop.expect(/status of 401/)
  await laptop.page.goto('/sign-up?next=%2Faccount')
  await laptop.page.getByRole('button', { name: 'Continue with Google' }).click()
  await expect(laptop.page.getByText(`Signed in as ${gil.email}`)).toBeVisible()
  await expect(laptop.page.getByText(/with Google/).first()).toBeVisible()

  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await logWorkout(page, 'Bench press', [{ load: '60', reps: '5' }])

  await tab(page, 'You')
  await page.getByRole('button', { name: /^Sign in/ }).click()
  await page.getByRole('button', { name: 'Continue with Google' }).click()
  await expect(page.getByText('What you logged before is now in your account')).toBeVisible()
  await expectAllOnServer(page)
  await expect(page.getByText('Signed in as Gil')).toBeVisible()
  const [account, ...others] = await accountsOf(database, gil.email)
  expect(others).toEqual([])
  const person = { userId: account?.userId ?? '' }
  expect(await setsOf(database, person)).toEqual([{ loadG: 60_000, reps: 5 }])
  await expectCleanReceipts(database, person)
})

test('google: removed from the account it opens nothing there, and the owner reads so', async ({ app, device }) => {
  const ada = verified('Ada')
  google.is(ada)
  const laptop = await device(DESKTOP)
  const { page } = laptop
  laptop.expect(/status of 401/)
  await page.goto('/sign-in?next=%2Faccount')
  await page.getByRole('button', { name: 'Continue with Google' }).click()
  await page.getByRole('button', { name: 'Remove Google' }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText(/^Google no longer opens this account/)).toBeVisible()
  expect((await letterTo(app.url, ada.email)).subject).toBe('Google no longer opens your account')
  await page.reload()
  await expect(page.getByText(`Signed in as ${ada.email}`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove Google' })).toHaveCount(0)
})

test('google: stopped there, or refused here, the phone says so in its own form and its log is as it was', async ({
  database,
  device,
}) => {
  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await logWorkout(page, 'Bench press', [{ load: '62.5', reps: '8' }])
  await tab(page, 'You')
  await page.getByRole('button', { name: /^Sign in/ }).click()

  google.is(null)
  await page.getByRole('button', { name: 'Continue with Google' }).click()
  await expect(page.getByText('Google didn’t sign you in, or you stopped it. Your log is as it was')).toBeVisible()
  await expect(page).toHaveURL(/\/train\/sign-in$/)

  const ben = { ...verified('Ben'), email_verified: false }
  google.is(ben)
  await page.getByRole('button', { name: 'Continue with Google' }).click()
  await expect(page.getByText('Google has not verified this address, so it opens nothing here.')).toBeVisible()
  await expect(page).toHaveURL(/\/train\/sign-in$/)
  // The sentence is said once.
  await page.reload()
  await expect(page.getByRole('button', { name: 'Continue with Google' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  expect(await accountsOf(database, ben.email)).toEqual([])

  await openTrain(page, '/history')
  await expect(page.getByRole('main')).toContainText('Bench press')
  await tab(page, 'You')
  await expect(page.getByText('Your log is only on this phone')).toBeVisible()
})
