/** A year in figures, and the picture of it that goes to whoever is to see it. */
import { readFileSync } from 'node:fs'
import { openOwnLog, tab } from './support/athlete.ts'
import { logDays } from './support/past-days.ts'
import { newPhone, syncAll } from './support/phone.ts'
import { expect, test } from './support/story.ts'

test('year-in-review: its own days only, the best lift with its day, and a picture of it all', async ({ athlete }) => {
  const { person, page } = await athlete('Ida')
  const other = await newPhone(person)
  const days = [
    [2023, 12, 31],
    [2024, 1, 1],
    [2024, 2, 29],
    [2024, 12, 31],
  ] as const
  await logDays(
    other.phone,
    days.map((date) => ({ date })),
    (at) => [200_000, 100_000, 120_000, 110_000][at] ?? 0,
  )
  await syncAll(other.phone)

  await openOwnLog(page)
  await tab(page, 'Progress')
  await page.getByRole('button', { name: /^2024 in review/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2024 in review')
  const main = page.getByRole('main')
  await expect(main).toContainText('Workouts3')
  // Brzycki: 36 × 120 / 32.
  await expect(main.getByRole('link', { name: /Deadlift/ }).first()).toContainText('135 kg')
  await expect(main.getByRole('link', { name: /Deadlift/ }).first()).toContainText('29 Feb')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a picture' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('spotter-2024.png')
  const picture = readFileSync(await file.path())
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  // Width and height, where a PNG says them.
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1080, 1350])
})
