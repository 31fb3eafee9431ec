/** The promise of the whole app: no signal, no server, no battery, and each set is there, once. */
import { signInHere } from './support/account.ts'
import {
  addExercise,
  exercise,
  expectAllOnServer,
  expectOnPhone,
  finishWorkout,
  logSet,
  openTrain,
  row,
  startWorkout,
  tab,
  waitReadyOffline,
} from './support/athlete.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

test('offline-cold-start: logged, power lost, server dead, caches cleared, gone on; then each set is on the server once', async ({
  app,
  athlete,
  database,
}) => {
  const { person: ida, phone } = await athlete('Ida')
  // Some other day: a browser keeps a new cookie in memory for half a minute.
  await phone.close()
  await phone.open()
  await openTrain(phone.page)
  await waitReadyOffline(phone.page)
  await tab(phone.page, 'Today')
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '100', reps: '5' })
  await expectOnPhone(phone.page, 'Bench press', 1)

  await app.kill()
  await logSet(phone.page, 'Bench press', 2, { load: '102.5', reps: '4' })
  await expectOnPhone(phone.page, 'Bench press', 2)
  await phone.clearHttpCache()
  await phone.kill()

  await phone.open()
  await openTrain(phone.page, '/workout')
  await expect(row(phone.page, 'Bench press', 1)).toHaveAccessibleName(/100 kilograms, 5 reps, .*done/)
  await expect(row(phone.page, 'Bench press', 2)).toHaveAccessibleName(/102.5 kilograms, 4 reps, .*done/)
  await logSet(phone.page, 'Bench press', 3, { load: '105', reps: '3' })
  await addExercise(phone.page, 'Deadlift')
  await logSet(phone.page, 'Deadlift', 1, { load: '180', reps: '2' })
  await expect(exercise(phone.page, 'Deadlift')).toBeVisible()
  await finishWorkout(phone.page)

  await app.start()
  await expectAllOnServer(phone.page)
  expect(await setsOf(database, ida)).toEqual([
    { loadG: 100_000, reps: 5 },
    { loadG: 102_500, reps: 4 },
    { loadG: 105_000, reps: 3 },
    { loadG: 180_000, reps: 2 },
  ])
  await expectCleanReceipts(database, ida)
})

test('offline-cold-start: the battery dies in the second after the sign-in, and it is still this account’s log', async ({
  app,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const phone = await device()
  await openTrain(phone.page)
  await waitReadyOffline(phone.page)
  await signInHere(phone.page, ida)
  await app.kill()
  await phone.kill()

  await phone.open()
  await openTrain(phone.page, '/you')
  await expect(phone.page.getByText('Ida').first()).toBeVisible()
  await tab(phone.page, 'Today')
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '100', reps: '5' })
  await expectOnPhone(phone.page, 'Bench press', 1)
  await phone.kill()

  await phone.open()
  await openTrain(phone.page, '/workout')
  await expect(row(phone.page, 'Bench press', 1)).toHaveAccessibleName(/100 kilograms, 5 reps, .*done/)
  await app.start()
})
