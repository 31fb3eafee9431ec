/** Passkeys, with an authenticator that the browser itself plays (CDP): added, named, used in both doors, removed. */
import type { Device } from './support/device.ts'
import { DESKTOP } from './support/device.ts'
import { letterTo } from './support/letters.ts'
import { expect, test } from './support/story.ts'

/** Holds passkeys and always knows its owner; nobody is asked for a finger. */
async function giveAuthenticator(device: Device): Promise<void> {
  const cdp = await device.cdp()
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function signOut(device: Device): Promise<void> {
  await device.context.clearCookies()
}

test('passkey: added in the account, it signs in on the page and in the app, until it is removed', async ({
  app,
  device,
  person,
}) => {
  const ana = await person('Ana Kos')
  const laptop = await device(DESKTOP)
  const { page } = laptop
  laptop.expect(/status of 40[01]/)
  await giveAuthenticator(laptop)
  await laptop.signInAs(ana)
  await page.goto('/account')
  // The button is there before its script: a click in that very moment does nothing.
  await expect(async () => {
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await expect(page.getByText(/^added .*, not used yet$/)).toBeVisible({ timeout: 5_000 })
  }).toPass()
  expect((await letterTo(app.url, ana.email, 'A passkey was added to your account')).text).toContain('It wasn’t you?')
  await page.getByRole('button', { name: /^Rename the passkey/ }).click()
  await page.getByLabel('Name of the passkey').fill('Desk at home')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Desk at home')).toBeVisible()
  // The device holds one already.
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('This device holds a passkey of your account already.')).toBeVisible()

  await signOut(laptop)
  await page.goto('/sign-in?next=%2Faccount')
  await expect(async () => {
    // Where the browser fills it in by itself nobody presses the button.
    const button = page.getByRole('button', { name: 'Sign in with a passkey' })
    if (await button.isVisible()) await button.click({ timeout: 1_000 })
    await expect(page.getByText(`Signed in as ${ana.email}`)).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(page.getByText(/with a passkey/).first()).toBeVisible()
  await expect(page.getByText(/^added .*, last used/)).toBeVisible()

  await signOut(laptop)
  await page.goto('/train/sign-in')
  await expect(async () => {
    const button = page.getByRole('button', { name: 'Sign in with a passkey' })
    if (await button.isVisible()) await button.click({ timeout: 1_000 })
    await expect(page).toHaveURL(/\/train\/?$/, { timeout: 3_000 })
  }).toPass()
  await page.goto('/train/you')
  await expect(page.getByText(/^Signed in as Ana Kos/)).toBeVisible()

  await page.goto('/account')
  await page.getByRole('button', { name: 'Remove the passkey Desk at home' }).click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText('Desk at home')).toHaveCount(0)
  await signOut(laptop)
  await page.goto('/sign-in')
  await expect(async () => {
    const button = page.getByRole('button', { name: 'Sign in with a passkey' })
    const said = page.getByText(/This passkey opens no account here/)
    if (!(await said.isVisible())) await button.click({ timeout: 1_000 })
    await expect(said).toBeVisible({ timeout: 3_000 })
  }).toPass()
})
