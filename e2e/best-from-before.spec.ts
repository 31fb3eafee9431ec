/** A best of before this log is what a record has to beat; a program is taken along; a day's sleep, a treadmill's incline. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  addExercise,
  exercise,
  finishWorkout,
  logSet,
  openOwnLog,
  openTrain,
  startWorkout,
  tab,
} from './support/athlete.ts'
import { look } from './support/look.ts'
import { expect, test } from './support/story.ts'

async function saved(page: Page, name: string | RegExp): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return readFileSync(await (await coming).path())
}

test('best-from-before: below what was lifted before nothing is a record, above it the first workout is', async ({
  athlete,
}) => {
  const { page } = await athlete('Ida')
  await openOwnLog(page)
  await openTrain(page, '/exercises/bench-press')
  await page.getByRole('button', { name: 'Add a best from before' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet.getByRole('alert')).toHaveText(/^Type the load in kg/)
  await sheet.getByLabel('Load (kg)').fill('100')
  const found = await look(page, 'best from before', true)
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: /^Heaviest/ })).toContainText('entered by hand')
  found.push(...(await look(page, 'exercise, a best from before', true)))

  await tab(page, 'Today')
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  const bench = exercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '95', reps: '1' })
  await logSet(page, 'Bench press', 2, { load: '102.5', reps: '1' })
  await expect(bench.getByText(/best /)).toHaveCount(1)
  await finishWorkout(page)
  await openTrain(page, '/exercises/bench-press')
  await expect(page.getByRole('button', { name: /^Heaviest/ })).toContainText(/102\.5.kg/)
  expect(found).toEqual([])
})

test('best-from-before: a program for the calendar and on paper; planned against done', async ({ athlete }) => {
  const { page } = await athlete('Ida')
  await openOwnLog(page)
  await openTrain(page, '/programs/full-body-3')
  const pdf = await saved(page, /^The program on paper/)
  expect(pdf.toString('latin1')).toMatch(/^%PDF-1\.4[\s\S]*\(Full body A\)[\s\S]*%%EOF\n$/)
  await page.getByRole('button', { name: 'Follow this program' }).click()
  await page.getByRole('button', { name: 'Start Full body A' }).click()
  await page
    .getByRole('button', { name: /^Check / })
    .first()
    .click()
  await finishWorkout(page)
  await openTrain(page, '/programs/full-body-3')
  const board = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Planned and done' }) })
  await expect(board.getByRole('listitem').nth(0)).toContainText('Partly')
  await expect(board.getByRole('listitem').nth(1)).toContainText('To come')
  const found = await look(page, 'planned and done', true)
  await page.getByRole('button', { name: /^Days for a calendar/ }).click()
  found.push(...(await look(page, 'days for a calendar', true)))
  const ics = (await saved(page, 'Save the file')).toString()
  expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(36)
  expect(ics).toContain('SUMMARY:Full body B')
  expect(found).toEqual([])
})

test('best-from-before: a night’s sleep, and a treadmill that stood at two percent', async ({ athlete }) => {
  const { page } = await athlete('Ida')
  await openOwnLog(page)
  await openTrain(page, '/progress/body')
  await page.getByRole('button', { name: 'Log measurements' }).click()
  await page.getByLabel('Sleep (h)').fill('7:30')
  await page.getByLabel('Protein (g)').fill('150')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: /^Sleep/ })).toContainText(/7:30.h/)
  await expect(page.getByText('2 measurements saved')).toHaveCount(0)
  const found = await look(page, 'body, a day', true)
  await page.getByRole('button', { name: /^Sleep/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sleep')

  await openTrain(page, '/cardio')
  await page.getByLabel('Exercise').selectOption('treadmill-run')
  await page.getByLabel('Distance (mi)').fill('5')
  await page.getByLabel('Minutes').fill('50')
  await page.getByLabel('Incline (%), if known').fill('2')
  await page.getByRole('button', { name: 'Save the run' }).click()
  const flat = page.getByText('Pace as if flat', { exact: true }).locator('xpath=..')
  await expect(flat).toContainText('8:16')
  await expect(page.getByText('Pace', { exact: true }).locator('xpath=..')).toContainText('10:00')
  found.push(...(await look(page, 'treadmill', true)))
  expect(found).toEqual([])
})
