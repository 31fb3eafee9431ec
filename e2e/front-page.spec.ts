/** What somebody sees who has only heard of Spotter: without a script, without anything from elsewhere. */

import { DESKTOP } from './support/device.ts'
import { expect, test } from './support/story.ts'

test('front-page: says what it is and leads everywhere without a script, in the theme of its reader', async ({
  app,
  device,
}) => {
  for (const colorScheme of ['dark', 'light'] as const) {
    const visitor = await device({ ...DESKTOP, colorScheme })
    const { page } = visitor
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The training log that never loses a rep')
    for (const picture of await page.getByRole('img').all()) {
      await picture.scrollIntoViewIfNeeded()
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0))
        .toBe(true)
    }
    const other = colorScheme === 'dark' ? 'light' : 'dark'
    expect(asked.filter((url) => !url.startsWith(app.url) || /\.js\b/.test(url) || url.includes(`-${other}.`))).toEqual(
      [],
    )
    expect(asked.filter((url) => url.includes(`-${colorScheme}.webp`))).toHaveLength(5)
    expect(await page.locator('script').count()).toBe(1)
  }

  const plain = await device({ ...DESKTOP, javaScriptEnabled: false })
  const { page } = plain
  await page.goto('/')
  const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  const paths = new Set(links.map((href) => new URL(href).pathname))
  expect([...paths].sort()).toEqual(['/coach', '/gym', '/privacy', '/sign-in', '/sign-up', '/terms', '/train'])
  for (const path of paths) expect((await page.request.get(path)).status(), path).toBe(200)
})

test('front-page: privacy and terms are there to read, and say who runs the server, or that nobody said so', async ({
  app,
  device,
  world,
}) => {
  const visitor = await device(DESKTOP)
  const { page } = visitor
  await page.goto('/')
  await page.getByRole('link', { name: 'Privacy' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy, in plain words')
  await expect(page.getByRole('heading', { name: 'Take it along, or end it' })).toBeVisible()
  await expect(page.getByText('has not said who they are')).toBeVisible()

  world.env.OPERATOR_NAME = 'Iron Corner, Ljubljana'
  world.env.OPERATOR_CONTACT = 'hello@iron.example'
  await app.stop()
  await app.start()
  await page.goto('/terms')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Terms, in plain words')
  await expect(
    page.getByText('This server is run by Iron Corner, Ljubljana. Reach them at hello@iron.example.'),
  ).toBeVisible()
})
