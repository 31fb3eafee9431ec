/** A runner's week: one row typed in seconds, a run and a ride out of a watch's files without a signal, told again anywhere. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { fitOf, goOn, gpxOf, straight, tcxOf } from '../src/modules/workouts/rules/cardio/fixtures.ts'
import { expectAllOnServer, openOwnLog, openTrain, tab, waitReadyOffline } from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { look } from './support/look.ts'
import { expect, expectCleanReceipts, test } from './support/story.ts'

const HOUR = 3_600_000
const yesterday = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 12 * HOUR
/** 3.2 km with a fast kilometre that begins nowhere near a full one. */
const run = goOn(
  goOn(straight({ metres: 1500, seconds: 540, from: yesterday, height: () => 300, hr: () => 140 }), (from, lat) =>
    straight({ metres: 1000, seconds: 250, from, lat, height: () => 300, hr: () => 170 }),
  ),
  (from, lat) => straight({ metres: 700, seconds: 252, from, lat, height: () => 300, hr: () => 150 }),
)
const ride = straight({ metres: 20_000, seconds: 2400, from: yesterday - 20 * HOUR })
const files = [
  { name: 'river.gpx', mimeType: 'application/gpx+xml', buffer: Buffer.from(gpxOf(run)) },
  { name: 'ride.fit', mimeType: '', buffer: Buffer.from(fitOf(ride, { sport: 2 })) },
  { name: 'river-again.tcx', mimeType: '', buffer: Buffer.from(tcxOf(run)) },
  { name: 'broken.fit', mimeType: '', buffer: Buffer.from(fitOf(ride, { sport: 2 }).slice(0, 9000)) },
]

const figure = (page: Page, label: string) =>
  page
    .getByRole('region', { name: /^R(unning|owing machine)$/ })
    .getByText(label, { exact: true })
    .locator('xpath=..')

async function saveOriginal(page: Page): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Save the original file/ }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('river.gpx')
  return readFileSync(await download.path())
}

test('run-from-a-file: a row by hand, a GPX and a FIT offline, and the original again on another device', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const [phone, tablet] = [await device(), await device()]
  for (const one of [phone, tablet]) await one.signInAs(ida)
  const { page } = phone
  await openOwnLog(page)
  await waitReadyOffline(page)
  await phone.setOffline(true)
  await tab(page, 'Today')
  await page.getByRole('radio', { name: 'km', exact: true }).check()

  await page.getByRole('link', { name: /^Log a run, ride, row or swim/ }).click()
  await page.getByRole('radio', { name: 'Row' }).check()
  await page.getByRole('textbox', { name: 'Distance (m)' }).fill('2000')
  await page.getByRole('button', { name: 'Save the row' }).click()
  await expect(page.getByText('How long did it take? Up to a day.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Minutes' }).fill('8')
  await expect(page.getByRole('status').filter({ hasText: 'Pace' })).toHaveText(/2:00\/500.m/)
  expect(await look(page, 'by hand', true)).toEqual([])
  await page.getByRole('button', { name: 'Save the row' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Row' })).toBeVisible()
  await expect(figure(page, 'Pace')).toHaveText(/2:00\/500.m/)

  await tab(page, 'Today')
  await page.getByRole('button', { name: /^Log cardio/ }).click()
  await page.getByLabel('From files of a watch or app').setInputFiles(files)
  await expect(page.getByText('broken.fit was cut off or changed on its way')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: 'One is here already' })).toBeVisible()
  await expect(page.getByText('river-again.tcx')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'What ride.fit is' })).toHaveValue('ride')
  expect(await look(page, 'files', true)).toEqual([])
  await page.getByRole('button', { name: 'Import 2 sessions' }).click()
  await expect(page.getByText('2 workouts imported')).toBeVisible()
  await page.getByRole('button', { name: 'See your history' }).click()
  await page.getByRole('link', { name: /Along the river/ }).click()

  await expect(figure(page, 'Distance')).toHaveText(/3\.20.?km/)
  await expect(figure(page, 'Moving time')).toHaveText(/17:22/)
  await expect(page.getByRole('row', { name: /^1 6:00/ })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /^1.km/ })).toContainText('4:10')
  await expect(page.getByRole('img', { name: 'The route, drawn without a map' })).toBeVisible()
  expect(await look(page, 'session', true)).toEqual([])
  expect(await saveOriginal(page)).toEqual(files[0]?.buffer)

  await phone.setOffline(false)
  await expectAllOnServer(page)
  const stored = () =>
    asAdmin(database.admin, async (sql) => {
      const rows = await sql`select 1 from media_object where owner_id = ${ida.userId} and state = 'ready'`
      return rows.length
    })
  await expect.poll(stored, { timeout: 20_000 }).toBe(2)
  await openTrain(tablet.page, '/history')
  await tablet.page.getByRole('link', { name: /Along the river/ }).click()
  await expect(tablet.page.getByRole('listitem').filter({ hasText: /^1.km/ })).toContainText('4:10')
  expect(await saveOriginal(tablet.page)).toEqual(files[0]?.buffer)

  // Both at once, to keep elsewhere: as they came in, byte by byte.
  await openTrain(tablet.page, '/you/data')
  await tablet.page.getByRole('button', { name: /^Pictures and recorded files/ }).click()
  await expect(tablet.page.getByText(/^2 files: /)).toBeVisible()
  const coming = tablet.page.waitForEvent('download')
  await tablet.page.getByRole('button', { name: 'Save the file' }).click()
  const zip = readFileSync(await (await coming).path())
  const kept = files.filter(({ name }) => name === 'river.gpx' || name === 'ride.fit')
  expect(kept.map(({ buffer }) => zip.includes(buffer))).toEqual([true, true])
  await expectCleanReceipts(database, ida)
})
