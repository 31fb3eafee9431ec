/** What nobody means to type, and what no phone should have: each answered sensibly, and nothing lost. */
import { addExercise as addExerciseTo, startWorkout as start } from '../src/modules/workouts/mutators.ts'
import { positionsAtEnd } from '../src/modules/workouts/rules/place-in-order.ts'
import { newId } from '../src/shared/id.ts'
import {
  addExercise,
  exercise,
  expectAllOnServer,
  finishWorkout,
  logSet,
  openOwnLog,
  row,
  startWorkout,
  tab,
} from './support/athlete.ts'
import { figures, newPhone, syncAll } from './support/phone.ts'
import { expect, setsOf, test } from './support/story.ts'

test('odd-workouts: nothing lifted, two tons, commas of three kinds, a failed attempt and a thousand reps', async ({
  athlete,
  database,
}) => {
  const { person, page } = await athlete('Ida')
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  const block = exercise(page, 'Bench press')
  await block.getByRole('button', { name: 'Add a set to Bench press' }).click()
  await block.getByRole('button', { name: 'Add a set to Bench press' }).click()

  /** Typed on the keys of a keyboard, letters that mean nothing among them. */
  async function typed(number: number, load: string, reps: string): Promise<void> {
    const set = row(page, 'Bench press', number)
    await set.getByRole('button', { name: /^kg of / }).click()
    // Key by key, as a keyboard of any script has them.
    for (const key of load) {
      await page.evaluate((pressed) => {
        const press = new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true })
        document.activeElement?.dispatchEvent(press)
      }, key)
    }
    await page.keyboard.press('Tab')
    await set.getByRole('button', { name: /^Reps of / }).click()
    await page.keyboard.type(reps)
    await page.keyboard.press('Escape')
    await set.getByRole('button', { name: /^Check / }).click()
    await expect(set).toHaveAccessibleName(/, done, /)
  }
  // No plate on the bar, and none lifted: a failed attempt is history, and no volume.
  await typed(1, '0', '0')
  await expect(row(page, 'Bench press', 1)).toHaveAccessibleName(/^Set 1, 0 kilograms, 0 reps, done/)
  await typed(2, '1,5', '8')
  await typed(3, '1.5', '8')
  await typed(4, '١٫٥NaN', '1000')
  await expect(row(page, 'Bench press', 4)).toHaveAccessibleName(/^Set 4, 1\.5 kilograms, 1,000 reps, done/)
  // The most there is.
  await typed(5, '2000', '1')
  await finishWorkout(page)
  await expect(page.getByRole('main')).toContainText('Sets4')
  await expectAllOnServer(page)
  expect(await setsOf(database, person)).toEqual([
    { loadG: 0, reps: 0 },
    { loadG: 1_500, reps: 8 },
    { loadG: 1_500, reps: 8 },
    { loadG: 1_500, reps: 1000 },
    { loadG: 2_000_000, reps: 1 },
  ])
})

test('odd-workouts: a clock that is a year ahead is told, a flight in mid-workout moves no day, and the right clock wins again', async ({
  athlete,
  database,
}) => {
  const { person, page } = await athlete('Ida')
  await page.clock.install()
  const rightNow = Date.now()
  await page.clock.setSystemTime(rightNow + 365 * 86_400_000)
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '60', reps: '5' })
  await page.getByRole('button', { name: 'Back to today, the workout stays open' }).click()
  await expect(page.getByText(/^This phone’s clock is 365 days ahead$/)).toBeVisible()
  // Landed, nine hours further east.
  await page.evaluate(() => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype
    Intl.DateTimeFormat.prototype.resolvedOptions = function told() {
      return { ...resolvedOptions.call(this), timeZone: 'Asia/Tokyo' }
    }
  })
  await page.getByRole('button', { name: /^Resume / }).click()
  await logSet(page, 'Bench press', 2, { load: '61', reps: '5' })
  // Set right: what is changed now counts as later than what the wrong clock wrote.
  await page.clock.setSystemTime(rightNow + 60_000)
  await logSet(page, 'Bench press', 3, { load: '62', reps: '5' })
  await expect(row(page, 'Bench press', 3)).toHaveAccessibleName(/^Set 3, 62 kilograms, 5 reps, done/)
  await finishWorkout(page)
  await expectAllOnServer(page)
  expect((await setsOf(database, person)).map(({ loadG }) => loadG).toSorted()).toEqual([60_000, 61_000, 62_000])
  await tab(page, 'Today')
  await expect(page.getByText(/^This phone’s clock is/)).toHaveCount(0)
})

test('odd-workouts: two hundred exercises in one workout are logged, finished and shown', async ({
  athlete,
  database,
}) => {
  const { person, page } = await athlete('Ida')
  const other = await newPhone(person)
  const workoutId = newId()
  const startedAt = Date.now() - 60_000
  await other.phone.mutate(start, {
    ...{ id: workoutId, title: 'All of it', startedAt, zone: 'UTC', localDay: Math.floor(startedAt / 86_400_000) },
    ...{ bodyweightG: null, holder: null, placeId: null },
  })
  for (const [i, position] of positionsAtEnd([], 200).entries()) {
    const sets = ['a0', 'a1'].map((place) => ({ id: newId(), position: place, ...figures(5, (i + 1) * 1000) }))
    const exerciseId = i === 199 ? 'back-squat' : 'bench-press'
    await other.phone.mutate(addExerciseTo, {
      workoutId,
      id: newId(),
      exerciseId,
      position,
      restS: null,
      superset: null,
      sets,
    })
  }
  await syncAll(other.phone)
  await openOwnLog(page)
  await page.getByRole('button', { name: /^Resume All of it/ }).click()
  await expect(page.getByText('0 of 400')).toBeVisible()
  await row(page, 'Back squat', 1)
    .getByRole('button', { name: /^Check / })
    .click()
  await expect(row(page, 'Back squat', 1)).toHaveAccessibleName(/^Set 1, 200 kilograms, 5 reps, done/)
  await finishWorkout(page)
  await expectAllOnServer(page)
  expect(await setsOf(database, person)).toEqual([{ loadG: 200_000, reps: 5 }])
})
