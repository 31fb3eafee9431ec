/** The app can be put on the home screen: the browser finds nothing to complain about. */
import { openTrain, waitReadyOffline } from './support/athlete.ts'
import { expect, test } from './support/story.ts'

type Manifest = {
  start_url: string
  scope: string
  display: string
  icons: { src: string; sizes: string; purpose?: string }[]
  shortcuts: { name: string; url: string; icons?: { src: string }[] }[]
}

test('installable: no installability error, maskable and Apple icons, shortcuts that lead somewhere', async ({
  device,
}) => {
  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await waitReadyOffline(page)
  const cdp = await phone.cdp()
  await expect.poll(async () => (await cdp.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
  const { errors, data, url } = await cdp.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const manifest = JSON.parse(data ?? '{}') as Manifest
  expect(manifest).toMatchObject({ scope: '/train', display: 'standalone' })

  const sizesOf = async (src: string) => {
    const answer = await page.request.get(new URL(src, url).href)
    expect(answer.status(), src).toBe(200)
    return page.evaluate(async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      return `${image.naturalWidth}x${image.naturalHeight}`
    }, new URL(src, url).href)
  }
  for (const { src, sizes } of manifest.icons) {
    if (sizes !== 'any') expect(await sizesOf(src)).toBe(sizes)
  }
  const purposes = manifest.icons.map(({ purpose = 'any', sizes }) => `${purpose} ${sizes}`)
  expect(purposes).toEqual(expect.arrayContaining(['maskable 512x512', 'any 512x512', 'any 192x192']))
  const apple = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href')
  expect(await sizesOf(apple ?? 'none')).toBe('180x180')

  expect(manifest.shortcuts.length).toBeGreaterThan(0)
  for (const { url: to } of [{ url: manifest.start_url }, ...manifest.shortcuts]) {
    expect(new URL(to, url).pathname).toMatch(/^\/train/)
    await page.goto(new URL(to, url).href)
    await expect(page.locator('main h1, main h2').first()).toBeVisible()
  }
  // The shortcut starts what the button on Today starts, with its name; tapped again it leads to the same one.
  for (let tap = 0; tap < 2; tap++) {
    await page.goto(new URL('/train/start', url).href)
    await expect(page).toHaveURL(/\/train\/workout\/[\w-]+$/)
    await expect(page.getByRole('heading', { name: /^(Morning|Afternoon|Evening|Night) workout$/ })).toBeVisible()
  }
  await page.goto(new URL('/train', url).href)
  await expect(page.getByText('Under way')).toHaveCount(1)
})
