/** The main job: logged without signal, and when the signal returns the coach sees it, once, by itself. */
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
  const log = desk.page.getByRole('table', { name: /set by set/ })
  const done = (text: string) => log.getByRole('listitem').filter({ hasNotText: 'to do' }).filter({ hasText: text })
  await expect(done('80×8')).toHaveCount(1)

  await phone.setOffline(true)
  await logSet(phone.page, 'Bench press', 2, { load: '82.5', reps: '7' })
  await logSet(phone.page, 'Bench press', 3, { load: '85', reps: '6' })
  await expectOnPhone(phone.page, 'Bench press', 3)
  await expect(phone.page.getByText('No signal. 2 sets are safe on this phone.')).toBeVisible()
  await expect(done('82.5×7')).toHaveCount(0)
  // Nobody looks at the coach's page or touches it: what it asks for from here on, an event made it ask.
  const asked: string[] = []
  desk.page.on('request', (request) => asked.push(request.url()))
  expect(asked).toEqual([])

  await phone.setOffline(false)
  await expectOnServer(phone.page, 'Bench press', 3)
  await expect(done('85×6')).toHaveCount(1)
  await expect(done('82.5×7')).toHaveCount(1)
  await expect(done('80×8')).toHaveCount(1)
  expect(await setsOf(database, ida)).toEqual([
    { loadG: 80_000, reps: 8 },
    { loadG: 82_500, reps: 7 },
    { loadG: 85_000, reps: 6 },
  ])
  await expectCleanReceipts(database, ida)
})
