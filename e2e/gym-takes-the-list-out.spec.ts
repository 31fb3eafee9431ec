/**
 * The office takes the roster out as a file: what it holds is what the gym knows, no cell of it runs in a spreadsheet, and
 * the log says who took how many.
 */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { dayOf, isoDate } from '../src/shared/local-day.ts'
import { DESKTOP } from './support/device.ts'
import { createGym, hireStaff } from './support/gym.ts'
import { expect, test } from './support/story.ts'
import { dataOf } from './support/visitor.ts'

/** A member's name, and its cell in the file. Whoever signs up names themselves: a name is what a stranger wrote. */
const NAMES = [
  ['Ana Novak', 'Ana Novak'],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['+1 Guest', "'+1 Guest"],
  ['-Dash', "'-Dash"],
  ['@SUM(1+1)', "'@SUM(1+1)"],
  ['\t=1+1', "'\t=1+1"],
  ['\r=1+1', `"'\r=1+1"`],
  ["'=already", "''=already"],
  ['Ward, “Bo” 佐藤', '"Ward, “Bo” 佐藤"'],
] as const
const BOM = '\uFEFF'

async function download(page: Page): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await coming
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('gym-takes-the-list-out: the file, its guard against formulas, and its line in the log', async ({
  device,
  person,
}) => {
  const [owner, dan] = [await person('Olga Owner'), await person('Dan Desk')]
  const gymId = await createGym(owner)
  await hireStaff(owner, gymId, dan, 'desk')
  const rows = NAMES.map(([name], n) => ({
    ...{ name, email: n === 0 ? 'ana@example.test' : null, phone: n === 0 ? '+49 151 1' : null },
    ...{ startedOn: 20_000 + n, locationId: null, memberId: null },
  }))
  dataOf(
    await owner.mutate('gyms.importMembers', { gymId, fileName: 'a.csv', columns: {}, rows, skipped: 0, version: 1 }),
  )

  const office = await device(DESKTOP)
  const { page } = office
  await office.signInAs(owner)
  await page.goto(`/gym/${gymId}?sort=number`)
  await expect(page.getByText('9 of 9')).toBeVisible()
  const today = isoDate(dayOf(Date.now(), 'Europe/Berlin'))
  const all = await download(page)
  expect(all.name).toBe(`members-${today}.csv`)
  expect(all.text).toBe(
    [
      `${BOM}Number,Name,Email,Phone,Coach,Location,Member since,Left,Last seen`,
      ...NAMES.map(([, cell], n) => {
        const contact = n === 0 ? "ana@example.test,'+49 151 1" : ','
        return `${n + 1},${cell},${contact},,,${isoDate(20_000 + n)},,`
      }),
      '',
    ].join('\r\n'),
  )
  await expect(page.getByText('9 members are in the file. The list of changes says that you took them.')).toBeVisible()

  // Only what is shown goes out.
  await page.getByRole('searchbox', { name: 'Name, number or address' }).fill('ana')
  await expect(page.getByText('1 of 9')).toBeVisible()
  expect((await download(page)).text.split('\r\n').slice(1)).toEqual([
    `1,Ana Novak,ana@example.test,'+49 151 1,,,${isoDate(20_000)},,`,
    '',
  ])

  await page.getByRole('link', { name: 'Changes' }).click()
  await expect(page.getByRole('main').getByRole('listitem')).toContainText([
    'Olga Owner took 1 member out as a file.',
    'Olga Owner took 9 members out as a file.',
    'Olga Owner brought in a.csv',
    'Dan Desk',
    'Olga Owner made an invite',
    'Olga Owner became an owner by creating the gym.',
    'Olga Owner created the gym.',
  ])

  // The file of one's own comes back as it went out: everybody is here already, and nothing about them changes.
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: all.name, mimeType: 'text/csv', buffer: Buffer.from(all.text) })
  const preview = page.getByRole('table', { name: 'Rows of the file' })
  await expect(preview.getByRole('row').nth(2)).toContainText('=HYPERLINK("http://x","y")')
  await expect(preview).not.toContainText("'=HYPERLINK")

  // Who checks people in takes no list home.
  const desk = await device(DESKTOP)
  await desk.signInAs(dan)
  await desk.page.goto(`/gym/${gymId}`)
  await expect(desk.page.getByText('9 of 9')).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Export' })).toHaveCount(0)
})
