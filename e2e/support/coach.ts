/** A coach with an athlete, as the two make it: an invite, read and accepted. */
import { expect, type Page } from '@playwright/test'
import { dataOf, type Visitor } from './visitor.ts'

type Asked = { domain: 'training'; level: 'read' | 'write' }[]

/** The athlete accepts what the coach asks for. Gives the relation. */
export async function coachAthlete(
  coach: Visitor,
  athlete: Visitor,
  asks: Asked = [{ domain: 'training', level: 'read' }],
): Promise<string> {
  const { token } = dataOf<{ token: string }>(await coach.mutate('coaching.createInvite', { domains: asks }))
  const { textVersion } = dataOf<{ textVersion: number }>(await athlete.query('coaching.previewInvite', { token }))
  return dataOf<{ relationId: string }>(
    await athlete.mutate('coaching.acceptInvite', { token, textVersion, shares: asks }),
  ).relationId
}

/** The athlete's page, with its live stream open: from here on, what arrives arrives by event. */
export async function openAthlete(page: Page, athlete: Visitor, name: string): Promise<void> {
  const stream = page.waitForResponse((response) => response.url().includes('/api/events') && response.ok())
  await page.goto(`/coach/athletes/${athlete.userId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await stream
}
