/** Somebody on the coach's list who shares no training: the list says so when it is looked at again, and leads nowhere wrong. */
import { coachAthlete } from './support/coach.ts'
import { DESKTOP } from './support/device.ts'
import { expect, test } from './support/story.ts'

test('roster-without-training: withdrawn meanwhile, said in words, and ended from there', async ({
  device,
  person,
}) => {
  const [ida, ben, maya] = [await person('Ida Winter'), await person('Ben Sommer'), await person('Maya')]
  const relationId = await coachAthlete(maya, ida)
  await coachAthlete(maya, ben)
  const desk = await device(DESKTOP)
  const { page } = desk
  await desk.signInAs(maya)
  await page.goto('/coach')
  await expect(page.getByRole('link', { name: 'Ida Winter' })).toBeVisible()
  expect((await ida.mutate('coaching.changeGrant', { relationId, domain: 'training', level: null })).status).toBe(200)

  // Back from another window.
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  const row = page.getByRole('row', { name: /Ida Winter/ })
  await expect(row).toContainText('Shares no training with you')
  await expect(page.getByRole('link', { name: 'Ida Winter' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Ben Sommer' })).toBeVisible()

  await page.getByRole('searchbox', { name: 'Search athletes' }).fill('ida')
  await page.keyboard.press('Enter')
  const why = page.getByRole('dialog', { name: 'Ida Winter shares no training with you' })
  await expect(why).toContainText('can switch it on again in their account')
  await page.keyboard.press('Escape')
  await expect(why).toHaveCount(0)

  await row.getByRole('button', { name: 'Ida Winter' }).click()
  await why.getByRole('button', { name: 'End coaching…' }).click()
  await page
    .getByRole('dialog', { name: 'End coaching Ida Winter?' })
    .getByRole('button', { name: 'End coaching' })
    .click()
  await expect(page.getByText('You no longer coach Ida Winter.')).toBeVisible()
  await expect(row).toHaveCount(0)
})
