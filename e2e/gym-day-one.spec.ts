/**
 * A gym's first day: made, its ten thousand members brought from a file, one of them invited, and checked in by the code
 * of a phone that has no signal.
 */
import { openTrain } from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { DESKTOP } from './support/device.ts'
import { memberCsv } from './support/gym.ts'
import { expect, test } from './support/story.ts'

const MEMBERS = 10_000

test('gym-day-one: create, import 10,000, invite, check in', async ({ device, person, database }) => {
  test.setTimeout(240_000)
  const owner = await person('Olga Owner')
  const desk = await device(DESKTOP)
  const { page } = desk
  await desk.signInAs(owner)

  await page.goto('/gym')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome, Olga Owner. What is your gym called?')
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin')
  await page.getByLabel('Name of the gym').fill('Iron Hall')
  await page.getByRole('button', { name: 'Create the gym' }).click()
  await expect(page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible()

  await page.getByRole('link', { name: 'Import a file' }).click()
  await page
    .getByLabel('Choose a file')
    .first()
    .setInputFiles({ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(memberCsv(MEMBERS)) })
  const columns = page.getByRole('region', { name: 'Columns of the file' })
  await expect(columns.getByLabel('What E-mail is')).toHaveValue('email')
  await expect(columns.getByLabel('What Join date is')).toHaveValue('startedOn')
  await page.getByRole('button', { name: 'Add 10,000' }).click()
  await expect(page.getByRole('status').filter({ hasText: '10,000 added, 0 updated, 0 left out.' })).toBeVisible({
    timeout: 30_000,
  })
  await page.getByRole('link', { name: 'See the members' }).click()
  await expect(page.getByText('10,000 of 10,000')).toBeVisible()

  // Found by typing, opened by Enter, invited by a key.
  await page.keyboard.press('/')
  await page.keyboard.type('given4711 fam')
  await expect(page.getByText('1 of 10,000')).toBeVisible()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Member' })
  await expect(panel.getByRole('heading').first()).toHaveText('Given4711 Family723')
  await expect(panel.getByText('member4711@example.test')).toBeVisible()
  await panel.getByRole('button', { name: 'Invite…' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  await expect(page.getByRole('textbox', { name: 'Invite link' })).toBeVisible()
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Take the invite back' }).click()
  await expect(panel.getByRole('button', { name: 'Take the invite back' })).toBeHidden()
  await panel.getByRole('button', { name: 'Invite…' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByRole('textbox', { name: 'Invite link' }).inputValue()
  await page.keyboard.press('Escape')

  // The member reads what the gym has of them, says yes, and has a code for the door.
  const member = await person('Given on the phone')
  const phone = await device()
  await phone.signInAs(member)
  await phone.page.goto(link)
  await expect(phone.page.getByRole('heading', { level: 1 })).toHaveText('Iron Hall invites you')
  // In part, since a link can be in other hands.
  await expect(phone.page.getByText('m•••@e•••.test')).toBeVisible()
  await expect(phone.page.getByText('member4711@example.test')).toHaveCount(0)
  await expect(phone.page.getByText(/Never your training/)).toBeVisible()
  await phone.page.getByRole('button', { name: 'Accept as Given on the phone' }).click()
  await expect(phone.page.getByRole('heading', { level: 1 })).toHaveText('You are in: Iron Hall')
  await openTrain(phone.page, '/you')
  const row = phone.page.getByRole('button', { name: /Check in at Iron Hall/ })
  await expect(row).toBeVisible()
  await phone.setOffline(true)
  await row.click()
  const sheet = phone.page.getByRole('dialog', { name: 'Iron Hall' })
  await expect(sheet.getByRole('img', { name: /Check-in code/ })).toBeVisible()
  const digits = (await sheet.getByText(/^\d+ \d{3} \d{3}$/).textContent()) ?? ''

  await page.goto(`${new URL(page.url()).pathname}/desk`)
  const field = page.getByRole('combobox', { name: 'Name, number or code' })
  await field.fill(digits)
  await field.press('Enter')
  await expect(page.getByText('Given4711 Family723 is in, visit 1.')).toBeVisible()
  const today = page.getByRole('region', { name: 'Today' })
  await expect(today.getByRole('listitem')).toHaveText([/Given4711 Family723.*by code/])
  // The same code once more is the same visit, and so is the button.
  await field.fill(digits)
  await field.press('Enter')
  await expect(page.getByText(/was checked in at .* already\. Not counted twice\./)).toBeVisible()
  await field.fill('given4711')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([/Given4711 Family723.*today/])
  await field.press('Enter')
  await expect(page.getByText(/Not counted twice\./)).toBeVisible()

  await today.getByRole('button', { name: /^Take back the check-in of Given4711/ }).click()
  await expect(today.getByText('Nobody yet.')).toBeVisible()
  // Without a network nobody is let in, it is said at once, and nothing is sent when the network is back.
  await field.fill('given4711')
  await desk.setOffline(true)
  await field.press('Enter')
  await expect(page.getByText('No connection: nobody was checked in. Try again once it is back.')).toBeVisible()
  await desk.setOffline(false)
  await expect(today.getByText('Nobody yet.')).toBeVisible()
  await field.press('Enter')
  await expect(page.getByText('Given4711 Family723 is in, visit 1.')).toBeVisible()

  // The office reads what happened as sentences, the latest first.
  await page.getByRole('link', { name: 'Changes' }).click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([
    /Olga Owner checked Given4711 Family723 in\./,
    /Olga Owner took back a check-in of Given4711 Family723\./,
    /Olga Owner checked Given4711 Family723 in\./,
    /Given4711 Family723 joined with their account\./,
    /Olga Owner invited Given4711 Family723\./,
    /Olga Owner took back the invite of Given4711 Family723\./,
    /Olga Owner invited Given4711 Family723\./,
    /Olga Owner brought in members\.csv: 10,000 added, 0 updated, 0 left out\./,
    /Olga Owner became an owner by creating the gym\./,
    /Olga Owner created the gym\./,
  ])
  const gymId = /\/gym\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  await asAdmin(database.admin, async (sql) => {
    const [count] =
      await sql`select count(*)::int as visits from attendance where undone_at is null and gym_id = ${gymId}`
    expect(count?.visits).toBe(1)
  })

  // And the whole file goes out again, but for the one who came.
  await page.getByRole('link', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: /^Take out members\.csv/ }).click()
  const question = page.getByRole('dialog', { name: 'Take out members.csv?' })
  await expect(question.getByText('10,000 members whom it added go.')).toBeVisible()
  await question.getByRole('button', { name: 'Take out', exact: true }).click()
  await expect(
    page.getByText('9,999 taken out, 0 as before. 1 stays: something was done with them since.'),
  ).toBeVisible({
    timeout: 30_000,
  })
})
