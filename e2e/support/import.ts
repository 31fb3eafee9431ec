/** Bringing history in, as the athlete does it on the import screen. */
import { expect, type Page } from '@playwright/test'
import { asAdmin, type StoryDatabase } from './database.ts'
import type { Visitor } from './visitor.ts'

export async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  const chosen = page.waitForEvent('filechooser')
  await page.locator('button').filter({ hasText: 'Choose a file' }).click()
  await (await chosen).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

/** Answers what is asked, in this order; exercises that nobody knows become one's own. */
export async function answerAll(page: Page, answers: string[]): Promise<void> {
  await expect(page.getByRole('button', { name: 'Other file' })).toBeVisible({ timeout: 30_000 })
  for (const answer of answers) await page.getByRole('button', { name: new RegExp(`^${answer}`) }).click()
  const own = page.getByRole('button', { name: /^Make all \d+ my own exercises$/ })
  if (await own.isVisible()) await own.click()
}

export async function importAll(page: Page, workouts: number): Promise<void> {
  await page.getByRole('button', { name: `Import ${workouts} workouts` }).click()
  await expect(page.getByText(`${workouts} workouts imported`).first()).toBeVisible({ timeout: 60_000 })
  await page
    .getByRole('button', { name: 'See your history' })
    .or(page.getByRole('link', { name: 'See your history' }))
    .click()
  await expect(page).toHaveURL(/\/history/)
}

export function workoutsOf(database: StoryDatabase, athlete: Pick<Visitor, 'userId'>): Promise<number> {
  return asAdmin(database.admin, async (sql) => {
    const [row] = await sql`
      select count(*)::int as count from workout where athlete_id = ${athlete.userId} and not deleted`
    return Number(row?.count)
  })
}
