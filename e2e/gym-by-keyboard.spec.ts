/** A roster worked on by keys alone: found, chosen, changed many at a time, undone; a link to it shows the same again. */
import { DESKTOP } from './support/device.ts'
import { createGym, hireStaff } from './support/gym.ts'
import { expect, test } from './support/story.ts'
import { dataOf } from './support/visitor.ts'

const row = (name: string) => ({ name, email: null, phone: null, startedOn: null, locationId: null, memberId: null })

test('gym-by-keyboard: filter, choose, assign, undo, and the address keeps the view', async ({ device, person }) => {
  test.setTimeout(120_000)
  const [owner, kenji] = [await person('Olga Owner'), await person('Kenji Coach')]
  const gymId = await createGym(owner)
  await hireStaff(owner, gymId, kenji, 'coach')
  const names = Array.from({ length: 300 }, (_, n) => `${n < 10 ? 'Anders' : 'Bea'} ${n}`)
  const file = { fileName: 'a.csv', columns: {}, rows: names.map(row), skipped: 0, version: 1 }
  dataOf(await owner.mutate('gyms.importMembers', { gymId, ...file }))

  const desk = await device(DESKTOP)
  const { page } = desk
  await desk.signInAs(owner)
  await page.goto(`/gym/${gymId}`)
  await expect(page.getByText('300 of 300')).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.type('anders')
  await expect(page.getByText('10 of 300')).toBeVisible()
  expect(new URL(page.url()).searchParams.get('q')).toBe('anders')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Anders 0' })).toBeFocused()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  const bar = page.getByRole('region', { name: 'Chosen members' })
  await expect(bar.getByText('2 chosen')).toBeVisible()
  await page.keyboard.press('c')
  await page.keyboard.type('ken')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kenji Coach is now the coach of 2 members.')).toBeVisible()
  const coached = page.getByRole('row').filter({ has: page.getByRole('cell', { name: 'Kenji Coach' }) })
  await expect(coached.getByRole('rowheader').getByRole('button')).toHaveText(['Anders 0', 'Anders 2'])

  // The address is the view: a reload, or somebody who is sent it, sees the same.
  await page.getByLabel('Coach', { exact: true }).selectOption({ label: 'Kenji Coach' })
  await expect(page.getByText('2 of 300')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 of 300')).toBeVisible()
  await expect(coached.getByRole('rowheader').getByRole('button')).toHaveText(['Anders 0', 'Anders 2'])
  await page.goto(`/gym/${gymId}?state=no_coach&sort=number&down=1`)
  await expect(page.getByText('298 of 300')).toBeVisible()
  await expect(page.getByRole('rowheader').first().getByRole('button')).toHaveText('Bea 299')

  // Everybody who is shown, ended and brought back with one press.
  await page.keyboard.press('a')
  await expect(bar.getByText('298 chosen')).toBeVisible()
  await bar.getByRole('button', { name: 'End membership' }).click()
  await expect(page.getByText('298 memberships have ended.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nobody like this' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('298 of 300')).toBeVisible()

  // A name or a number is found from anywhere by ⌘K, opened by Enter, and left by Escape.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('bea 300')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Member' })
  await expect(panel.getByRole('heading').first()).toHaveText('Bea 299')
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Set the coach')).toBeVisible()
})

test('gym-hires: a link says what the role sees, and opens that and no more', async ({ device, person }) => {
  test.setTimeout(120_000)
  const [owner, dan] = [await person('Olga Owner'), await person('Dan Desk')]
  const gymId = await createGym(owner)
  const office = await device(DESKTOP)
  await office.signInAs(owner)
  await office.page.goto(`/gym/${gymId}/staff`)
  await office.page.getByRole('button', { name: 'Invite staff' }).click()
  const dialog = office.page.getByRole('dialog', { name: 'Invite staff' })
  await dialog.getByLabel('Role', { exact: true }).selectOption('desk')
  await expect(dialog.getByText('checks members in and takes slips back')).toBeVisible()
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByRole('textbox', { name: 'Invite link' }).inputValue()
  await office.page.keyboard.press('Escape')

  const desk = await device(DESKTOP)
  await desk.signInAs(dan)
  await desk.page.goto(link)
  await expect(desk.page.getByRole('heading', { level: 1 })).toHaveText('Work at Iron Hall as Front desk')
  await expect(desk.page.getByText('adds members')).toBeVisible()
  await expect(desk.page.getByText('takes the list out as a file')).toHaveCount(0)
  await desk.page.getByRole('button', { name: 'Accept as Dan Desk' }).click()
  await desk.page.getByRole('link', { name: 'Open Iron Hall' }).click()
  const pages = desk.page.getByRole('navigation', { name: 'Gym' })
  await expect(pages.getByRole('link', { name: 'Check-in' })).toBeVisible()
  for (const hidden of ['Import', 'Changes', 'Settings']) {
    await expect(pages.getByRole('link', { name: hidden })).toHaveCount(0)
  }
  // The address of a page that the role does not have answers like one that is none.
  desk.expect(/404/)
  await desk.page.goto(`/gym/${gymId}/log`)
  await expect(desk.page.getByRole('heading', { name: 'There is no such page here' })).toBeVisible()

  // The only owner has no way out; somebody else's role is changed where it stands.
  const { page } = office
  await page.reload()
  await expect(page.getByRole('button', { name: 'Leave' })).toHaveCount(0)
  await page.getByLabel('Role of Dan Desk').selectOption('owner')
  await expect(page.getByRole('button', { name: 'Leave' })).toBeVisible()
  await expect(page.getByText(/^Dan Desk, Front desk, /)).toBeVisible()
  await page.getByRole('button', { name: 'End the work of Dan Desk here' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click()
  await expect(page.getByText(/^Dan Desk, Owner, /)).toBeVisible()
  await desk.page.goto(`/gym/${gymId}`)
  await expect(desk.page.getByRole('heading', { name: 'There is no such page here' })).toBeVisible()
})

test('gym-file-with-faults: what can’t be read is said with its line, and what comes in is chosen', async ({
  device,
  person,
}) => {
  const owner = await person('Olga Owner')
  const gymId = await createGym(owner)
  dataOf(await owner.mutate('gyms.addMember', { gymId, name: 'Ana Novak', email: 'ana@example.test' }))
  const desk = await device(DESKTOP)
  const { page } = desk
  await desk.signInAs(owner)
  await page.goto(`/gym/${gymId}/import`)
  const choose = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })

  await choose('members.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
  await expect(page.getByText('This is no text file. In a spreadsheet, save it as CSV and choose that.')).toBeVisible()
  await choose('empty.csv', Buffer.from('Name;Email\r\n'))
  await expect(page.getByText('This file has titles and no rows. Export it once more.')).toBeVisible()

  // As an old spreadsheet saves it: semicolons and the Windows code page.
  const lines = [
    'Name;Kontakt;Joined',
    'Ana Novak;ana@example.test;',
    'Ren\u00e9e M\u00fcller;r@x.test;31.02.2024',
    ';who@x.test;',
  ]
  await choose('alt.csv', Buffer.from(lines.join('\r\n'), 'latin1'))
  const rows = page.getByRole('table', { name: 'Rows of the file' }).getByRole('row')
  await expect(page.getByLabel('What Kontakt is')).toHaveValue('email')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText('Has the address of Ana Novak, no. 1.')
  await expect(rows.nth(2)).toContainText('Renée Müller')
  await expect(rows.nth(2)).toContainText('“31.02.2024” is no date: today is taken.')
  await expect(rows.nth(3)).toContainText('No name: stays out.')
  await page.getByLabel('Same address').selectOption('skip')
  await page.getByRole('button', { name: 'Add 1', exact: true }).click()
  await expect(page.getByText('1 added, 0 updated, 2 left out.')).toBeVisible()
})
