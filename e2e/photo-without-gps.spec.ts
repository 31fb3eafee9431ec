/** A picture from a phone's camera says where its owner lives. What Spotter keeps and shows of it does not. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { BLUE, colourAt, isNear, phonePhoto, RED, webpChunks } from '../src/test/photos.ts'
import { beginCoaching, endCoaching } from './support/coaching.ts'
import { DESKTOP } from './support/device.ts'
import { expect, test } from './support/story.ts'
import { dataOf, type Visitor } from './support/visitor.ts'

type Photos = { personId: string; url: string }[]
const photosOf = async (who: Visitor, personId: string) =>
  dataOf<Photos>(await who.query('media.photos', { personIds: [personId], size: 256 }))

/** Upright, and pixels alone. */
async function expectClean(picture: Buffer) {
  expect(webpChunks(picture).filter((chunk) => !/^VP8[LX ]?$/.test(chunk))).toEqual([])
  const { exif, xmp, icc, orientation } = await sharp(picture).metadata()
  expect({ exif, xmp, icc, orientation }).toEqual({})
  expect(isNear(await colourAt(picture, 0.5, 0.1), RED)).toBe(true)
  expect(isNear(await colourAt(picture, 0.5, 0.9), BLUE)).toBe(true)
}

test('photo-without-gps: a phone’s picture is kept upright and without its place; who may see it sees it, and only they', async ({
  app,
  device,
  person,
}) => {
  const [ida, maya, stranger] = [await person('Ida Winter'), await person('Maya Okafor'), await person('Sam Stranger')]
  // Other stories of this server have left pictures of their own.
  const files = () =>
    readdirSync(app.mediaFolder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
  const before = files()
  const photo = await phonePhoto()
  const came = await sharp(photo).metadata()
  expect(came.exif?.toString('latin1')).toContain('Spycam')
  expect(came.orientation).toBe(6)

  const desk = await device(DESKTOP)
  await desk.signInAs(ida)
  const { page } = desk
  await page.goto('/account')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a picture' }).click()
  await (await chooser).setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo })
  // Cut by keyboard: the focus is on the picture, and the slider is the next stop.
  const cut = page.getByRole('group', { name: /What is shown of the picture/ })
  await expect(cut).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('slider', { name: 'Larger' })).toBeFocused()
  const shown = page.waitForResponse((response) => response.url().includes('/api/media/photo/') && response.ok())
  await page.getByRole('button', { name: 'Save picture' }).click()
  await expectClean(await (await shown).body())
  await expect(page.getByText('Picture saved')).toBeVisible()
  // Whoever goes by keys is where they began.
  await expect(page.getByRole('button', { name: 'Change picture' })).toBeFocused()

  // Nothing else is on the disk than what was made of it.
  const stored = files().filter((file) => !before.includes(file))
  expect(stored.map((file) => basename(file)).sort()).toEqual(['256.webp', '512.webp', '64.webp'])
  for (const file of stored) await expectClean(readFileSync(file))

  // A stranger asks for hers as for one that nobody has; her coach gets an address as long as they are her coach.
  expect(await photosOf(stranger, ida.userId)).toEqual(await photosOf(stranger, maya.userId))
  expect(await photosOf(maya, ida.userId)).toEqual([])
  const relationId = await beginCoaching(maya, ida)
  const [forCoach] = await photosOf(maya, ida.userId)
  expect((await maya.get(forCoach?.url ?? '')).status).toBe(200)
  const guessed = (forCoach?.url ?? '').replace(/sig=[^&]{6}/, 'sig=abcdef')
  const nowhere = `/api/media/photo/none/256.webp?until=${Date.now() + 60_000}&mime=&bytes=0&sig=abcdef`
  const [wrong, missing] = [await stranger.get(guessed), await stranger.get(nowhere)]
  expect([wrong.status, wrong.text]).toEqual([missing.status, missing.text])

  const office = await device(DESKTOP)
  await office.signInAs(maya)
  const onRoster = office.page.waitForResponse((response) => response.url().includes('/64.webp'))
  await office.page.goto('/coach')
  await expectClean(await (await onRoster).body())
  await office.page.getByRole('link', { name: 'Ida Winter' }).click()
  await expect(office.page.locator('header img').first()).toBeVisible()

  // What is open at the desk asks once more, and is told nothing.
  office.expect(/404 \(Not Found\) .*analytics\./)
  await endCoaching(ida, relationId)
  expect(await photosOf(maya, ida.userId)).toEqual([])

  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('Picture removed')).toBeVisible()
  expect(files()).toEqual(before)
  // What is no picture is told so before anything is sent.
  const again = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a picture' }).click()
  await (await again).setFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>') })
  await expect(page.getByText('choose a JPEG, PNG or WebP')).toBeVisible()
})

test('photo-without-gps: on the phone it is set on You, and without a signal that is said', async ({
  device,
  person,
}) => {
  const ida = await person('Ida Winter')
  const phone = await device()
  await phone.signInAs(ida)
  const { page } = phone
  await page.goto('/train/you')
  const choose = async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /Choose a picture|Change picture/ }).click()
    await (await chooser).setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() })
  }
  await choose()
  await page.context().setOffline(true)
  phone.expect(/ERR_INTERNET_DISCONNECTED/)
  await page.getByRole('button', { name: 'Save picture' }).click()
  await expect(page.getByText('This needs a signal')).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Save picture' }).click()
  await expect(page.getByText('Picture saved')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change picture' })).toBeVisible()
})
