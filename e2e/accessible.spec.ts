/** Every screen in both themes: axe finds nothing, and the sizes and contrasts of look.md are computed from the page. */
import { readFileSync } from 'node:fs'
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { hevyCsv } from '../src/modules/workouts/rules/import/fixtures-hevy.ts'
import {
  addExercise,
  exercise,
  expectAllOnServer,
  leaveWorkout,
  logSet,
  openTrain,
  startWorkout,
  tab,
} from './support/athlete.ts'
import { coachAthlete } from './support/coach.ts'
import { DESKTOP } from './support/device.ts'
import { addMember, createGym, joinAsMember, linkOf } from './support/gym.ts'
import { answerAll, chooseFile, importAll } from './support/import.ts'
import { look } from './support/look.ts'
import { expect, test } from './support/story.ts'
import { dataOf } from './support/visitor.ts'

test('accessible: every screen of the athlete’s app', async ({ device, person }) => {
  test.setTimeout(360_000)
  const phone = await device()
  const { page } = phone
  const found: string[] = []
  const see = async (screen: string) => void found.push(...(await look(page, screen, true)))
  await openTrain(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where do you start?')
  await see('first visit')
  await openTrain(page, '/programs')
  await see('programs')
  await openTrain(page, '/programs/full-body-3')
  await see('program')
  await page.getByRole('button', { name: 'Follow this program' }).click()
  await expect(page.getByRole('heading', { name: 'Full body A' })).toBeVisible()
  await see('today, a program')
  await page.getByRole('button', { name: 'Another day' }).click()
  await expect(page.getByRole('dialog', { name: 'Which day?' })).toBeVisible()
  await see('which day')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Program', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Leave the program' })).toBeVisible()
  await see('program, followed')
  await page
    .getByRole('button', { name: /^Back squat/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('place of a program')
  await page.keyboard.press('Escape')
  await openTrain(page, '/you/install')
  await see('install')
  await openTrain(page, '/sign-in')
  await see('sign in')
  await page.getByRole('button', { name: 'Create an account instead' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create an account')
  await see('create an account')

  await phone.signInAs(await person('Ida'))
  await openTrain(page)
  await expectAllOnServer(page)
  await openTrain(page, '/you/import')
  await see('import')
  await chooseFile(page, 'workouts.csv', hevyCsv(madeHistory(3, 12)))
  await answerAll(page, [])
  await see('import, preview')
  await importAll(page, madeHistory(3, 12).length)
  await see('history')
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/history\/./)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await see('past workout')
  await page.goto(`${page.url()}/edit`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await see('edit workout')
  for (const [path, name] of [
    ['/exercises', 'exercises'],
    ['/exercises/bench-press', 'exercise'],
    ['/progress', 'progress'],
    ['/progress/body', 'body'],
    ['/routines', 'routines'],
    ['/cardio', 'cardio'],
    ['/you', 'you'],
    ['/you/friends', 'friends'],
    ['/you/timeline', 'timeline'],
    ['/you/guide', 'guide'],
    ['/you/news', 'news'],
    ['/you/data', 'data'],
    ['', 'today'],
  ] as const) {
    await openTrain(page, path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await see(name)
  }

  await openTrain(page, '/you/data')
  await page.getByRole('button', { name: /^Table of your sets/ }).click()
  const saving = page.getByRole('button', { name: 'Save the file' })
  await expect(saving).toBeVisible()
  await see('data, table')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('button', { name: /^Archive of your log/ }).click()
  await expect(saving).toBeVisible()
  await see('data, archive')
  const download = page.waitForEvent('download')
  await saving.click()
  const archive = await (await download).path()
  await openTrain(page, '/you/data')
  const chosen = page.waitForEvent('filechooser')
  await page.locator('button').filter({ hasText: 'Bring in an archive' }).click()
  await (await chosen).setFiles({ name: 'log.json', mimeType: 'application/json', buffer: readFileSync(archive) })
  await expect(page.getByRole('button', { name: 'Nothing new' })).toBeVisible()
  await see('data, archive chosen')

  await tab(page, 'Today')
  await page.getByRole('button', { name: 'Start empty workout' }).click()
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  await see('workout, empty')
  await page.getByRole('button', { name: 'Add exercise', exact: true }).click()
  await expect(page.getByRole('searchbox')).toBeVisible()
  await see('exercise picker')
  await page.keyboard.press('Escape')
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1)
  await see('workout')
  await exercise(page, 'Bench press')
    .getByRole('button', { name: /^kg of Set 2/ })
    .click()
  await see('number pad')
  await page.keyboard.press('Escape')
  for (const [opener, name] of [
    ['Set 1: kind, note, remove', 'set sheet'],
    ['Menu of Bench press', 'exercise menu'],
    ['Workout menu, finish', 'workout sheet'],
    ['Finish workout', 'finish sheet'],
  ] as const) {
    await page.getByRole('button', { name: opener }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await see(name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Workout menu, finish' }).click()
  await page.getByRole('button', { name: 'Order of exercises' }).click()
  await expect(page.getByRole('dialog', { name: 'Order of exercises' })).toBeVisible()
  await see('order sheet')
  await page.keyboard.press('Escape')
  await leaveWorkout(page)
  await see('today, workout open')
  expect(found).toEqual([])
})

test('accessible: the public pages and the coach’s portal', async ({ device, person }) => {
  const [ida, maya] = [await person('Ida Winter'), await person('Maya')]
  await coachAthlete(maya, ida)
  const phone = await device()
  await phone.signInAs(ida)
  await openTrain(phone.page)
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '80', reps: '8' })
  await leaveWorkout(phone.page)
  await expectAllOnServer(phone.page)
  await tab(phone.page, 'Today')

  const desk = await device(DESKTOP)
  const { page } = desk
  const found: string[] = []
  const see = async (screen: string) => void found.push(...(await look(page, screen, false)))
  for (const path of ['/', '/sign-in', '/sign-up']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await see(path)
  }
  await desk.signInAs(maya)
  await page.goto('/coach')
  await expect(page.getByRole('link', { name: /Ida Winter/ }).first()).toBeVisible()
  await see('roster')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('palette')
  await page.keyboard.press('Escape')
  await page.locator('header').getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('invite')
  await page.keyboard.press('Escape')
  await page.goto(`/coach/athletes/${ida.userId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ida Winter')
  await see('athlete')
  await page.goto(`/coach/athletes/${ida.userId}?tab=training`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ida Winter')
  await see('athlete, training')
  await page.goto('/account')
  await expect(page.getByText('Signed-in devices')).toBeVisible()
  await see('account')
  await page.getByRole('button', { name: 'Delete this account' }).click()
  await expect(page.getByText('What stays, and why')).toBeVisible()
  await see('account, deleting')
  expect(found).toEqual([])
})

test('accessible: the gym’s portal, its links, and the code for the door', async ({ device, person }) => {
  test.setTimeout(240_000)
  const [owner, mia] = [await person('Olga Owner'), await person('Mia')]
  const desk = await device(DESKTOP)
  const { page } = desk
  await desk.signInAs(owner)
  const found: string[] = []
  const see = async (screen: string) => void found.push(...(await look(page, screen, false)))
  await page.goto('/gym')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await see('create a gym')
  const gymId = await createGym(owner)
  await page.goto(`/gym/${gymId}`)
  await expect(page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible()
  await see('empty roster')
  dataOf(await owner.mutate('gyms.addLocation', { gymId, name: 'Dockside' }))
  const memberId = await joinAsMember(owner, gymId, mia, 'Mia Meyer')
  await addMember(owner, gymId, 'Ben Kralj', 'ben@example.test')
  dataOf(await owner.mutate('gyms.checkIn', { gymId, memberId, id: crypto.randomUUID(), locationId: null }))

  await page.goto(`/gym/${gymId}?state=absent`)
  await expect(page.getByLabel('for', { exact: true })).toBeVisible()
  await see('roster, absent')
  await page.goto(`/gym/${gymId}`)
  await expect(page.getByText('2 of 2')).toBeVisible()
  await see('roster')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary').getByText('No. 2')).toBeVisible()
  await see('member, one chosen')
  for (const [key, screen] of [
    ['c', 'coach of many'],
    ['i', 'invite members'],
    ['n', 'add member'],
    ['Control+k', 'gym palette'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await see(screen)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.goto(`/gym/${gymId}/desk`)
  await page.getByRole('combobox', { name: 'Name, number or code' }).fill('mia')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Today' }).getByText('Mia Meyer')).toBeVisible()
  await see('check-in')
  await page.goto(`/gym/${gymId}/staff`)
  await page.getByRole('button', { name: 'Invite staff' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('invite staff')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('rowheader')).toHaveText(/Olga Owner/)
  await see('staff')
  await page.goto(`/gym/${gymId}/import`)
  await expect(page.getByText('Choose a file')).toBeVisible()
  await see('import')
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'members.csv', mimeType: 'text/csv' },
    buffer: Buffer.from('Name,Email,Joined\nMia Meyer,mia@x.test,2024-01-01\n,who@x.test,\n'),
  })
  await expect(page.getByRole('table', { name: 'Rows of the file' })).toBeVisible()
  await see('import, preview')
  for (const [path, text] of [
    ['log', 'Olga Owner created the gym.'],
    ['settings', 'Name of the gym'],
  ] as const) {
    await page.goto(`/gym/${gymId}/${path}`)
    await expect(page.getByText(text)).toBeVisible()
    await see(path)
  }
  await page.goto(await linkOf(owner, gymId, await addMember(owner, gymId, 'Cem Demir', 'cem@example.test')))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Iron Hall invites you')
  await see('join page')

  const phone = await device()
  await phone.signInAs(mia)
  await openTrain(phone.page, '/you')
  await phone.page.getByRole('button', { name: /^Check in at Iron Hall/ }).click()
  await expect(phone.page.getByRole('img', { name: /Check-in code/ })).toBeVisible()
  found.push(...(await look(phone.page, 'door code', true)))
  expect(found).toEqual([])
})
