/** What an athlete does on the phone, by the names they see and hear. */
import { expect, type Locator, type Page } from '@playwright/test'

export type Figures = { load?: string; reps?: string }

/** Opens the app and waits until the log is there. */
export async function openTrain(page: Page, path = ''): Promise<void> {
  await page.goto(`/train${path}`)
  await expect(page.locator('main h1, main h2').first()).toBeVisible()
}

/** Today, in the account's log: what a guest has open in the first moments would close under the thumb when it arrives. */
export async function openOwnLog(page: Page): Promise<void> {
  await openTrain(page, '/you')
  await expect(page.getByText(/^Signed in/).first()).toBeVisible()
  await tab(page, 'Today')
}

/** The service worker holds every file of every screen. */
export async function waitReadyOffline(page: Page): Promise<void> {
  await tab(page, 'You')
  await expect(page.getByText('The app works without a signal')).toBeVisible({ timeout: 30_000 })
}

export async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()
}

/** The button that starts a workout, in a log that is empty and in one that is not. */
export const START = /^(Log a workout now|Start empty workout)/

export async function startWorkout(page: Page): Promise<void> {
  await page.getByRole('button', { name: START }).click()
  await expect(page.getByText('Nothing here yet')).toBeVisible()
  // A newcomer's comes with the list of exercises; the stories that start this way look at the workout first.
  if (!(await page.evaluate(() => (history.state as { pick?: boolean } | null)?.pick))) return
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

export async function addExercise(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add exercise', exact: true }).click()
  const found = await searchExercise(page, name, name)
  // This one, however early the list is looked at: another's name may begin with it.
  await found
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Add 1 exercise' }).click()
  await expect(exercise(page, name)).toBeVisible()
}

/** In the picker that is open, with whatever is typed to find it. */
export async function pickExercise(page: Page, name: string, typed = name): Promise<void> {
  await chooseExercise(page, name, typed)
  await page.getByRole('dialog').getByRole('button', { name: 'Add 1 exercise' }).click()
}

/** As above, and nothing is added yet: there may be more to choose. */
export async function chooseExercise(page: Page, name: string, typed = name): Promise<void> {
  await (await searchExercise(page, name, typed)).first().click()
}

/** The buttons of what was found. */
async function searchExercise(page: Page, name: string, typed: string): Promise<Locator> {
  const picker = page.getByRole('dialog')
  // Key by key: a field that is filled at once tells a page nothing in every engine.
  await picker.getByRole('searchbox', { name: 'Search exercises' }).pressSequentially(typed)
  // Until then the same name among the recent ones would be taken hold of, which the search hides.
  await expect(picker.getByRole('status')).toHaveText(/\d exercise/)
  return picker.getByRole('button', { name: new RegExp(`^${name}\\b`) })
}

export function exercise(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** A row of the table, as it is read aloud. */
export function row(page: Page, name: string, number: number): Locator {
  return exercise(page, name).getByRole('row', { name: new RegExp(`^Set ${number},`) })
}

/** Types the figures on our own pad and checks the set. The row is added when there is none. */
export async function logSet(page: Page, name: string, number: number, { load, reps }: Figures = {}): Promise<void> {
  const block = exercise(page, name)
  const set = row(page, name, number)
  if ((await set.count()) === 0) await block.getByRole('button', { name: `Add a set to ${name}` }).click()
  await type(set.getByRole('button', { name: /^(kg|lb) of / }), load)
  await type(set.getByRole('button', { name: /^Reps of / }), reps)
  await closePad(page)
  await set.getByRole('button', { name: /^Check / }).click()
  await expect(set).toHaveAccessibleName(/, done, /)
}

/** `shown`: what the cell makes of it, where that is another text (1:30 for 130). */
export async function type(cell: Locator, text: string | undefined, shown = text): Promise<void> {
  if (text === undefined || shown === undefined) return
  await cell.click()
  const pad = cell.page().getByRole('region', { name: /^Number pad: / })
  for (const key of text) {
    await pad.getByRole('button', { name: key === '.' ? 'Decimal sign' : key, exact: true }).click()
  }
  await expect(cell).toHaveAccessibleName(new RegExp(`: ${shown.replace('.', '\\.')}$`))
}

export async function closePad(page: Page): Promise<void> {
  const close = page.getByRole('button', { name: 'Close the number pad' })
  if (await close.isVisible()) await close.click()
}

/** Where a done set is, in words. */
export const PLACES = {
  phone: 'done, on this phone',
  server: 'done, on this phone and on the server',
} as const

export async function expectOnServer(page: Page, name: string, number: number): Promise<void> {
  await expect(row(page, name, number)).toHaveAccessibleName(new RegExp(`${PLACES.server}$`), { timeout: 20_000 })
}

/** Durable, by the row's own mark: on this phone, or already further. */
export async function expectOnPhone(page: Page, name: string, number: number): Promise<void> {
  await expect(row(page, name, number)).toHaveAccessibleName(/done, on this phone/)
}

export async function finishWorkout(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish workout' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

/** A whole workout of one exercise, each of its sets durable before the next. */
export async function logWorkout(page: Page, name: string, sets: readonly Figures[]): Promise<void> {
  await startWorkout(page)
  await addExercise(page, name)
  for (const [i, set] of sets.entries()) {
    await logSet(page, name, i + 1, set)
    await expectOnPhone(page, name, i + 1)
  }
  await finishWorkout(page)
}

/** Opens what can be done with a set that is done; a tap right after the check is taken for a second one on it. */
export async function openDoneSet(page: Page, inside: Locator, name: RegExp): Promise<void> {
  await expect(async () => {
    await inside.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1000 })
  }).toPass()
}

export async function leaveWorkout(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Back to today, the workout stays open' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

/** Waits until the engine has no write that the server lacks. */
export async function expectAllOnServer(page: Page): Promise<void> {
  await tab(page, 'You')
  const now = page.getByRole('button', { name: 'Sync now' })
  const all = page.getByText('Everything is on the server')
  await expect(async () => {
    if (!(await all.isVisible())) await now.click({ timeout: 1000 })
    await expect(all).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
}
