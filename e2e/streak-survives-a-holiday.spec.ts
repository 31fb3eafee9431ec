/** A holiday is written down on the phone, without a signal; the weeks in it neither count nor break the streak. */
import { openOwnLog, tab, waitReadyOffline } from './support/athlete.ts'
import { logDays } from './support/past-days.ts'
import { newPhone, syncAll } from './support/phone.ts'
import { expect, test } from './support/story.ts'

test('streak-survives-a-holiday: two weeks off, put in offline, and the streak goes on; taken out, it is broken', async ({
  athlete,
}) => {
  const { person, page } = await athlete('Ida')
  const other = await newPhone(person)
  // Three workouts in each of four weeks, two empty ones between: more than is forgiven by itself.
  await logDays(
    other.phone,
    [5, 4, 1, 0].flatMap((weeks) => [0, 2, 4].map((day) => ({ weeks, day }))),
  )
  await syncAll(other.phone)

  await openOwnLog(page)
  await waitReadyOffline(page)
  await tab(page, 'Progress')
  const streak = page.getByRole('region', { name: 'Weeks in a row' })
  await expect(streak).toContainText('2weeks')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Breaks' }).click()
  const sheet = page.getByRole('dialog')
  const { from, to } = await page.evaluate(() => {
    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
    const monday = (new Date().getDay() + 6) % 7
    return { from: day(monday + 21), to: day(monday + 14 - 1) }
  })
  await sheet.getByLabel('First day').fill(from)
  await sheet.getByLabel('Last day').fill(to)
  await sheet.getByRole('button', { name: 'Add the break' }).click()
  const line = sheet.getByRole('listitem').filter({ hasText: 'Holiday' })
  await expect(line).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(streak).toContainText('4weeks')
  await expect(streak.getByRole('listitem').filter({ hasText: 'a break' })).toHaveCount(2)

  await page.getByRole('button', { name: 'Breaks' }).click()
  await sheet.getByRole('button', { name: /^Delete Holiday/ }).click()
  await page.keyboard.press('Escape')
  await expect(streak).toContainText('2weeks')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(streak).toContainText('4weeks')

  // The other phone hears of it once there is a signal.
  await page.context().setOffline(false)
  await tab(page, 'History')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
})
