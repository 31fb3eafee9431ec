/** A pounds gym for an athlete of kilograms: what was typed stays what it was, in whichever unit it is looked at. */
import {
  addExercise,
  closePad,
  exercise,
  expectOnServer,
  openTrain,
  row,
  startWorkout,
  type,
} from './support/athlete.ts'
import { expect, setsOf, test } from './support/story.ts'

test('pounds-among-kilograms: 150 lb is typed, looked at in kilograms and back, and is 150 lb everywhere', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const phone = await device()
  await phone.signInAs(ida)
  const { page } = phone
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
  await exercise(page, 'Deadlift')
    .getByRole('row', { name: /^Set 2,/ })
    .getByRole('button', { name: /^(kg|lb) of / })
    .click()
  await expect(pad.getByRole('button', { name: 'Pounds. Change to kilograms' })).toBeVisible()
  const [stored] = await setsOf(database, ida)
  expect(stored).toEqual({ loadG: 68_039, reps: 5 })
})
