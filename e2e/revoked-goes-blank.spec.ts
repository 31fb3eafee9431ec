/** Consent that ends, ends at once: on the page that is open, and on every way back to it. */
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
  await page.route('**/api/events*', (route) => route.abort())
  await page.goto(`/coach/athletes/${ida.userId}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ida Winter')
  dataOf(await ida.mutate('coaching.endRelation', { relationId }))

  desk.expect(/status of 404/)
  await page.unroute('**/api/events*')
  await expect(page.getByText('This athlete no longer shares training with you.')).toBeVisible()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  // Longer than the first tries to come back are apart.
  await page.waitForTimeout(4_000)
  expect(asked.filter((url) => url.includes('/api/events'))).toEqual([])
})
