/** A coach and an athlete find each other: what will be shared is read before it is accepted, and either side ends it. */
import { DESKTOP } from './support/device.ts'
import { letterTo } from './support/letters.ts'
import { expect, test } from './support/story.ts'

test('invite-accept-end: a link, read and accepted with less than was asked for; ended by the coach', async ({
  app,
  device,
  person,
}) => {
  const maya = await person('Maya Okafor')
  const desk = await device(DESKTOP)
  await desk.signInAs(maya)
  await desk.page.goto('/coach')
  await expect(desk.page.getByText('Nobody here yet')).toBeVisible()
  await desk.page.locator('header').getByRole('button', { name: 'Invite', exact: true }).click()
  const making = desk.page.getByRole('dialog')
  await making.getByRole('checkbox', { name: /Body measurements/ }).check()
  await making.getByRole('button', { name: 'Make the link' }).click()
  const link = await making.getByLabel('Invite link').inputValue()
  expect(link).toContain(`${app.url}/invite/`)
  await desk.page.keyboard.press('Escape')
  // Opened by its own coach, it says so at once and offers nothing that would be refused.
  await desk.page.goto(link)
  await expect(desk.page.getByText('This is your own invite, as your athlete sees it')).toBeVisible()
  await expect(desk.page.getByRole('button', { name: /^Accept/ })).toHaveCount(0)
  await desk.page.getByRole('link', { name: 'Your athletes', exact: true }).click()
  await expect(desk.page.getByText('Nobody here yet')).toBeVisible()

  const phone = await device()
  const { page } = phone
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Maya Okafor would like to coach you' })).toBeVisible()
  // Said about the body: shown, and off until the athlete turns it on.
  await expect(page.getByRole('checkbox', { name: /Training log/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /Body measurements/ })).not.toBeChecked()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByLabel('Name').fill('Ida Winter')
  const email = `ida.${Date.now()}@example.test`
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill('an athlete’s own password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Code from the letter').fill((await letterTo(app.url, email)).code)
  await page.getByRole('button', { name: 'Accept as Ida Winter' }).click()
  await expect(page.getByRole('heading', { name: 'Maya Okafor is your coach now' })).toBeVisible()
  await expect(page.getByText('You share: Training log.')).toBeVisible()
  // Used up: nobody else gets in with it.
  await page.goto(link)
  phone.expect(/status of 4\d\d/)
  await expect(page.getByRole('heading', { name: 'This invite can’t be opened' })).toBeVisible()

  await desk.page.reload()
  await desk.page
    .getByRole('link', { name: /Ida Winter/ })
    .first()
    .click()
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText('Ida Winter')
  await expect(desk.page.getByText(/hasn’t logged a workout yet/)).toBeVisible()
  await desk.page.getByRole('button', { name: 'End coaching…' }).click()
  await desk.page.getByRole('dialog').getByRole('button', { name: 'End coaching' }).click()
  await expect(desk.page.getByText('You no longer coach Ida Winter.')).toBeVisible()
  await expect(desk.page.getByText('Nobody here yet')).toBeVisible()

  await page.goto('/account')
  await expect(page.getByText('Before', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'End coaching by Maya Okafor' })).toHaveCount(0)
})
