/** The order of exercises: by finger, by keys, and the same on another device. */
import type { Page } from '@playwright/test'
import { addExercise, openOwnLog, openTrain, startWorkout } from './support/athlete.ts'
import type { Device } from './support/device.ts'
import { expect, test } from './support/story.ts'

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Order of exercises' })

async function openOrder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Workout menu, finish' }).click()
  await page.getByRole('button', { name: 'Order of exercises' }).click()
  await expect(sheet(page)).toBeVisible()
}

/** Names from top to bottom, in the sheet and in the list behind it. */
async function expectOrder(page: Page, names: readonly string[]): Promise<void> {
  await expect(sheet(page).getByRole('listitem')).toContainText([...names])
  await expect(page.locator('main section h2')).toHaveText([...names])
}

/** A real finger on the handle of one row, moved over another one's row in steps, and lifted. */
async function drag(device: Device, name: string, over: string, lift = true): Promise<void> {
  const { page } = device
  const rowOf = (text: string) => sheet(page).getByRole('listitem').filter({ hasText: text })
  const from = await rowOf(name).locator('[data-handle]').boundingBox()
  const to = await rowOf(over).boundingBox()
  if (!from || !to) throw new Error('A row is not on the screen.')
  const cdp = await device.cdp()
  const x = from.x + from.width / 2
  const [start, end] = [from.y + from.height / 2, to.y + to.height / 2]
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', y?: number) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] })
  await touch('touchStart', start)
  for (let i = 1; i <= 6; i++) await touch('touchMove', start + ((end - start) * i) / 6)
  await touch(lift ? 'touchEnd' : 'touchCancel')
}

test('reorder-exercises: dragged by touch, moved by keys, said aloud, and the same on the tablet', async ({
  device,
  person,
}) => {
  const ida = await person('Ida')
  const [phone, tablet] = [await device(), await device()]
  for (const one of [phone, tablet]) await one.signInAs(ida)
  const { page } = phone
  await openOwnLog(page)
  await startWorkout(page)
  for (const name of ['Bench press', 'Deadlift', 'Back squat', 'Overhead press']) await addExercise(page, name)
  await openOrder(page)
  await expectOrder(page, ['Bench press', 'Deadlift', 'Back squat', 'Overhead press'])

  await drag(phone, 'Overhead press', 'Bench press')
  await expectOrder(page, ['Overhead press', 'Bench press', 'Deadlift', 'Back squat'])
  await expect(sheet(page).getByRole('status')).toHaveText('Overhead press is number 1 of 4')
  await drag(phone, 'Bench press', 'Back squat')
  await expectOrder(page, ['Overhead press', 'Deadlift', 'Back squat', 'Bench press'])
  // A drag that is taken away, by a call coming in, moves nothing.
  await drag(phone, 'Deadlift', 'Bench press', false)
  await expectOrder(page, ['Overhead press', 'Deadlift', 'Back squat', 'Bench press'])

  await sheet(page).getByRole('button', { name: 'Move Bench press up' }).focus()
  for (const place of [3, 2, 1]) {
    await page.keyboard.press('Enter')
    await expect(sheet(page).getByRole('status')).toHaveText(`Bench press is number ${place} of 4`)
  }
  await expectOrder(page, ['Bench press', 'Overhead press', 'Deadlift', 'Back squat'])
  // At the top there is no further up: the focus went to the way down.
  await expect(sheet(page).getByRole('button', { name: 'Move Bench press down' })).toBeFocused()

  await openTrain(tablet.page, '/workout')
  await openOrder(tablet.page)
  await expectOrder(tablet.page, ['Bench press', 'Overhead press', 'Deadlift', 'Back squat'])
})
