/** Years of history come over from Hevy, in pounds and without a network; one bad line stops nothing; the app closed in the middle goes on. */
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { hevyCsv } from '../src/modules/workouts/rules/import/fixtures-hevy.ts'
import { expectAllOnServer, openTrain, waitReadyOffline } from './support/athlete.ts'
import { answerAll, chooseFile, importAll, workoutsOf } from './support/import.ts'
import { expect, expectCleanReceipts, test } from './support/story.ts'

const history = madeHistory(11, 20)

test('import-hevy: offline, one line broken; everything else arrives, and reaches the server with the signal', async ({
  athlete,
  database,
}) => {
  const { person: ida, phone, page } = await athlete('Ida')
  await openTrain(page)
  await waitReadyOffline(page)
  await phone.setOffline(true)
  await page.goto('/train/you/import')
  await chooseFile(page, 'log.csv', '{"workouts": []}')
  await expect(page.getByText('log.csv is a JSON file, not a CSV file, whatever its name says.')).toBeVisible()
  const lines = hevyCsv(history, { unit: 'lbs', distance: 'miles' }).split('\n')
  lines.splice(40, 0, lines[40]?.replace(/"normal",[^,]*,[^,]*/, '"normal",heavy,many') ?? '')
  await chooseFile(page, 'workouts.csv', lines.join('\n'))
  await answerAll(page, [])
  await page.getByText('1 line can’t be read').click()
  await expect(page.getByText('Line 41 is left out: its load “heavy” is no number.')).toBeVisible()
  await importAll(page, history.length)
  expect(await workoutsOf(database, ida)).toBe(0)

  await phone.setOffline(false)
  await expectAllOnServer(page)
  expect(await workoutsOf(database, ida)).toBe(history.length)
  await expectCleanReceipts(database, ida)
})
