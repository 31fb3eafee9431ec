/** The week that is over tells of itself, offline; muscles by groups of one's own, and how far they have recovered. */
import { openOwnLog, tab, waitReadyOffline } from './support/athlete.ts'
import { look } from './support/look.ts'
import { logDays } from './support/past-days.ts'
import { newPhone, syncAll } from './support/phone.ts'
import { expect, test } from './support/story.ts'

test('week-tells-of-itself: its report comes offline, once; a group of one’s own and recovery stand on the muscles', async ({
  athlete,
}) => {
  const { person, page } = await athlete('Ida')
  const other = await newPhone(person)
  const days = [2, 1].flatMap((weeks) => Array.from({ length: 4 - weeks }, (_, i) => ({ weeks, day: 2 * i })))
  await logDays(other.phone, days, (at) => 100_000 + at * 1000)
  await syncAll(other.phone)

  await openOwnLog(page)
  await waitReadyOffline(page)
  await page.context().setOffline(true)
  await tab(page, 'Today')
  const main = page.getByRole('main')
  await expect(main.getByText('Last week’s report is here')).toBeVisible()
  const found = await look(page, 'today, a report', true)
  await main.getByRole('button', { name: 'Look at it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Week of /)
  await expect(main).toContainText('up from 2 the week before')
  await expect(main.getByRole('link', { name: /^Deadlift/ })).toHaveCount(3)
  found.push(...(await look(page, 'week report', true)))
  await page.getByRole('button', { name: 'The week before' }).click()
  await expect(main).toContainText('up from 0 the week before')
  await tab(page, 'Today')
  await expect(page.getByRole('region', { name: 'This week' }).or(main.getByText('This week')).first()).toBeVisible()
  await expect(main.getByText('Last week’s report is here')).toHaveCount(0)

  await tab(page, 'Progress')
  await page.getByRole('button', { name: 'The week before' }).click()
  await page.getByRole('button', { name: 'Your groups' }).click()
  const sheet = page.getByRole('dialog', { name: 'Your groups' })
  await sheet.getByRole('button', { name: 'New group' }).click()
  await sheet.getByRole('button', { name: 'Save the group' }).click()
  await expect(sheet.getByRole('alert')).toHaveText('Give the group a name.')
  await sheet.getByLabel('Name').fill('Behind')
  await sheet.getByRole('button', { name: 'Hamstrings' }).click()
  found.push(...(await look(page, 'group of one’s own', true)))
  await sheet.getByRole('button', { name: 'Save the group' }).click()
  await page.keyboard.press('Escape')
  const own = page.getByRole('list', { name: 'Your groups' }).getByRole('listitem')
  await expect(own).toHaveCount(1)
  await expect(own).toContainText('Behind')

  await page.getByRole('radio', { name: 'Recovery' }).check()
  await page.getByRole('button', { name: 'How it is worked out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'One day more' }).click()
  await expect(page.getByRole('dialog')).toContainText('evenly in 8 days')
  found.push(...(await look(page, 'recovery', true)))
  await page.keyboard.press('Escape')
  found.push(...(await look(page, 'recovered', true)))
  expect(found).toEqual([])
})
