/** Consent that ends, ends at once: on the page that is open, and on every way back to it. */
import type { Page } from '@playwright/test'
import { addExercise, expectOnServer, logSet, openTrain, startWorkout } from './support/athlete.ts'
import { coachAthlete, openAthlete } from './support/coach.ts'
import { DESKTOP } from './support/device.ts'
import { expect, test } from './support/story.ts'
import { dataOf } from './support/visitor.ts'

test('revoked-goes-blank: the athlete ends it, the coach’s open page goes blank by itself', async ({
  device,
  person,
}) => {
  const [ida, maya] = [await person('Ida Winter'), await person('Maya')]
  await coachAthlete(maya, ida)
  const phone = await device()
  await phone.signInAs(ida)
  await openTrain(phone.page)
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '80', reps: '8' })
  await expectOnServer(phone.page, 'Bench press', 1)

  const desk = await device(DESKTOP)
  await desk.signInAs(maya)
  await openAthlete(desk.page, ida, 'Ida Winter')
  await expect(desk.page.getByText('80×8')).toHaveCount(1)

  await phone.page.goto('/account')
  await phone.page.getByRole('button', { name: 'End coaching by Maya' }).click()
  const ended = phone.page.waitForResponse(
    (response) => response.url().includes('coaching.endRelation') && response.ok(),
  )
  await phone.page.getByRole('button', { name: 'End it' }).click()
  await ended
  const { page } = desk
  await expect(page.getByText('This athlete no longer shares training with you.')).toBeVisible()
  await expect(page.locator('body')).not.toContainText(/Ida|Bench|80×8/)
  await expect(page).toHaveTitle('Spotter')

  // The same answer as for somebody who does not exist.
  desk.expect(/status of 404/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'There is no such athlete here' })).toBeVisible()
  await expect(page.locator('body')).not.toContainText(/Ida|Bench/)
  await page.goto('/coach')
  await expect(page.getByRole('heading', { name: 'Athletes' })).toBeVisible()
  await expect(page.locator('body')).not.toContainText('Ida')
})

test('revoked-goes-blank: a page whose stream was lost meanwhile is told once, and asks no more', async ({
  device,
  person,
}) => {
  const [ida, maya] = [await person('Ida Winter'), await person('Maya')]
  const relationId = await coachAthlete(maya, ida)
  const desk = await device(DESKTOP)
  const { page } = desk
  await desk.signInAs(maya)
  await page.clock.install()
  await page.route('**/api/events*', (route) => route.abort())
  await page.goto(`/coach/athletes/${ida.userId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ida Winter')
  dataOf(await ida.mutate('coaching.endRelation', { relationId }))

  desk.expect(/status of 404/)
  await page.unroute('**/api/events*')
  await expect(page.getByText('This athlete no longer shares training with you.')).toBeVisible()
  const asked = askedBy(page)
  // Longer than the tries to come back are apart.
  await page.clock.fastForward(60_000)
  expect((await asked()).filter((url) => url.includes('/api/events'))).toEqual([])
})

test('revoked-goes-blank: ended by the coach, the page asks for nothing more while the answer is on its way', async ({
  device,
  person,
}) => {
  const [ida, maya] = [await person('Ida Winter'), await person('Maya')]
  await coachAthlete(maya, ida)
  const desk = await device(DESKTOP)
  const { page } = desk
  await desk.signInAs(maya)
  await page.clock.install()
  // Nothing but the answer tells this page.
  await page.route('**/api/events*', (route) => route.abort())
  await page.goto(`/coach/athletes/${ida.userId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ida Winter')

  const asked = askedBy(page)
  await page.route('**/coaching.endRelation*', async (route) => {
    const response = await route.fetch()
    // Over on the server, and looked at again here before that is known, when what is shown has long been stale.
    await page.clock.fastForward(60_000)
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    expect((await asked()).filter((url) => url.includes('athletePage'))).toEqual([])
    await route.fulfill({ response })
  })
  await page.getByRole('button', { name: 'End coaching…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End coaching' }).click()
  await expect(page.getByText('You no longer coach Ida Winter.')).toBeVisible()
  expect((await asked()).filter((url) => url.includes('athletePage'))).toEqual([])
})

/** What the page asks for from here on, up to each call. */
function askedBy(page: Page): () => Promise<string[]> {
  const urls: string[] = []
  page.on('request', (request) => urls.push(request.url()))
  return async () => {
    // Behind it all that was asked for before has been seen.
    await page.evaluate(() => fetch('/api/live'))
    return urls
  }
}
