/** A file chosen before the app knew whose log this is: the account arrives in the middle, and nothing has to be done again. */
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { strongCsv } from '../src/modules/workouts/rules/import/fixtures-strong.ts'
import { expectAllOnServer, openTrain } from './support/athlete.ts'
import { answerAll, chooseFile, importAll, workoutsOf } from './support/import.ts'
import { expect, expectCleanReceipts, test } from './support/story.ts'

const history = madeHistory(7, 8)

test('import-as-guest: the questions that were answered stand when the account arrives, and the history is its own', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const { page, signInAs } = await device()
  await signInAs(ida)
  // Who holds the cookie is answered only when the file is being looked at.
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/auth/session', async (route) => {
    await held
    await route.continue()
  })
  await openTrain(page, '/you/import')
  await chooseFile(page, 'strong.csv', strongCsv(history, 'A'))
  await answerAll(page, ['Kilograms', 'Kilometres'])
  const arrived = page.waitForResponse((response) => response.url().includes('users.me'))
  answer()
  await arrived
  await importAll(page, history.length)
  await expectAllOnServer(page)
  expect(await workoutsOf(database, ida)).toBe(history.length)
  await expectCleanReceipts(database, ida)
})
