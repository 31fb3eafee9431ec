/** Somebody who does not know what to lift: a program before there is an account, offline, and its next step afterwards. */
import type { Page } from '@playwright/test'
import { signInHere } from './support/account.ts'
import {
  expectAllOnServer,
  expectOnPhone,
  finishWorkout,
  openTrain,
  row,
  tab,
  waitReadyOffline,
} from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { expect, expectCleanReceipts, test } from './support/story.ts'

const card = (page: Page) => page.getByRole('region', { name: 'Next session' })

/** As it stands: one tap a set. */
async function checkAll(page: Page, exercise: string, sets: number): Promise<void> {
  for (let n = 1; n <= sets; n++) {
    await row(page, exercise, n)
      .getByRole('button', { name: /^Check / })
      .click()
    await expectOnPhone(page, exercise, n)
  }
}

test('program-from-the-first-day: followed by a guest without a signal, done, skipped, swapped; it roams with the account', async ({
  app,
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await waitReadyOffline(page)
  await phone.setOffline(true)

  await tab(page, 'Today')
  await page.getByRole('link', { name: /^Follow a program/ }).click()
  await page.getByRole('link', { name: /^Five by five/ }).click()
  await expect(page.getByText(/when every rep of every set was done, the next step up/)).toBeVisible()
  // What can't be lifted is not begun with: the field says so. What can is in the days below at once.
  const bench = page.getByLabel('Bench press, kg')
  for (const wrong of ['zwanzig', '0', '99999']) {
    await bench.fill(wrong)
    await page.getByRole('button', { name: 'Follow this program' }).click()
    await expect(bench).toBeFocused()
    await expect(page.getByText('This is not a weight to lift: type a number, such as 20.')).toBeVisible()
  }
  await bench.fill('40')
  const day = page.getByRole('listitem').filter({ hasText: 'Bench press' }).first()
  await expect(day).toContainText('40 kg')
  await page.getByRole('button', { name: 'Follow this program' }).click()
  await expect(card(page).getByRole('listitem').filter({ hasText: 'Back squat' })).toContainText('20 kg')
  await expect(card(page).getByRole('listitem').filter({ hasText: 'Bench press' })).toContainText('40 kg')

  // One tap, and every set stands there.
  await page.getByRole('button', { name: 'Start Five by five A' }).click()
  await expect(row(page, 'Back squat', 5)).toHaveAccessibleName(/20 kilograms, 5 reps, not done/)
  await checkAll(page, 'Back squat', 5)
  await checkAll(page, 'Bench press', 4)
  await finishWorkout(page)

  await tab(page, 'Today')
  await expect(card(page).getByRole('heading')).toHaveText('Five by five B')
  const squat = card(page).getByRole('listitem').filter({ hasText: 'Back squat' })
  await expect(squat).toContainText('22.5 kg')
  await expect(squat).toContainText('20 → 22.5 kg: all 5 × 5 done')

  // Skipped and taken back; then really.
  await card(page).getByRole('button', { name: 'Skip' }).click()
  await expect(card(page).getByRole('heading')).toHaveText('Five by five A')
  await expect(card(page).getByRole('listitem').filter({ hasText: 'Bench press' })).toContainText(
    'The same again: reps were missing',
  )
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card(page).getByRole('heading')).toHaveText('Five by five B')
  await card(page).getByRole('button', { name: 'Skip' }).click()
  await expect(card(page).getByRole('heading')).toHaveText('Five by five A')

  // The other day first, and an exercise that this gym has no bar for.
  await card(page).getByRole('button', { name: 'Another day' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Five by five B/ })
    .click()
  await expect(card(page).getByRole('heading')).toHaveText('Five by five B')
  await card(page).getByRole('button', { name: 'Program', exact: true }).click()
  await page.getByRole('button', { name: /^Overhead press/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Swap the exercise/ })
    .click()
  await page.getByRole('searchbox', { name: 'Search exercises' }).fill('seated dumbbell shoulder press')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Seated dumbbell/ })
    .first()
    .click()
  await expect(page.getByRole('main').getByRole('button', { name: /^Seated dumbbell/ })).toContainText('Find a weight')

  // The account takes the program along, exactly once, and another phone goes on with it.
  await phone.setOffline(false)
  await openTrain(page)
  await signInHere(page, ida)
  await expectAllOnServer(page)
  await expectCleanReceipts(database, ida)
  const counts = await asAdmin(database.admin, async (sql) => {
    const [found] = await sql`
      select (select count(*)::int from program_assignment where athlete_id = ${ida.userId}) as assignments,
        (select count(*)::int from planned_session where athlete_id = ${ida.userId} and not deleted) as sessions`
    return found
  })
  expect({ ...counts }).toEqual({ assignments: 1, sessions: 2 })

  const other = await device()
  await other.signInAs(ida)
  await openTrain(other.page)
  await expect(card(other.page).getByRole('heading')).toHaveText('Five by five A')
  await expect(card(other.page).getByRole('listitem').filter({ hasText: 'Back squat' })).toContainText('22.5 kg')
  await card(other.page).getByRole('button', { name: 'Program', exact: true }).click()
  await other.page.getByRole('button', { name: 'Leave the program' }).click()
  await expect(other.page.getByRole('button', { name: 'Start empty workout' })).toBeVisible()
  await expect(card(other.page)).toHaveCount(0)
  expect(app.lines.some((line) => line.includes('"level":50'))).toBe(false)
})
