/** A log goes out as an archive, into an account that has nothing, and out again: the same bytes. Then again, as a table. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { hevyCsv } from '../src/modules/workouts/rules/import/fixtures-hevy.ts'
import {
  addExercise,
  exercise,
  expectAllOnServer,
  finishWorkout,
  leaveWorkout,
  logSet,
  logWorkout,
  openTrain,
  startWorkout,
  tab,
} from './support/athlete.ts'
import { answerAll, chooseFile, importAll, workoutsOf } from './support/import.ts'
import { expect, expectCleanReceipts, test } from './support/story.ts'

const history = madeHistory(21, 10)

type Saved = { name: string; text: string }

async function save(page: Page, row: RegExp): Promise<Saved> {
  await openTrain(page, '/you/data')
  await page.getByRole('button', { name: row }).click()
  const button = page.getByRole('button', { name: 'Save the file' })
  await expect(button).toBeVisible({ timeout: 30_000 })
  const coming = page.waitForEvent('download')
  await button.click()
  const download = await coming
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

const saveLog = (page: Page) => save(page, /^Archive of your log/)

async function chooseArchive(page: Page, { name, text }: Saved): Promise<void> {
  await openTrain(page, '/you/data')
  const chosen = page.waitForEvent('filechooser')
  await page.locator('button').filter({ hasText: 'Bring in an archive' }).click()
  await (await chosen).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(page.getByRole('button', { name: 'Other file' })).toBeVisible({ timeout: 30_000 })
}

async function bringIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bring it in', exact: true }).click()
  await expect(page.getByText('It is in your log')).toBeVisible({ timeout: 60_000 })
}

/** Years from another app, and beside them what only this one knows: pounds, an own exercise, notes, what was deleted. */
async function fill(page: Page): Promise<void> {
  await openTrain(page, '/you/import')
  await chooseFile(page, 'workouts.csv', hevyCsv(history))
  await answerAll(page, [])
  await importAll(page, history.length)
  await openTrain(page, '/you')
  await page.getByRole('radio', { name: 'lb' }).check()
  await page.getByLabel('Name').fill('Ida "the bar" Kos')
  await page.getByLabel('Name').blur()
  // By the tabs: a page that is loaded anew at once could take away what is not on the disk yet.
  await tab(page, 'Exercises')
  await page.getByRole('button', { name: 'New exercise' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Yoke, über Rasen 🪵')
  await form.getByRole('button', { name: 'Add exercise' }).click()
  await expect(form).toHaveCount(0)
  await tab(page, 'Today')
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '137.5', reps: '5' })
  await logSet(page, 'Bench press', 2, { load: '140', reps: '0' })
  await page.getByRole('button', { name: 'Menu of Bench press' }).click()
  await page.getByRole('dialog').getByText('Note', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Note on Bench press' }).fill('=slow, then\nfaster "hook"')
  await page.keyboard.press('Escape')
  await addExercise(page, 'Deadlift')
  await logSet(page, 'Deadlift', 1, { load: '315', reps: '3' })
  // Taken out again: its set goes with it, and comes back by no archive.
  await page.getByRole('button', { name: 'Menu of Deadlift' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expect(exercise(page, 'Deadlift')).toHaveCount(0)
  await finishWorkout(page)
  await tab(page, 'Today')
  await page.getByRole('button', { name: 'Start empty workout' }).click()
  await addExercise(page, 'Back squat')
  await logSet(page, 'Back squat', 1, { load: '225', reps: '5' })
  await leaveWorkout(page)
}

test('export-import-export: into an empty account and out again it is the same file, byte by byte', async ({
  athlete,
  database,
}) => {
  test.setTimeout(240_000)
  const ida = await athlete('Ida')
  await fill(ida.page)
  await expectAllOnServer(ida.page)
  const first = await saveLog(ida.page)
  expect(first.name).toMatch(/^spotter-log-\d{4}-\d\d-\d\d\.json$/)
  expect(first.text).toContain('"enteredLoad":"137.5","enteredUnit":"lb"')
  expect(first.text).toContain('Yoke, über Rasen 🪵')
  expect(first.text).toContain(JSON.stringify('=slow, then\nfaster "hook"'))
  expect(first.text).not.toContain('"enteredLoad":"315"')
  expect(first.text).not.toContain(ida.person.userId)
  expect((await saveLog(ida.page)).text).toBe(first.text)

  const anew = await athlete('Somebody else')
  await openTrain(anew.page)
  await expectAllOnServer(anew.page)
  await chooseArchive(anew.page, first)
  await expect(anew.page.getByText(`${history.length + 2} workouts`)).toBeVisible()
  await expect(anew.page.getByRole('switch', { name: /^Take its settings/ })).toBeChecked()
  await bringIn(anew.page)
  await expectAllOnServer(anew.page)
  expect((await saveLog(anew.page)).text).toBe(first.text)
  expect(await workoutsOf(database, anew.person)).toBe(history.length + 2)
  await expectCleanReceipts(database, anew.person)

  // From the server, by a phone that has never seen it.
  await anew.phone.dispose()
  await anew.phone.open()
  await anew.phone.signInAs(anew.person)
  await openTrain(anew.phone.page)
  await expectAllOnServer(anew.phone.page)
  const { page } = anew.phone
  expect((await saveLog(page)).text).toBe(first.text)

  // Once more into the log that holds it already: nothing is new. What was deleted stays so, and comes back when asked.
  await chooseArchive(page, first)
  await expect(page.getByRole('button', { name: 'Nothing new' })).toBeDisabled()
  await page.getByRole('button', { name: 'Other file' }).click()
  await openTrain(page, '/history')
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/history\/./)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByText('Delete workout').click()
  await expect(page).toHaveURL(/\/history$/)
  await expectAllOnServer(page)
  await chooseArchive(page, first)
  await expect(page.getByRole('button', { name: 'Nothing new' })).toBeDisabled()
  await page.getByRole('switch', { name: 'Bring back 1 deleted entry' }).check()
  await bringIn(page)
  expect((await saveLog(page)).text).toBe(first.text)
})

test('export-import-export: what an archive brought is taken out as a whole, and put back', async ({ athlete }) => {
  test.setTimeout(120_000)
  const ida = await athlete('Ida')
  await openTrain(ida.page, '/you/import')
  await chooseFile(ida.page, 'workouts.csv', hevyCsv(history))
  await answerAll(ida.page, [])
  await importAll(ida.page, history.length)
  const full = await saveLog(ida.page)

  const { page } = await athlete('Maya')
  await openTrain(page)
  await logWorkout(page, 'Bench press', [{ load: '60', reps: '8' }])
  const before = await saveLog(page)
  await chooseArchive(page, full)
  await expect(page.getByRole('switch', { name: /^Take its settings/ })).not.toBeChecked()
  await bringIn(page)
  const after = await saveLog(page)
  expect(after.text.length).toBeGreaterThan(full.text.length)
  await openTrain(page, '/you/data')
  await page.getByRole('button', { name: 'Take it out again' }).click()
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeVisible()
  expect((await saveLog(page)).text).toBe(before.text)
  await openTrain(page, '/you/data')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(page.getByRole('button', { name: 'Take it out again' })).toBeVisible()
  expect((await saveLog(page)).text).toBe(after.text)
})

test('export-import-export: a guest without a network saves the table, is told what it leaves out, and reads it back', async ({
  app,
  device,
}) => {
  test.setTimeout(120_000)
  const { page, setOffline } = await device()
  await openTrain(page)
  await openTrain(page, '/you/import')
  await chooseFile(page, 'workouts.csv', hevyCsv(history))
  await answerAll(page, [])
  await importAll(page, history.length)
  await openTrain(page, '/you')
  await page.getByRole('radio', { name: 'lb' }).check()
  await expect(page.getByText('The app works without a signal')).toBeVisible({ timeout: 30_000 })
  await setOffline(true)
  await openTrain(page, '/you/data')
  await page.getByRole('button', { name: /^Table of your sets/ }).click()
  await expect(page.getByText('What this table can’t say')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/\d+ sets were typed in kg: written in lb, to the gram/)).toBeVisible()
  const table = await save(page, /^Table of your sets/)
  expect(table.name).toMatch(/\.csv$/)
  expect(table.text).toMatch(/^"title","start_time",.*"weight_lbs"/)
  const whole = await saveLog(page)
  await setOffline(false)
  expect(app.lines.filter((line) => line.includes('"level":50'))).toEqual([])

  const other = await device()
  await openTrain(other.page, '/you/import')
  await chooseFile(other.page, table.name, table.text)
  await answerAll(other.page, [])
  await importAll(other.page, history.length)
  const again = await saveLog(other.page)
  const loads = (text: string) =>
    [...text.matchAll(/"loadG":(\d+|null).*?"reps":(\d+|null)/g)].map(([, g, n]) => `${g} × ${n}`).sort()
  expect(loads(again.text)).toEqual(loads(whole.text))
})
