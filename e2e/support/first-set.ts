/** The way of somebody new from the front door to a first set, tap by tap, as a story counts it and a benchmark times it. */
import { expect, type Locator, type Page } from '@playwright/test'
import { row } from './athlete.ts'

type Hand = {
  /** On whatever is not a key. */
  tap: (target: Locator) => Promise<void>
  /** On the number pad's keys: the typing. */
  key: (target: Locator) => Promise<void>
}

/** `onWelcome` looks at the first screen before anything is chosen there. */
export async function logFirstSet(
  page: Page,
  { tap, key }: Hand,
  set: { unit: 'kg' | 'lb'; load: string; reps: string },
  onWelcome: () => Promise<void> = async () => {},
): Promise<void> {
  await page.goto('/')
  await tap(page.getByRole('main').locator('a[href="/train"]').first())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where do you start?')
  await onWelcome()
  await tap(page.getByRole('button', { name: /^Log a workout now/ }))
  // What most begin with is at hand: a finger would need one more tap to search.
  const picker = page.getByRole('dialog')
  await expect(picker.getByRole('heading', { name: 'Common lifts' })).toBeVisible()
  await tap(picker.getByRole('button', { name: /^Bench press\b/ }).first())
  await tap(picker.getByRole('button', { name: 'Add 1 exercise' }))
  await tap(row(page, 'Bench press', 1).getByRole('button', { name: new RegExp(`^${set.unit} of `) }))
  const pad = page.getByRole('region', { name: /^Number pad: / })
  const type = async (text: string) => {
    for (const digit of text) {
      await key(pad.getByRole('button', { name: digit === '.' ? 'Decimal sign' : digit, exact: true }))
    }
  }
  await type(set.load)
  await key(pad.getByRole('button', { name: /^Next: / }))
  await type(set.reps)
  await tap(row(page, 'Bench press', 1).getByRole('button', { name: /^Check / }))
}
