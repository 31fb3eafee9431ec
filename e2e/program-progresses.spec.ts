/** A program by percent: its training max, a set with as many reps as possible, and what is proposed for the next time. */
import { exercise, expectOnPhone, finishWorkout, openOwnLog, openTrain, PLACES, row, type } from './support/athlete.ts'
import { expect, test } from './support/story.ts'

test('program-progresses: 5/3/1 found on the shelf; its proposal is read, refused, taken back, and the next session shows it', async ({
  device,
  person,
}) => {
  const phone = await device()
  const { page } = phone
  await phone.signInAs(await person('Ida'))
  await openOwnLog(page)
  await openTrain(page, '/programs')
  await page.getByLabel('Days a week').selectOption('4')
  await page.getByLabel('Level').selectOption({ label: 'Experienced' })
  await expect(page.getByRole('status').filter({ hasText: '2 programs' })).toBeVisible()
  await page.getByRole('link', { name: /^5\/3\/1, four days/ }).click()
  await page.getByLabel('Training max of Overhead press, kg').fill('60')
  const press = page.getByRole('listitem').filter({ hasText: 'Overhead press' })
  await expect(press).toContainText('40 · 45 · 50')
  await page.getByRole('button', { name: 'Follow this program' }).click()

  await page.getByRole('button', { name: 'Start Press' }).click()
  await expect(page.getByText('Last set: as many reps as you can with good form, 5 at least')).toBeVisible()
  const open = exercise(page, 'Overhead press').getByRole('row', { name: /^Set 3 of max reps,/ })
  await expect(open).toHaveAccessibleName(/50 kilograms, 5 reps, not done/)
  await type(open.getByRole('button', { name: /^Reps of / }), '3')
  await page.getByRole('button', { name: 'Close the number pad' }).click()
  for (const n of [1, 2]) {
    await row(page, 'Overhead press', n)
      .getByRole('button', { name: /^Check / })
      .click()
    await expectOnPhone(page, 'Overhead press', n)
  }
  await open.getByRole('button', { name: /^Check / }).click()
  await expect(open).toHaveAccessibleName(new RegExp(PLACES.phone))
  await finishWorkout(page)

  // The one lift that was tried, with its reason; what was not is not judged.
  const proposals = page.getByRole('list', { name: 'Next time' }).getByRole('listitem')
  await expect(proposals).toHaveCount(1)
  await expect(proposals).toContainText('Training max 60 → 52.5 kg: reps were missing')
  await page.getByRole('button', { name: 'Overhead press: Keep as it was' }).click()
  await expect(proposals).toContainText('As it was: you decided so')
  await page.getByRole('button', { name: 'Overhead press: Undo' }).click()
  await expect(proposals).toContainText('Training max 60 → 52.5 kg')
  await page.getByRole('button', { name: 'Overhead press: Another weight' }).click()
  await page.getByRole('dialog').getByLabel('Training max of Overhead press, kg').fill('57.5')
  await page.getByRole('button', { name: 'Go on with this weight' }).click()
  await expect(proposals).toContainText('You chose the weight · 57.5 kg')

  // Seven tenths, eight and nine of 57.5, and the weeks after it.
  await openTrain(page, '/programs/five-three-one-4')
  const next = page.getByRole('button', { name: /^Overhead press/ })
  await expect(next).toContainText('40 · 45 · 52.5')
  await next.click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(4)
  await expect(page.getByRole('dialog').getByRole('listitem').nth(1)).toContainText('42.5 · 50 · 55 kg')
  await page.getByRole('button', { name: /^Change the rules/ }).click()
  await page.getByLabel('Add a rule').selectOption({ label: 'Reps missing: 10 % less' })
  await expect(page.getByText('With these rules it never goes up.')).toBeHidden()
  await page.getByRole('button', { name: 'Keep these rules' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
