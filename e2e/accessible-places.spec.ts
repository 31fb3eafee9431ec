/** The screens of places in both themes, as accessible.spec.ts looks at all others. */
import { addExercise, closePad, logSet, openOwnLog, openTrain, row, startWorkout, type } from './support/athlete.ts'
import { look } from './support/look.ts'
import { expect, test } from './support/story.ts'

test('accessible: places, and what changes at one', async ({ athlete }) => {
  test.setTimeout(240_000)
  const { page } = await athlete('Ida')
  const found: string[] = []
  const see = async (screen: string) => void found.push(...(await look(page, screen, true)))
  await openOwnLog(page)
  await openTrain(page, '/you/places')
  await see('places, none yet')
  await page.getByRole('button', { name: /^Home rack/ }).click()
  await page.getByLabel('A machine of its own').selectOption({ label: 'Leg press' })
  await see('place')
  await page.getByRole('button', { name: 'Back' }).click()
  await see('places')

  await openTrain(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '60', reps: '8' })
  await type(row(page, 'Bench press', 2).getByRole('button', { name: /^kg of / }), '61')
  await see('number pad, no such load')
  await closePad(page)
  await page.getByRole('button', { name: 'Workout menu, finish' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: /^Place/ }).click()
  await expect(sheet).toContainText('Where do you train?')
  await see('places sheet')
  await sheet.getByRole('button', { name: /^Home/ }).click()
  await expect(sheet).toContainText('at Home')
  await see('what changes at a place')
  expect(found).toEqual([])
})
