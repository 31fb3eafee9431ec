/** A pounds gym for an athlete of kilograms: what was typed stays what it was, in whichever unit it is looked at. */
import {
  addExercise,
  closePad,
  expectAllOnServer,
  expectOnServer,
  finishWorkout,
  openTrain,
  row,
  startWorkout,
  tab,
  type,
} from './support/athlete.ts'
import { expect, setsOf, test } from './support/story.ts'

test('pounds-among-kilograms: 150 lb is typed, looked at in kilograms and back, and is 150 lb everywhere', async ({
  athlete,
  database,
}) => {
  const { person: ida, page } = await athlete('Ida')
  await openTrain(page)
  await startWorkout(page)
  await addExercise(page, 'Deadlift')
  const set = row(page, 'Deadlift', 1)
  const pad = page.getByRole('region', { name: /^Number pad: / })
  const load = set.getByRole('button', { name: /^(kg|lb) of Set 1/ })
  await type(load, '150')
  await pad.getByRole('button', { name: 'Kilograms. Change to pounds' }).click()
  await expect(load).toHaveAccessibleName('lb of Set 1: 150')
  await closePad(page)
  await expect(set).toHaveAccessibleName(/150 pounds/)

  await load.click()
  await expect(load).toHaveAccessibleName('lb of Set 1: 150')
  await pad.getByRole('button', { name: 'Pounds. Change to kilograms' }).click()
  await expect(load).toHaveAccessibleName('kg of Set 1: 68.039')
  await closePad(page)
  // It was only looked at.
  await expect(set).toHaveAccessibleName(/150 pounds/)

  await type(set.getByRole('button', { name: /^Reps of / }), '5')
  await pad.getByRole('button', { name: 'Go to the load' }).click()
  await expect(load).toHaveAccessibleName('lb of Set 1: 150')
  await closePad(page)
  await set.getByRole('button', { name: /^Check / }).click()
  await expectOnServer(page, 'Deadlift', 1)
  // The next one is typed as this one was.
  const second = row(page, 'Deadlift', 2)
  await second.getByRole('button', { name: /^(kg|lb) of / }).click()
  await pad.getByRole('button', { name: 'Pounds. Change to kilograms' }).click()
  await type(second.getByRole('button', { name: /^kg of / }), '70')
  await type(second.getByRole('button', { name: /^Reps of / }), '5')
  await closePad(page)
  await second.getByRole('button', { name: /^Check / }).click()
  await finishWorkout(page)
  await expectAllOnServer(page)
  expect(await setsOf(database, ida)).toEqual([
    { loadG: 68_039, reps: 5 },
    { loadG: 70_000, reps: 5 },
  ])

  // Where the sets share no unit the column names none, and each says its own.
  await tab(page, 'History')
  await page
    .getByRole('main')
    .getByRole('link', { name: /Deadlift/ })
    .click()
  const table = page.getByRole('main').getByRole('table')
  await expect(table.getByRole('columnheader', { name: 'Load × reps' })).toBeVisible()
  await expect(table.getByRole('row')).toContainText([/./, '150 lb × 5', '70 kg × 5'])
})
