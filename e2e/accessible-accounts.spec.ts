/** The ways in and the account, measured and read by axe as every screen: on the phone and at a desk. */
import { openTrain } from './support/athlete.ts'
import { DESKTOP } from './support/device.ts'
import { letterTo, OUTBOX } from './support/letters.ts'
import { look } from './support/look.ts'
import { expect, test } from './support/story.ts'

test('accessible-accounts: getting in by letter, in the athlete’s app', async ({ device }) => {
  const { page } = await device()
  const found: string[] = []
  const see = async (screen: string) => void found.push(...(await look(page, screen, true)))
  await openTrain(page, '/sign-in')
  await page.getByRole('button', { name: 'Forgot your password?' }).click()
  await see('forgotten password')
  await page.getByLabel('Email address').fill('somebody@example.test')
  await page.getByRole('button', { name: 'Send the letter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail')
  await see('code of a letter')
  expect(found).toEqual([])
})

test('accessible-accounts: letters, their links, the outbox and the account', async ({ app, device, person }) => {
  const maya = await person('Maya')
  const desk = await device(DESKTOP)
  const { page } = desk
  const found: string[] = []
  const see = async (screen: string) => void found.push(...(await look(page, screen, false)))
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Forgot your password?' }).click()
  await see('forgotten password')
  await page.getByLabel('Email address').fill(maya.email)
  await page.getByRole('button', { name: 'Send the letter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail')
  await see('code of a letter')
  await page.goto((await letterTo(app.url, maya.email, 'Choose a new password')).link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a new password')
  await see('link of a letter')
  await page.goto(`/outbox/${OUTBOX}`)
  await see('outbox')
  await desk.signInAs(maya)
  await page.goto('/account')
  await expect(page.getByRole('button', { name: 'Add a passkey' })).toBeVisible()
  await see('account')
  await page.getByRole('button', { name: 'Change address' }).click()
  await page.getByLabel('New email address').fill('maya.new@example.test')
  await page.getByLabel('Your password').fill(maya.password)
  await see('another address')
  await page.getByRole('button', { name: 'Send the letter' }).click()
  await expect(page.getByText('A letter is on its way to maya.new@example.test')).toBeVisible()
  await see('code for another address')
  await page.goto((await letterTo(app.url, 'maya.new@example.test')).link)
  await expect(page.getByRole('button', { name: 'Use this address' })).toBeVisible()
  await see('link of the letter to another address')
  expect(found).toEqual([])
})
