/** The log as a notebook: a past workout written in, found by a word, put right and moved to its real day, on both phones. */
import type { Page } from '@playwright/test'
import { expectAllOnServer, openTrain, pickExercise, row, type } from './support/athlete.ts'
import { expect, setsOf, test } from './support/story.ts'

const DAY_MS = 86_400_000
/** As a date field holds it, on this device's own calendar. */
const daysAgo = (page: Page, days: number) =>
  page.evaluate((ms) => {
    const day = new Date(Date.now() - ms)
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
  }, days * DAY_MS)

test('history-search-edit-backdate: a workout of last week is written in, found, corrected, moved to its day, deleted and put back', async ({
  athlete,
  database,
  device,
}) => {
  const { person: ida, page } = await athlete('Ida')
  await openTrain(page, '/history')
  await page.getByRole('button', { name: 'Log a past workout' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Title').fill('Garage session')
  await sheet.getByLabel('Day').fill(await daysAgo(page, -2))
  await sheet.getByRole('button', { name: 'Add its sets' }).click()
  await expect(sheet).toContainText('That is still to come. Choose an earlier day or time.')
  await sheet.getByLabel('Day').fill(await daysAgo(page, 7))
  await sheet.getByRole('button', { name: 'Add its sets' }).click()

  await page.getByRole('button', { name: 'Exercise', exact: true }).click()
  await pickExercise(page, 'Back squat', 'Bakc squat')
  const set = row(page, 'Back squat', 1)
  await type(set.getByRole('button', { name: /^kg of / }), '140')
  await type(set.getByRole('button', { name: /^Reps of / }), '5')
  // What stands in the cell is what is checked, saved or not.
  await set.getByRole('button', { name: /^Check / }).click()
  await expect(set).toHaveAccessibleName(/140.*5.*, done, /)
  // Nor is the check needed: what is written down was done.
  await page.getByRole('button', { name: 'Add a set to Back squat' }).click()
  await type(row(page, 'Back squat', 2).getByRole('button', { name: /^kg of / }), '130')
  await type(row(page, 'Back squat', 2).getByRole('button', { name: /^Reps of / }), '3')
  await page.keyboard.press('Escape')
  await page.getByLabel('Notes', { exact: true }).first().fill('Lent the belt to Oskar')
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Garage session')
  await expect(page.getByRole('main')).toContainText('140 × 5')
  await expect(page.getByRole('main')).toContainText('130 × 3')
  await expect(page.getByRole('main')).toContainText('1,090 kg')

  // Found by a word of its title, its exercise and its note, and not by what it is not about.
  await page.getByRole('link', { name: 'History' }).click()
  const search = page.getByRole('searchbox', { name: 'Title, exercise or note' })
  const card = page.getByRole('main').getByRole('link', { name: /Garage session/ })
  for (const word of ['garage', 'squat', 'oskar']) {
    await search.fill(word)
    await expect(page.getByRole('main').getByRole('status')).toHaveText('1 workout')
    await expect(card).toBeVisible()
  }
  await search.fill('deadlift')
  await expect(page.getByRole('heading', { name: 'Nothing about “deadlift”' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).first().click()

  // Corrected, and moved to the day that it really was.
  await card.click()
  await page
    .getByRole('link', { name: 'Edit' })
    .or(page.getByRole('button', { name: 'Edit' }))
    .click()
  await type(row(page, 'Back squat', 1).getByRole('button', { name: /^kg of / }), '145')
  await page.keyboard.press('Escape')
  await page.getByLabel('Day').fill(await daysAgo(page, 9))
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('145 × 5')

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByText('Delete workout').click()
  await expect(page.getByText('Garage session deleted')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await card.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Garage session')
  await page.getByRole('link', { name: 'Today' }).click()
  await expectAllOnServer(page)
  expect(await setsOf(database, ida)).toEqual([
    { loadG: 145_000, reps: 5 },
    { loadG: 130_000, reps: 3 },
  ])

  // The other phone has it on its day, and nothing on the day before the correction.
  const tablet = await device()
  await tablet.signInAs(ida)
  await openTrain(tablet.page, '/history?view=calendar')
  for (const [days, workouts] of [
    [9, '1 workout'],
    [7, 'no workout'],
  ] as const) {
    const iso = await daysAgo(tablet.page, days)
    if (iso.slice(0, 7) !== (await daysAgo(tablet.page, 0)).slice(0, 7))
      await openTrain(tablet.page, `/history?day=${Math.floor(Date.parse(iso) / DAY_MS)}`)
    const name = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(iso))
    const day = name.replace(/^\w+,? /, '')
    await expect(tablet.page.getByRole('button', { name: new RegExp(`${day}.*${workouts}$`) })).toBeVisible()
  }
  await tablet.page
    .getByRole('main')
    .getByRole('link', { name: /Garage session/ })
    .first()
    .click()
  await expect(tablet.page.getByRole('main')).toContainText('145 × 5')
})
