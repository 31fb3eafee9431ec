/** What lifters work out in their heads: warm-ups put before the set by one tap, and where an estimate comes from. */
import {
  addExercise,
  exercise,
  expectAllOnServer,
  leaveWorkout,
  openOwnLog,
  row,
  startWorkout,
  type,
} from './support/athlete.ts'
import { expect, test } from './support/story.ts'

test('works-out-a-load: the way up to a work set, plates, the estimate and the chart, each with its reason', async ({
  athlete,
}) => {
  const { page } = await athlete('Cleo')
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  const first = row(page, 'Bench press', 1)
  await type(first.getByRole('button', { name: /^kg of / }), '100')
  await type(first.getByRole('button', { name: /^Reps of / }), '5')
  // From the menu, whose place it takes although it is the first to load.
  await page.getByRole('button', { name: 'Menu of Bench press' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Calculator/ })
    .click()
  const sheet = page.getByRole('dialog', { name: 'Calculator' })
  await expect(sheet.getByText('40 kg × 5')).toBeVisible()
  await page.keyboard.press('Escape')
  await first.getByRole('button', { name: /^Reps of / }).click()
  await page.getByRole('button', { name: /112\.5. Where it comes from$/ }).click()
  await expect(sheet.getByText('most likely between 109.7 kg and 115.3 kg')).toBeVisible()
  await expect(sheet.getByText(/Brzycki’s formula.*100.kg × 36 ÷ \(37 − 5\)/)).toBeVisible()
  await sheet.getByRole('textbox', { name: 'RPE' }).fill('8')
  await expect(sheet.getByText(/By the RTS chart: 5 reps at this effort is 81\.1%/)).toBeVisible()
  await sheet.getByRole('radio', { name: 'RPE' }).check()
  await expect(sheet.getByRole('row', { name: /^5 / }).getByText('100', { exact: true })).toBeVisible()
  await sheet.getByRole('radio', { name: 'kg · lb' }).check()
  await expect(sheet.getByText('220.46 lb')).toBeVisible()
  await sheet.getByRole('radio', { name: 'Plates' }).check()
  await expect(sheet.getByText('25 + 15')).toBeVisible()
  await sheet.getByRole('radio', { name: 'Warm-up' }).check()
  // Steps of one's own, kept until one goes back.
  await sheet.getByRole('button', { name: 'Change the steps' }).click()
  await sheet.getByLabel('Percent of step 2').fill('45')
  await sheet.getByLabel('Reps of step 2').fill('8')
  await sheet.getByRole('button', { name: 'Save the steps' }).click()
  await expect(sheet.getByText('45 kg × 8')).toBeVisible()
  await sheet.getByRole('button', { name: 'Change the steps' }).click()
  await sheet.getByRole('button', { name: 'Back to the usual' }).click()
  await expect(sheet.getByText('40 kg × 5')).toBeVisible()
  await sheet.getByRole('button', { name: 'Add 4 warm-up sets' }).click()
  const warmups = exercise(page, 'Bench press').getByRole('row', { name: /^Warm-up,/ })
  await expect(warmups).toHaveCount(4)
  await expect(warmups.nth(1)).toHaveAccessibleName(/40 kilograms, 5 reps/)
  // The work set stands behind them, as it was.
  await expect(exercise(page, 'Bench press').getByRole('row').nth(5)).toHaveAccessibleName(
    /^Set 1, 100 kilograms, 5 reps/,
  )
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(warmups).toHaveCount(0)
  await leaveWorkout(page)
  await expectAllOnServer(page)
})
