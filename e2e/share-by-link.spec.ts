/** A finished workout, shown to a friend who has no account: copied into their routines, and taken back afterwards. */
import { readFileSync } from 'node:fs'
import {
  addExercise,
  exercise,
  expectAllOnServer,
  finishWorkout,
  logSet,
  openOwnLog,
  openTrain,
  row,
  startWorkout,
} from './support/athlete.ts'
import { PHONE } from './support/device.ts'
import { expect, test } from './support/story.ts'

test('share-by-link: a friend sees what was lifted, keeps it as a routine, and sees nothing once it is taken back', async ({
  athlete,
  device,
}) => {
  const { page } = await athlete('Rosa')
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '60', reps: '8' })
  await finishWorkout(page)

  // The picture never leaves the phone but by the person's own hand.
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByText('Share', { exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^As a picture/ }).click()
  const picture = readFileSync(await (await download).path())
  expect(picture.subarray(1, 4).toString()).toBe('PNG')

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: /^Copy as text/ }).click()
  await expect(page.getByText('Text copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\n\nBench press\n- 1: 60.kg × 8$/)

  await page.getByRole('switch', { name: 'Say that it is from Rosa' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  // Shown otherwise it is another link.
  await page.getByRole('switch', { name: 'With the weights' }).click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const lighter = await page.getByLabel('Link', { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  await expectAllOnServer(page)
  // The same is shared by the same link, also as the server gave it back.
  await openTrain(page, '/history')
  await page.getByRole('main').locator('a[href*="/history/"]').first().click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByText('Share', { exact: true }).click()
  await page.getByRole('switch', { name: 'Say that it is from Rosa' }).click()
  await expect(page.getByLabel('Link', { exact: true })).toHaveValue(link)
  await page.keyboard.press('Escape')

  const friend = await device(PHONE)
  const theirs = friend.page
  await theirs.goto(link)
  await expect(theirs.getByText('1 set: 60 × 8')).toBeVisible()
  await expect(theirs.getByText(/Rosa/)).toHaveCount(0)
  await theirs.goto(lighter)
  await expect(theirs.getByText('1 set: 8')).toBeVisible()
  await theirs.goto(link)
  await theirs.getByRole('button', { name: 'Add to my routines' }).click()
  await theirs.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(exercise(theirs, 'Bench press')).toBeVisible()
  await expect(row(theirs, 'Bench press', 1)).toHaveAccessibleName(/^Set 1, 60 kilograms, 8 reps, not done/)

  // Every link is listed beside one's data.
  await openTrain(page, '/you/data')
  for (const left of [2, 1]) {
    await expect(page.getByRole('button', { name: /^Take back the link to / })).toHaveCount(left)
    await page
      .getByRole('button', { name: /^Take back the link to / })
      .first()
      .click()
  }
  await expectAllOnServer(page)
  friend.expect(/404/)
  await theirs.goto(link)
  await expect(theirs.getByText(/This link shows nothing any more/)).toBeVisible()
})
