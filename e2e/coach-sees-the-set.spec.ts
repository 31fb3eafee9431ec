/** The main job: logged without signal, and when the signal returns the coach sees it, once, by itself. */
import type { Locator, Page } from '@playwright/test'
import { addExercise, expectOnPhone, expectOnServer, logSet, openTrain, startWorkout } from './support/athlete.ts'
import { coachAthlete, openAthlete } from './support/coach.ts'
import { DESKTOP } from './support/device.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

test('coach-sees-the-set: sets logged offline reach the coach’s open page when the signal returns, each once', async ({
  database,
  device,
  person,
}) => {
  const [ida, maya] = [await person('Ida'), await person('Maya')]
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
  await openAthlete(desk.page, ida, 'Ida')
  const doneOn = (page: Page) => (text: string) =>
    page
      .getByRole('table', { name: /set by set/ })
      .getByRole('listitem')
      .filter({ hasNotText: 'to do' })
      .filter({ hasText: text })
  const done = doneOn(desk.page)
  await expect(done('80×8')).toHaveCount(1)
  // The same page where no event arrives: whatever it came to show, something else than an event would have made it.
  const deaf = await device(DESKTOP)
  await deaf.signInAs(maya)
  await deaf.page.route('**/api/events*', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: 'retry: 3600000\nevent: hello\ndata: {}\n\n' }),
  )
  await openAthlete(deaf.page, ida, 'Ida')
  await expect(doneOn(deaf.page)('80×8')).toHaveCount(1)

  await phone.setOffline(true)
  // Nobody looks at the coach's page or touches it: it asks for nothing until an event makes it ask.
  const asked: string[] = []
  desk.page.on('request', (request) => asked.push(request.url()))
  await logSet(phone.page, 'Bench press', 2, { load: '82.5', reps: '7' })
  await logSet(phone.page, 'Bench press', 3, { load: '85', reps: '6' })
  await expectOnPhone(phone.page, 'Bench press', 3)
  await expect(phone.page.getByText('No signal. 2 sets are safe on this phone.')).toBeVisible()
  await expect(done('82.5×7')).toHaveCount(0)
  expect(asked).toEqual([])

  await phone.setOffline(false)
  await expectOnServer(phone.page, 'Bench press', 3)
  await expect(done('85×6')).toHaveCount(1)
  await expect(done('82.5×7')).toHaveCount(1)
  await expect(done('80×8')).toHaveCount(1)
  expect(asked.some((url) => url.includes('/api/trpc/analytics.'))).toBe(true)
  await expect(doneOn(deaf.page)('80×8')).toHaveCount(1)
  await expect(doneOn(deaf.page)('85×6')).toHaveCount(0)
  expect(await setsOf(database, ida)).toEqual([
    { loadG: 80_000, reps: 8 },
    { loadG: 82_500, reps: 7 },
    { loadG: 85_000, reps: 6 },
  ])
  await expectCleanReceipts(database, ida)

  // The week's muscles, a third of a set here and there, read the same on both screens.
  await openTrain(phone.page, '/progress')
  const onPhone = phone.page.getByRole('list', { name: 'Hard sets by muscle' }).getByRole('listitem')
  const atDesk = desk.page.getByRole('region', { name: 'Hard sets per muscle' }).getByRole('listitem')
  await expect(onPhone.filter({ hasText: 'Chest' })).toHaveText('Chest3')
  const sets = async (rows: Locator) =>
    (await rows.allTextContents())
      .map((text) => /^(\D+)([\d.]+)/.exec(text)?.slice(1, 3))
      .filter((row) => row?.[1] !== '0')
  expect(await sets(onPhone)).toEqual(await sets(atDesk))
  expect((await sets(atDesk)).length).toBeGreaterThan(2)
})
