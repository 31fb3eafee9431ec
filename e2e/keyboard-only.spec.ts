/** A whole workout without a pointer, by names, roles and what is said: what eyes or hands can't do, keys and ears can. */
import { expectOnPhone, openTrain, row, START } from './support/athlete.ts'
import { PHONE } from './support/device.ts'
import { expect, test } from './support/story.ts'

test('keyboard-only: start, add an exercise, type two sets, check, correct, finish', async ({ device }) => {
  const phone = await device({ ...PHONE, hasTouch: false, isMobile: false })
  const { page } = phone
  const { keyboard } = page
  /** Tab until the focus is there; every stop on the way shows where it is. */
  async function tabTo(name: RegExp, role?: string): Promise<void> {
    const stops: string[] = []
    for (let i = 0; i < 60; i++) {
      await keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const focused = document.activeElement
        if (!focused || focused === document.body) return null
        const style = getComputedStyle(focused)
        return {
          name:
            focused.getAttribute('aria-label') ??
            (focused as HTMLInputElement).labels?.[0]?.textContent ??
            focused.textContent ??
            '',
          role: focused.getAttribute('role') ?? focused.tagName.toLowerCase(),
          visible: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
        }
      })
      if (!at) continue
      expect(at.visible, `the focus shows on “${at.name.trim()}”`).toBe(true)
      stops.push(at.name.trim())
      if (name.test(at.name.trim()) && (!role || at.role === role)) return
    }
    throw new Error(`Tab never came to ${name}, only to ${stops.join(' | ')}.`)
  }

  await openTrain(page)
  await tabTo(START)
  await keyboard.press('Enter')
  const search = page.getByRole('searchbox', { name: 'Search exercises' })
  await expect(search).toBeVisible()
  if (!(await search.evaluate((field) => field === document.activeElement))) await tabTo(/^Search exercises$/)
  await keyboard.type('bench press')
  await expect(
    page
      .getByRole('dialog')
      .getByRole('button', { name: /^Bench press\b/ })
      .first(),
  ).toBeVisible()
  // Enter takes the first found, and Enter again adds what was taken.
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Add 1 exercise' })).toBeEnabled()
  await keyboard.press('Enter')
  await expect(row(page, 'Bench press', 1)).toBeVisible()

  // On the field the keys type as the pad does: figures, Enter for the next field.
  await tabTo(/^kg of Set 1/)
  await keyboard.type('102.5')
  await keyboard.press('Enter')
  await keyboard.type('5')
  await keyboard.press('Escape')
  await expect(row(page, 'Bench press', 1)).toHaveAccessibleName(/102.5 kilograms, 5 reps/)
  await tabTo(/^Check Set 1/)
  await keyboard.press('Enter')
  await expectOnPhone(page, 'Bench press', 1)
  // What the ear is told of it: a table with its columns, the set by its name, and the rest, once.
  const sets = page.getByRole('table', { name: 'Sets of Bench press' })
  await expect(sets.getByRole('columnheader')).toHaveText(['Set', 'Last time', 'kg', 'Reps', 'RPE', 'Done'])
  await expect(page.getByRole('status').filter({ hasText: /^Rest: \d+:\d\d$/ })).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Rest timer' })).toBeVisible()
  // Repeating the plan is one key.
  await tabTo(/^Check Set 2/)
  await keyboard.press('Space')
  await expectOnPhone(page, 'Bench press', 2)
  await expect(row(page, 'Bench press', 2)).toHaveAccessibleName(/102.5 kilograms, 5 reps/)

  await tabTo(/^Finish workout$/)
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // Closing gives the focus back to what opened it.
  await expect(page.getByRole('button', { name: 'Finish workout' })).toBeFocused()
  // The browser tells of the closing a moment after it: a key in that very moment opens nothing.
  await expect(async () => {
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await tabTo(/^Finish$/)
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/history\//)
  await expect(page.getByRole('main')).toContainText('Bench press')
})
