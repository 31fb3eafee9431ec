/**
 * The desk's camera reads the code off a member's phone: once in, whatever is held before it how long; a code that is old,
 * another gym's or none is answered with what to do, and so is a camera that is not there.
 */
import type { Page } from '@playwright/test'
import { qrText } from '../src/modules/gyms/rules/check-in-code.ts'
import { openTrain } from './support/athlete.ts'
import {
  CAMERA_DENIED,
  type Camera,
  codeAt,
  codePicture,
  NO_CAMERA,
  newCamera,
  screenPicture,
} from './support/camera.ts'
import { asAdmin } from './support/database.ts'
import { DESKTOP } from './support/device.ts'
import { createGym, joinAsMember } from './support/gym.ts'
import { expect, test } from './support/story.ts'
import { dataOf } from './support/visitor.ts'

type Keys = { keys: { gymId: string; number: number; key: string }[] }

/** Held up first: a camera films the file as it was when it was opened. */
async function show(page: Page, camera: Camera, picture: Buffer): Promise<void> {
  camera.hold(picture)
  await page.getByRole('button', { name: 'Scan a code' }).click()
  await expect(page.getByRole('region', { name: 'Camera' })).toBeVisible()
}
async function shut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop the camera' }).first().click()
  await expect(page.getByRole('region', { name: 'Camera' })).toHaveCount(0)
}

test('gym-scans-the-code: a rotating code is read off the phone and counts once; others say what to do', async ({
  athlete,
  database,
  device,
  person,
}) => {
  const owner = await person('Olga Owner')
  const gymId = await createGym(owner, 'Iron Hall')
  const elsewhere = await createGym(owner, 'Another Hall')
  const { person: ana, phone, page: screen } = await athlete('Ana Athlete')
  await joinAsMember(owner, gymId, ana, 'Ana Athlete')

  await openTrain(screen, '/you')
  const row = screen.getByRole('button', { name: /Check in at Iron Hall/ })
  await expect(row).toBeVisible()
  await phone.setOffline(true)
  await row.click()
  const code = screen.getByRole('img', { name: /Check-in code/ })
  await expect(code).toBeVisible()

  const camera = newCamera()
  const desk = await device({ ...DESKTOP, args: camera.args })
  const { page } = desk
  // As Firefox, Safari and Chrome on most desktops: without a detector of the browser's own.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BarcodeDetector'))
  await desk.signInAs(owner)
  await page.goto(`/gym/${gymId}/desk`)
  const said = page.getByRole('status').first()
  const today = page.getByRole('region', { name: 'Today' })
  await expect(today.getByText('Nobody yet.')).toBeVisible()

  let orders = 0
  page.on('request', (request) => {
    if (request.url().includes('gyms.checkInByCode')) orders += 1
  })
  await show(page, camera, await screenPicture(await code.screenshot()))
  await expect(said).toHaveText('Ana Athlete is in, visit 1.')
  await expect(today.getByRole('listitem')).toHaveText([/Ana Athlete.*by code/])
  // Held there until the desk has looked again who came, it is still that one order.
  await page.waitForResponse((response) => response.url().includes('gyms.desk'))
  expect(orders).toBe(1)
  await expect(said).toHaveText('Ana Athlete is in, visit 1.')

  // Held up again, it is the same visit.
  await shut(page)
  await show(page, camera, await screenPicture(await code.screenshot()))
  await expect(said).toHaveText(/Ana Athlete was checked in at .* already\. Not counted twice\./)
  await shut(page)

  desk.expect(/status of 400/)
  const { keys } = dataOf<Keys>(await ana.query('gyms.checkInKeys'))
  const { number = 0, key = '' } = keys.find((one) => one.gymId === gymId) ?? {}
  const old = await codeAt(key, Date.now() - 5 * 60_000)
  for (const [text, sentence] of [
    [qrText({ gymId, number, code: old }), /^This code is not valid now: it changes every half minute\./],
    [qrText({ gymId: elsewhere, number, code: old }), /^This code is for another gym\./],
    ['https://example.test/menu', /^This is no check-in code\./],
  ] as const) {
    await show(page, camera, codePicture(text))
    await expect(said).toHaveText(sentence)
    await shut(page)
  }
  await expect(today.getByRole('listitem')).toHaveCount(1)
  await asAdmin(database.admin, async (sql) => {
    const visits = await sql`select way from attendance where gym_id = ${gymId}`
    expect(visits.map(({ way }) => way)).toEqual(['code'])
  })
  camera.dispose()
})

test('gym-scans-the-code: where no camera is or none is allowed, the desk says how to go on', async ({
  device,
  person,
}) => {
  const owner = await person('Olga Owner')
  const gymId = await createGym(owner)
  for (const [args, sentence] of [
    [NO_CAMERA, 'There is no camera to use here. Type the code that the phone shows, or the name.'],
    [CAMERA_DENIED, 'The camera is not allowed here. Allow it in the browser’s address bar, or type the code.'],
  ] as const) {
    const desk = await device({ ...DESKTOP, args: [...args] })
    await desk.signInAs(owner)
    await desk.page.goto(`/gym/${gymId}/desk`)
    await expect(desk.page.getByText('Nobody yet.')).toBeVisible()
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('button', { name: 'Scan a code' }).click()
    await expect(desk.page.getByRole('main').getByRole('alert')).toHaveText(sentence)
    await desk.page.getByRole('button', { name: 'Stop the camera' }).first().click()
    await expect(desk.page.getByRole('main').getByRole('alert')).toHaveCount(0)
  }
})
