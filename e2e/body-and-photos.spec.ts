/** The body is measured in a cellar: nothing waits for a signal, nothing is lost with the battery, and nobody else sees it unasked. */
import sharp from 'sharp'
import { phonePhoto } from '../src/test/photos.ts'
import { signInHere } from './support/account.ts'
import { expectAllOnServer, openTrain, tab, waitReadyOffline } from './support/athlete.ts'
import { beginCoaching } from './support/coaching.ts'
import { DESKTOP, type Device } from './support/device.ts'
import { look } from './support/look.ts'
import { expect, expectCleanReceipts, test } from './support/story.ts'
import { dataOf, type Visitor } from './support/visitor.ts'

type Body = { measurements: { kind: string; value: number }[] | null; photos: { id: string; pose: string }[] | null }
const bodyOf = async (who: Visitor, athleteId: string) => dataOf<Body>(await who.query('workouts.body', { athleteId }))
const picturesOf = async (who: Visitor, ownerId: string, ids: string[]) =>
  dataOf<{ url: string }[]>(await who.query('media.uploads', { ownerId, ids, size: 1600 }))

async function openBody({ page }: Device): Promise<void> {
  await tab(page, 'Progress')
  await page.getByRole('button', { name: /^Weight, measurements and photos/ }).click()
  await expect(page.getByRole('heading', { name: 'Progress photos' })).toBeVisible()
}

async function addPhoto({ page }: Device, date: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a photo' }).click()
  await (await chooser).setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() })
  const sheet = page.getByRole('dialog', { name: 'New photo' })
  await sheet.getByLabel('Front').check()
  await sheet.getByLabel('Day').fill(date)
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Photo saved on this phone')).toBeVisible()
  await expect(sheet).toBeHidden()
}

test('body-and-photos: measured and pictured without a signal, power lost, on the server once; compared; only who it is shared with sees it', async ({
  athlete,
  database,
  device,
  person,
}) => {
  const { person: ida, phone } = await athlete('Ida')
  const [blind, maya] = [await person('Ben Blind'), await person('Maya Okafor')]
  await openTrain(phone.page)
  await waitReadyOffline(phone.page)
  await phone.close()
  await phone.open()
  await phone.setOffline(true)

  await openTrain(phone.page)
  await openBody(phone)
  await phone.page.getByRole('button', { name: 'Log measurements' }).click()
  // The field is ready for the thumb; a comma is a comma.
  await expect(phone.page.getByLabel('Weight (kg)')).toBeFocused()
  await phone.page.keyboard.type('93,5')
  await phone.page.getByLabel(/^Waist/).fill('34.85')
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(phone.page.getByText('2 measurements saved')).toBeVisible()
  await expect(phone.page.getByRole('region', { name: 'Weight' })).toContainText(/93\.5.kg/)
  await expect(phone.page.getByRole('button', { name: /^Waist/ })).toContainText(/34\.85.in/)
  const today = await phone.page.evaluate(() => new Date().toLocaleDateString('en-CA'))
  await addPhoto(phone, '2026-01-05')
  await addPhoto(phone, today)
  await phone.kill()

  await phone.open()
  await phone.setOffline(true)
  await openTrain(phone.page)
  await openBody(phone)
  const photos = phone.page.getByRole('list', { name: 'Progress photos' })
  await expect(photos.getByRole('img')).toHaveCount(2)
  await expect(photos.getByText('On this phone, not sent yet')).toHaveCount(2)
  await expect(phone.page.getByRole('button', { name: /^Waist/ })).toContainText(/34\.85.in/)

  await phone.setOffline(false)
  await expect(photos.getByText('On this phone, not sent yet')).toHaveCount(0, { timeout: 60_000 })
  const { page } = phone
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('img', { name: 'Before: photo of 5 Jan 2026' })).toBeVisible()
  await expect(page.getByText(/^\d+ days? apart/)).toBeVisible()
  expect(await look(page, 'compare', true)).toEqual([])
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(photos).toBeVisible()
  expect(await look(page, 'body', true)).toEqual([])
  await expectAllOnServer(page)

  const own = await bodyOf(ida, ida.userId)
  expect(own.measurements?.map(({ kind, value }) => `${kind} ${value}`)).toEqual(['weight 93500', 'waist 885'])
  const ids = own.photos?.map(({ id }) => id) ?? []
  expect(await picturesOf(ida, ida.userId, ids)).toHaveLength(2)
  await expectCleanReceipts(database, ida)

  // A coach who was given all but the pictures, and one who was given them.
  await beginCoaching(blind, ida, [
    { domain: 'training', level: 'write' },
    { domain: 'measurements', level: 'read' },
  ])
  expect(await bodyOf(blind, ida.userId)).toMatchObject({ measurements: own.measurements, photos: null })
  expect(await picturesOf(blind, ida.userId, ids)).toEqual([])
  const relationId = await beginCoaching(maya, ida, [
    { domain: 'training', level: 'read' },
    { domain: 'photos', level: 'read' },
  ])
  const desk = await device(DESKTOP)
  await desk.signInAs(maya)
  await desk.page.goto(`/coach/athletes/${ida.userId}?tab=body`)
  await expect(desk.page.getByText('Ida does not share measurements with you.')).toBeVisible()
  await desk.page
    .getByRole('button', { name: /^Photo of/ })
    .last()
    .click()
  const large = desk.page.getByRole('img', { name: /^Photo of/ })
  await expect(large).toBeVisible()
  const picture = await fetch(new URL((await large.getAttribute('src')) ?? '', maya.origin))
  const { exif, xmp, orientation, width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
  // Upright, and nothing of where it was taken.
  expect({ exif, xmp, orientation, isUpright: width < height }).toEqual({ isUpright: true })

  expect((await ida.mutate('coaching.changeGrant', { relationId, domain: 'photos', level: null })).status).toBe(200)
  expect(await picturesOf(maya, ida.userId, ids)).toEqual([])
  await desk.page.reload()
  await expect(desk.page.getByText('Ida does not share progress photos with you.')).toBeVisible()
})

test('body-and-photos: what a guest pictured goes with their log into the account, and up', async ({
  device,
  person,
}) => {
  const gil = await person('Gil')
  const phone = await device()
  await openTrain(phone.page)
  await openBody(phone)
  await addPhoto(phone, '2026-01-05')
  const photos = phone.page.getByRole('list', { name: 'Progress photos' })
  await expect(photos.getByText('On this phone, not sent yet')).toHaveCount(1)
  await signInHere(phone.page, gil)
  await expectAllOnServer(phone.page)
  await openBody(phone)
  await expect(photos.getByRole('img')).toHaveCount(1)
  await expect(photos.getByText('On this phone, not sent yet')).toHaveCount(0, { timeout: 60_000 })
  const [photo] = (await bodyOf(gil, gil.userId)).photos ?? []
  expect(await picturesOf(gil, gil.userId, [photo?.id ?? ''])).toHaveLength(1)
})
