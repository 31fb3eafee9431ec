/** What an exercise's page says of it: estimated one-rep maximum and volume over time, records with their day, each time. */
import type { Page } from '@playwright/test'
import {
  addExercise,
  exercise,
  expectAllOnServer,
  finishWorkout,
  logSet,
  openDoneSet,
  openTrain,
  row,
  startWorkout,
  tab,
} from './support/athlete.ts'
import { expect, test } from './support/story.ts'

async function train(page: Page, sets: readonly { load: string; reps: string }[]): Promise<void> {
  await openTrain(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  for (const [i, set] of sets.entries()) await logSet(page, 'Bench press', i + 1, set)
}

test('exercise-page-records: a record shows when it is made, goes when its set is taken back, and stands on the page with its figures', async ({
  athlete,
  device,
}) => {
  const { person: ida, page } = await athlete('Ida')
  await train(page, [{ load: '80', reps: '5' }])
  await finishWorkout(page)

  // The first time is where one starts; the second can set records. 5 reps at 80 are 90 by Brzycki, at 85 95.6.
  await train(page, [{ load: '85', reps: '5' }])
  const bench = exercise(page, 'Bench press')
  await expect(bench).toContainText('best e1RM')
  await openDoneSet(page, bench, /^Set 1 is done/)
  await page.getByRole('dialog').getByRole('button', { name: 'Not done after all' }).click()
  await expect(bench).not.toContainText('best e1RM')
  await row(page, 'Bench press', 1)
    .getByRole('button', { name: /^Check / })
    .click()
  await expect(bench).toContainText('best e1RM')
  await finishWorkout(page)
  await expect(page.getByRole('main')).toContainText('Estimated 1RM')

  await tab(page, 'Exercises')
  await page.getByRole('searchbox', { name: 'Search exercises' }).fill('bnech press')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Bench press\b/ })
    .first()
    .click()
  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bench press')
  await expect(main.getByRole('figure').filter({ hasText: 'Estimated 1RM' })).toBeVisible()
  const volume = main.getByRole('figure').filter({ hasText: 'Volume' })
  await volume.getByRole('button', { name: 'Show as a table' }).click()
  // 5 × 80 and 5 × 85 kg this week.
  await expect(volume.getByRole('table')).toContainText('825')
  const records = main.locator('section').filter({ hasText: 'Records' })
  await expect(records).toContainText('Heaviest set')
  await expect(records).toContainText('85 kg')
  // What stands behind a record: its set, the formula with its figures, and what it beat.
  await records.getByRole('button', { name: /Estimated 1RM/ }).click()
  const behind = page.getByRole('dialog', { name: 'Estimated 1RM' })
  await expect(behind).toContainText(/Brzycki’s formula.*85.kg × 36 ÷ \(37 − 5\)/)
  await expect(behind).toContainText(/Before it stood 90.kg/)
  await page.keyboard.press('Escape')
  await main.getByRole('radio', { name: 'History' }).check()
  await expect(main).toContainText('80 × 5')
  await expect(main).toContainText('85 × 5')
  await main.getByRole('radio', { name: 'How to' }).check()
  for (const heading of ['Set up', 'Do it', 'If it goes wrong']) {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  }

  // A record whose set is deleted with its workout is no record any more, here and on the next device.
  await tab(page, 'History')
  await page.getByRole('main').getByRole('link').first().click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByText('Delete workout').click()
  await expectAllOnServer(page)
  const other = await device()
  await other.signInAs(ida)
  for (const one of [page, other.page]) {
    await openTrain(one, '/exercises/bench-press')
    await expect(one.getByRole('main')).toContainText('80 kg')
    await expect(one.getByRole('main')).not.toContainText('85 kg')
  }
})
