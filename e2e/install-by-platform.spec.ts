/** Spotter on the home screen: offered after the first workout, explained as each platform has it, gone when it is done. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { signInHere } from './support/account.ts'
import { expectAllOnServer, logWorkout, openTrain, tab } from './support/athlete.ts'
import { PHONE } from './support/device.ts'
import { expect, test } from './support/story.ts'

const AGENTS = {
  iPhone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  firefoxPhone: 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  android:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
} as const

async function train(page: Page): Promise<void> {
  await tab(page, 'Today')
  await logWorkout(page, 'Bench press', [{ load: '60', reps: '5' }])
}

/** What Chromium fires when it would install the app; its question is answered by the story. */
async function offer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => {
        Object.assign(window, { wasPrompted: true })
        return { outcome: 'accepted' }
      },
    })
    window.dispatchEvent(event)
    Object.assign(window, { wasKept: event.defaultPrevented })
  })
}
const told = (page: Page, what: 'wasPrompted' | 'wasKept') =>
  page.evaluate((name) => Boolean((window as unknown as Record<string, unknown>)[name]), what)

test('install-by-platform: the browser’s offer is kept for the first finished workout, and for You', async ({
  device,
}) => {
  const { page } = await device({ ...PHONE, userAgent: AGENTS.android })
  await openTrain(page)
  await offer(page)
  expect(await told(page, 'wasKept')).toBe(true)
  const title = page.getByText('Put Spotter on your home screen')
  await expect(title).toHaveCount(0)
  await train(page)
  await tab(page, 'Today')
  await expect(title).toBeVisible()
  expect(await told(page, 'wasPrompted')).toBe(false)
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(title).toHaveCount(0)
  await openTrain(page)
  await offer(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(title).toHaveCount(0)
  // Said no once; who wants it later finds it.
  await tab(page, 'You')
  await page.getByRole('button', { name: /^Install Spotter/ }).click()
  await page.getByRole('button', { name: 'Install Spotter' }).click()
  expect(await told(page, 'wasPrompted')).toBe(true)
  await page.evaluate(() => window.dispatchEvent(new Event('appinstalled')))
  await expect(page.getByText('You are in the installed app')).toBeVisible()
})

for (const [name, userAgent, steps] of [
  ['an iPhone', AGENTS.iPhone, [/Tap Share/, /Add to Home Screen/, /sign in there/]],
  [
    'Firefox on Android',
    AGENTS.firefoxPhone,
    [/menu beside the address/, /Add app to home screen/, /your log is there/],
  ],
  ['Chrome on Android without an offer', AGENTS.android, [/browser’s menu/, /Install app/, /your log is there/]],
  ['Safari on a Mac', AGENTS.mac, [/Share in the toolbar/, /Add to Dock/]],
] as const) {
  test(`install-by-platform: the steps on ${name}`, async ({ device }) => {
    const { page } = await device({ ...PHONE, userAgent, hasTouch: !userAgent.includes('Macintosh') })
    await openTrain(page, '/you/install')
    await expect(page.getByRole('main').getByRole('listitem')).toHaveText([...steps])
  })
}

test('install-by-platform: Firefox on a computer is told what it can’t do, and that the tab works', async ({
  device,
}) => {
  const { page } = await device({ userAgent: AGENTS.firefox, viewport: { width: 1000, height: 800 } })
  await openTrain(page, '/you/install')
  await expect(page.getByText(/Spotter works in the tab, without a signal too/)).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(0)
})

test('install-by-platform: on an iPhone the log is brought to safety first, a guest’s and an account’s', async ({
  device,
  person,
}) => {
  const ida = await person('Ida')
  const phone = await device({ ...PHONE, userAgent: AGENTS.iPhone })
  const { page } = phone
  await openTrain(page, '/you/install')
  // Nothing logged yet: nothing can be left behind.
  await expect(page.getByText('First bring your log to safety')).toHaveCount(0)
  await train(page)
  await tab(page, 'Today')
  await page.getByRole('button', { name: 'Show me how' }).click()
  await expect(page.getByText('First bring your log to safety')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make an account' })).toBeVisible()
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Take it out as a file' }).click()
  await page.getByRole('button', { name: /^Archive of your log/ }).click()
  await page.getByRole('button', { name: /^Save/ }).click()
  const archive = await (await file).path()
  const app = await device({ ...PHONE, userAgent: AGENTS.iPhone })
  await openTrain(app.page, '/you/import')
  await app.page.locator('input[type=file]').setInputFiles({
    ...{ name: 'spotter-log.json', mimeType: 'application/json', buffer: readFileSync(archive) },
  })
  await app.page.getByRole('button', { name: 'Bring it in', exact: true }).click()
  await expect(app.page.getByText('It is in your log')).toBeVisible()
  await tab(app.page, 'History')
  await expect(app.page.getByRole('main')).toContainText('1 set')
  await openTrain(page, '/you/install')

  await signInHere(page, ida)
  await expectAllOnServer(page)
  await phone.setOffline(true)
  await train(page)
  await openTrainOffline(page)
  await expect(page.getByText(/change(s are| is) only in this browser yet/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible()
  // With a signal it goes by itself.
  await phone.setOffline(false)
  await expect(page.getByText(/Everything is on the server. Sign in inside the installed app/)).toBeVisible()
})

async function openTrainOffline(page: Page): Promise<void> {
  await tab(page, 'You')
  await page.getByRole('button', { name: /^Install Spotter/ }).click()
}

test('install-by-platform: inside the installed app nothing is offered any more', async ({ device }) => {
  const { page } = await device({ ...PHONE, userAgent: AGENTS.iPhone })
  await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { get: () => true }))
  await openTrain(page)
  await train(page)
  await tab(page, 'Today')
  await expect(page.getByText('Put Spotter on your home screen')).toHaveCount(0)
  await tab(page, 'You')
  await expect(page.getByRole('heading', { name: 'This device' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Install Spotter/ })).toHaveCount(0)
})
