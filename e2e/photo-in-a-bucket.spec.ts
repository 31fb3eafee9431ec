/** Pictures in a bucket: the browser sends them there itself, and shows them from there, under the pages' own policy. */
import { expect, test } from '@playwright/test'
import { phonePhoto, webpChunks } from '../src/test/photos.ts'
import { type S3Server, startS3Server } from '../src/test/s3-server.ts'
import { type App, startApp } from './support/app.ts'
import { cloneDatabase, type StoryDatabase } from './support/database.ts'
import { DESKTOP, newDevice } from './support/device.ts'
import { newVisitor } from './support/visitor.ts'

let bucket: S3Server | null = null
let database: StoryDatabase
let app: App
test.beforeAll(async () => {
  bucket = await startS3Server()
  database = await cloneDatabase()
  const { endpoint, bucket: name, region, credentials } = bucket.settings
  app = await startApp(database, {
    S3_BUCKET: name,
    S3_ENDPOINT: endpoint ?? '',
    S3_REGION: region,
    S3_ACCESS_KEY_ID: credentials?.accessKeyId ?? '',
    S3_SECRET_ACCESS_KEY: credentials?.secretAccessKey ?? '',
  })
})
test.afterAll(async () => {
  await app?.kill()
  await database?.drop()
  await bucket?.close()
})

test('photo-without-gps: in a bucket it is kept and shown as clean as on the disk', async () => {
  const ida = await newVisitor(app.url, 'Ida Winter').signUp()
  const desk = await newDevice(app.url, DESKTOP)
  await desk.signInAs(ida)
  const { page } = desk
  const endpoint = bucket?.settings.endpoint ?? ''
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(endpoint)) sent.push(request.method())
  })
  await page.goto('/account')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a picture' }).click()
  await (await chooser).setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() })
  const shown = page.waitForResponse(
    (response) => response.url().startsWith(endpoint) && response.url().includes('.webp') && response.ok(),
  )
  await page.getByRole('button', { name: 'Save picture' }).click()
  const picture = await (await shown).body()
  expect(webpChunks(picture).filter((chunk) => !/^VP8[LX ]?$/.test(chunk))).toEqual([])
  await expect(page.getByText('Picture saved')).toBeVisible()
  await expect(page.getByRole('main').locator('img').first()).toHaveJSProperty('complete', true)
  expect(sent).toContain('PUT')

  // A bucket that is away is said, and the picture that was stays.
  await bucket?.close()
  bucket = null
  desk.expect(/ERR_CONNECTION_REFUSED/)
  const next = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Change picture' }).click()
  await (await next).setFiles({ name: 'IMG_0002.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() })
  await page.getByRole('button', { name: 'Save picture' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The picture could not be saved. Nothing was changed',
  )
  expect(desk.errors).toEqual([])
  await desk.dispose()
})
