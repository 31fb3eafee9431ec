/** The tab is closed in the middle of an import; opened again, the import goes on to its end: every workout, once. */
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { strongCsv } from '../src/modules/workouts/rules/import/fixtures-strong.ts'
import { expectAllOnServer, openTrain } from './support/athlete.ts'
import { answerAll, chooseFile, workoutsOf } from './support/import.ts'
import { expect, expectCleanReceipts, test } from './support/story.ts'

/** Long enough that nobody sees its end before the tab is closed. */
const history = madeHistory(3, 140)

test('import-goes-on: closed in the middle, it goes on where it stopped, and each workout is there once', async ({
  athlete,
  database,
}) => {
  test.slow()
  const { person: ida, phone } = await athlete('Ida')
  const first = phone.page
  await openTrain(first)
  await expectAllOnServer(first)
  await openTrain(first, '/you/import')
  await chooseFile(first, 'strong.csv', strongCsv(history, 'B'))
  await answerAll(first, [])
  await first.getByRole('button', { name: `Import ${history.length} workouts` }).click()
  // At least one of them is in.
  await expect(first.getByText(/^[1-9]\d* of \d+$/)).toBeVisible()
  const page = await phone.context.newPage()
  await first.close()

  await openTrain(page, '/you/import')
  await expect(page.getByText('strong.csv')).toBeVisible()
  const goOn = page.getByRole('button', { name: 'Go on' })
  await expect(goOn).toBeVisible()
  expect(await workoutsOf(database, ida)).toBeLessThan(history.length)
  await goOn.click()
  await expect(page.getByText(/workouts imported/).first()).toBeVisible({ timeout: 120_000 })
  await openTrain(page)
  await expectAllOnServer(page)
  expect(await workoutsOf(database, ida)).toBe(history.length)
  await expectCleanReceipts(database, ida)
})
