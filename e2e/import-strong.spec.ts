/** Years of history come over from Strong: asked only what the file doesn't say, twice changes nothing, and back out again. */
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { strongCsv } from '../src/modules/workouts/rules/import/fixtures-strong.ts'
import { expectAllOnServer, openTrain, tab } from './support/athlete.ts'
import { answerAll, chooseFile, importAll, workoutsOf } from './support/import.ts'
import { expect, expectCleanReceipts, test } from './support/story.ts'

const history = madeHistory(7, 26)

test('import-strong: previewed, imported, on the server; the same file again changes nothing; undone as a whole', async ({
  athlete,
  database,
}) => {
  const { person: ida, page } = await athlete('Ida')
  await openTrain(page)
  // The log is Ida's from here on, no longer a guest's.
  await expectAllOnServer(page)
  await openTrain(page, '/you/import')
  await chooseFile(page, 'bank.csv', 'Booking date;Payee;Purpose\n2025-03-01;Gym;Membership\n')
  await expect(
    page.getByText('bank.csv doesn’t look like workouts: none of its columns (Booking date, Payee, Purpose)'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Other file' }).click()
  await chooseFile(page, 'strong.csv', strongCsv(history, 'A'))
  // Strong's file names no unit, and every guess about it is asked.
  await expect(page.getByRole('heading', { name: 'The file doesn’t say' })).toBeVisible()
  await answerAll(page, ['Kilograms', 'Kilometres'])
  await expect(page.getByRole('main')).toContainText('What comes in')
  await importAll(page, history.length)
  await expectAllOnServer(page)
  expect(await workoutsOf(database, ida)).toBe(history.length)
  await tab(page, 'History')
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()

  await openTrain(page, '/you/import')
  await chooseFile(page, 'strong again.csv', strongCsv(history, 'A'))
  // Nothing comes in, so nothing is asked.
  await expect(page.getByText(`${history.length} workouts are here already and are left out.`)).toBeVisible()
  await expect(page.getByText('Nothing new in it')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The file doesn’t say' })).toBeHidden()
  await page.getByRole('button', { name: 'Other file' }).click()

  await page.getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByText(`${history.length} workouts of strong.csv taken out`)).toBeVisible()
  await openTrain(page)
  await expectAllOnServer(page)
  expect(await workoutsOf(database, ida)).toBe(0)
  await expectCleanReceipts(database, ida)
})
