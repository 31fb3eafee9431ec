/** Signing in by a letter: with its link where it was asked for, with its code in the app, and safely anywhere else. */
import { tab } from './support/athlete.ts'
import { DESKTOP } from './support/device.ts'
import { letterTo } from './support/letters.ts'
import { expect, test } from './support/story.ts'

test('magic-link: the link signs in the browser that asked for it, once', async ({ app, device, person }) => {
  const ana = await person('Ana Kos')
  const laptop = await device(DESKTOP)
  const { page } = laptop
  await page.goto('/sign-in?next=%2Faccount')
  await page.getByRole('button', { name: 'Sign in by a letter' }).click()
  await page.getByLabel('Email address').fill(ana.email)
  await page.getByRole('button', { name: 'Send the letter' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
  const letter = await letterTo(app.url, ana.email, 'Sign in to Spotter')
  expect(letter.text).toContain('It wasn’t you? Ignore this letter')

  // In a tab of its own, as mail programs open it; the tab that waits goes along.
  const opened = await laptop.context.newPage()
  await opened.goto(letter.link)
  await expect(opened.getByText(`Signed in as ${ana.email}`)).toBeVisible()
  await expect(opened.getByText('this device', { exact: true })).toBeVisible()
  await expect(opened.getByText('by a letter').first()).toBeVisible()
  await expect(page.getByText(`Signed in as ${ana.email}`)).toBeVisible()

  laptop.expect(/status of 409/)
  await opened.goto(letter.link)
  await expect(opened.getByText('This link was used already: each works once.')).toBeVisible()
})

test('magic-link: opened on another device it asks first, and the app that asked takes the code', async ({
  app,
  device,
  person,
}) => {
  const ben = await person('Ben Ode')
  const phone = await device()
  await phone.page.goto('/train')
  await tab(phone.page, 'You')
  await phone.page.getByRole('button', { name: /^Sign in/ }).click()
  await phone.page.getByRole('button', { name: 'Sign in by a letter' }).click()
  await phone.page.getByLabel('Email address').fill(ben.email)
  await phone.page.getByRole('button', { name: 'Send the letter' }).click()
  const letter = await letterTo(app.url, ben.email, 'Sign in to Spotter')

  // The mail is read on a laptop: nobody is signed in there by looking.
  const laptop = await device(DESKTOP)
  laptop.expect(/status of 40[19]/)
  await laptop.page.goto(letter.link)
  await expect(laptop.page.getByRole('heading', { name: 'Sign in here as Ben Ode?' })).toBeVisible()
  await expect(laptop.page.getByText(/type the letter’s code there/)).toBeVisible()
  await laptop.page.goto('/account')
  await expect(laptop.page).toHaveURL(/\/sign-in/)

  // The phone ended the app meanwhile; it comes back to where it was.
  await phone.close()
  await phone.open()
  await phone.page.goto('/train/sign-in')
  await phone.page.getByLabel('Code from the letter').fill(letter.code)
  await tab(phone.page, 'You')
  await expect(phone.page.getByText(/^Signed in/).first()).toBeVisible()

  // Used up: the link that still lies in the mail opens nothing.
  await laptop.page.goto(letter.link)
  await expect(laptop.page.getByText('This link was used already: each works once.')).toBeVisible()
})

test('magic-link: an address without an account reads so in its letter, and nowhere else', async ({ app, device }) => {
  const laptop = await device(DESKTOP)
  const { page } = laptop
  const email = `nobody.${Date.now()}@example.test`
  for (const way of ['Sign in by a letter', 'Forgot your password?']) {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: way }).click()
    await page.getByLabel('Email address').fill(email)
    await page.getByRole('button', { name: 'Send the letter' }).click()
    await expect(page.getByRole('status')).toHaveText(
      `A letter is on its way to ${email}. Type its code here, or open its link.`,
    )
    const letter = await letterTo(app.url, email, 'There is no Spotter account with this address')
    expect([letter.code, letter.link]).toEqual(['', ''])
    await page.getByRole('button', { name: 'Use another address or way' }).click()
  }
})
