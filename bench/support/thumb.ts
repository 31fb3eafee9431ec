/** What a thumb does to the logging screen, and what it sees of it. */
import type { Locator, Page } from '@playwright/test'
import { exercise } from '../../e2e/support/athlete.ts'

/** Into the last set, as quickly as thumbs go, with pauses in which it is saved. Gives the longest frame over 50 ms, or 0. */
export async function longestWhileTyping(page: Page, name: string, numbers: number): Promise<number> {
  await exercise(page, name)
    .getByRole('button', { name: /^Reps of / })
    .last()
    .click()
  const pad = page.getByRole('region', { name: /^Number pad: / })
  await pad.waitFor()
  await page.waitForTimeout(1000)
  await page.evaluate(() => {
    window.timed.frames.length = 0
  })
  for (let number = 0; number < numbers; number++) {
    for (const key of ['Backspace', '1', '2', 'Backspace']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(120)
    }
    await page.waitForTimeout(800)
  }
  const frames = await page.evaluate(() => window.timed.frames)
  await page.getByRole('button', { name: 'Close the number pad' }).click()
  return Math.max(0, ...frames)
}

/** By its place: looking up what lies under the pointer, as `click` does in the page, would be timed with the tap. */
export async function touch(page: Page, target: Locator) {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('What is to be touched is not on the screen.')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}
