/** An account from its first day: made, entered, mistyped, its password changed, and every other device out. */
import { DESKTOP } from './support/device.ts'
import { letterTo } from './support/letters.ts'
import { expect, test } from './support/story.ts'
import { until } from './support/until.ts'
import { newVisitor } from './support/visitor.ts'

test('sign-up-sign-in-password: a changed password ends every other session', async ({ app, device }) => {
  const email = `ada.${Date.now()}@example.test`
  const [first, second] = ['correct horse battery', 'another staple entirely']
  const laptop = await device(DESKTOP)
  const { page } = laptop
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(first)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
  const { code } = await letterTo(app.url, email)
  // A wrong one is told, and the right one goes by itself once it is whole.
  laptop.expect(/status of 40[019]/)
  await page.getByLabel('Code from the letter').fill(code === '111 111' ? '222222' : '111111')
  await expect(page.getByText('The code is not the one of the newest letter. Check it and try again.')).toBeVisible()
  await page.getByLabel('Code from the letter').fill(code)
  await expect(page).toHaveURL(/\/train/)

  await page.goto('/account')
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await expect(page).not.toHaveURL(/\/account$/)

  laptop.expect(/status of 40[01]/)
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill('not the one at all')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('The address or the password is not right. Check both and try again.')).toBeVisible()
  await page.getByLabel('Password').fill(first)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)

  // Somebody else holds a session too.
  const other = newVisitor(app.url, 'Ada', { email, password: first })
  expect(await other.signIn()).toBe(true)
  await page.goto('/account')
  // A browser that asks for British English: days before months, and 24 hours.
  await expect(page.getByText(/last used \d{1,2} \p{L}{3,4} \d{4}, \d{2}:\d{2}/u).first()).toBeVisible()
  await page.getByLabel('Current password').fill('wrong again, sorry')
  await page.getByLabel('New password').fill(second)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible()
  expect((await other.query('users.me')).status).toBe(200)
  await page.getByLabel('Current password').fill(first)
  await page.getByLabel('New password').fill(second)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText(/Your password is changed\. .*signed out\./)).toBeVisible()

  await until('the other session to end', async () => (await other.query('users.me')).status === 401, 30_000)
  expect(await other.signIn(first)).toBe(false)
  expect(await other.signIn(second)).toBe(true)
  await page.reload()
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible()
})

test('sign-up-sign-in-password: another address is the account’s when its letter came back, by code or by link', async ({
  app,
  device,
  person,
}) => {
  const [ada, ben] = [await person('Ada'), await person('Ben')]
  const [second, third] = [1, 2].map((n) => `ada.${n}.${Date.now()}@example.test`) as [string, string]
  const laptop = await device(DESKTOP)
  const { page } = laptop
  laptop.expect(/status of 40[0139]/)
  await laptop.signInAs(ada)
  await page.goto('/account')

  async function ask(email: string, password: string): Promise<void> {
    await page.getByRole('button', { name: 'Change address' }).click()
    await page.getByLabel('New email address').fill(email)
    await page.getByLabel('Your password').fill(password)
    await page.getByRole('button', { name: 'Send the letter' }).click()
  }

  await ask(second, 'not the one at all')
  await expect(page.getByText('The password is not right, so nothing was changed. Try again.')).toBeVisible()
  await page.getByLabel('Your password').fill(ada.password)
  await page.getByRole('button', { name: 'Send the letter' }).click()
  await expect(page.getByText(`A letter is on its way to ${second}`)).toBeVisible()
  await expect(page.getByText(`Signed in as ${ada.email}`)).toBeVisible()
  await page.getByLabel('Code from the letter').fill((await letterTo(app.url, second)).code)
  await page.getByRole('button', { name: 'Use this address' }).click()
  await expect(page.getByText(`Your address is now ${second}.`)).toBeVisible()
  await expect(page.getByText(`Signed in as ${second}`)).toBeVisible()
  expect((await letterTo(app.url, ada.email)).subject).toBe('Your Spotter account has another address')

  // The link, read first where nobody is signed in, and then by somebody else.
  await page.reload()
  await ask(third, ada.password)
  await expect(page.getByText(`A letter is on its way to ${third}`)).toBeVisible()
  const { link } = await letterTo(app.url, third)
  const other = await device()
  other.expect(/status of 403/)
  await other.page.goto(link)
  await expect(other.page.getByText(/You are not signed in here\./)).toBeVisible()
  await other.signInAs(ben)
  await other.page.reload()
  await other.page.getByRole('button', { name: 'Use this address' }).click()
  await expect(other.page.getByText(/another account than the one that is signed in here/)).toBeVisible()
  const opened = await laptop.context.newPage()
  await opened.goto(link)
  await opened.getByRole('button', { name: 'Use this address' }).click()
  await expect(opened.getByText(`Letters about your account go to ${third} from now on.`)).toBeVisible()
  await opened.close()

  // Somebody's already: said here as for any other, and in the letter what it is.
  await page.reload()
  await expect(page.getByText(`Signed in as ${third}`)).toBeVisible()
  await ask(ben.email, ada.password)
  await expect(page.getByText(`A letter is on its way to ${ben.email}`)).toBeVisible()
  expect((await letterTo(app.url, ben.email)).subject).toBe('This address has a Spotter account already')
  expect(await newVisitor(app.url, 'Ada', { email: third, password: ada.password }).signIn()).toBe(true)
  expect(await newVisitor(app.url, 'Ada', ada).signIn()).toBe(false)
})
