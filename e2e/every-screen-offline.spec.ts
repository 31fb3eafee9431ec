/** One visit to one address, and afterwards every screen opens without a network, by its address and from the HTTP cache's absence. */
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { strongCsv } from '../src/modules/workouts/rules/import/fixtures-strong.ts'
import { addExercise, finishWorkout, logSet, openTrain, startWorkout, waitReadyOffline } from './support/athlete.ts'
import { answerAll, chooseFile } from './support/import.ts'
import { expect, test } from './support/story.ts'

const SCREENS: [path: string, heading: RegExp][] = [
  ['', /^\w+day/],
  ['/history', /^History$/],
  ['/exercises', /^Exercises$/],
  ['/exercises/bench-press', /^Bench press$/],
  ['/cardio', /^Log cardio$/],
  ['/progress', /^Progress$/],
  ['/progress/body', /^Body$/],
  ['/routines', /^Routines$/],
  ['/programs', /^Programs$/],
  ['/programs/five-by-five', /^Five by five$/],
  ['/you', /\w/],
  ['/sign-in', /^Sign in$/],
  ['/you/install', /^Install Spotter$/],
  ['/you/import', /^Import history$/],
  ['/you/data', /^Your data$/],
  ['/you/phone', /^Data on this phone$/],
  ['/you/places', /^Places$/],
  ['/you/friends', /^Friends$/],
  ['/you/friends/people', /^Who follows whom$/],
  ['/you/timeline', /^Timeline$/],
  ['/you/guide', /^How Spotter works$/],
  ['/you/news', /^What’s new$/],
]

test('every-screen-offline: after one visit to /train every route works with everything else dead', async ({
  app,
  device,
}) => {
  const phone = await device()
  await openTrain(phone.page)
  await waitReadyOffline(phone.page)
  await app.kill()
  await (await phone.cdp()).send('Network.clearBrowserCache')
  await phone.kill()
  await phone.open()
  try {
    const { page } = phone
    await openTrain(page)
    await startWorkout(page)
    await addExercise(page, 'Bench press')
    await logSet(page, 'Bench press', 1, { load: '60', reps: '8' })
    // Every sheet is a piece of its own too.
    for (const [opener, title] of [
      ['Menu of Bench press', 'Bench press'],
      ['Set 1: kind, note, remove', 'Set 1'],
      ['Workout menu, finish', 'Workout'],
    ] as const) {
      await page.getByRole('button', { name: opener }).click()
      await expect(page.getByRole('dialog')).toContainText(title, { ignoreCase: true })
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await page.getByRole('button', { name: 'Menu of Bench press' }).click()
    await page.getByRole('dialog').getByText('Note', { exact: true }).click()
    await expect(page.getByRole('textbox', { name: 'Note on Bench press' })).toBeVisible()
    await page.keyboard.press('Escape')
    await addExercise(page, 'Deadlift')
    await page.getByRole('button', { name: 'Menu of Deadlift' }).click()
    await page.getByRole('dialog').getByText('Change the order').click()
    await expect(page.getByRole('dialog')).toContainText('Order of exercises')
    await page.keyboard.press('Escape')
    await finishWorkout(page)

    await expect(page).toHaveURL(/\/train\/history\/./)
    await expect(page.getByRole('main')).toContainText('Bench press')
    const past = new URL(page.url()).pathname.replace('/train', '')

    for (const [path, heading] of [...SCREENS, [past, /workout/i], [`${past}/edit`, /Edit/]] as const) {
      await openTrain(page, path)
      await expect(page.getByRole('heading', { level: 1 }).first(), path).toHaveText(heading)
    }
    // What opens inside a screen: how an exercise is done, one's own, the calendar, another day.
    await openTrain(page, '/exercises/bench-press')
    await page.getByRole('main').getByRole('radio', { name: 'How to' }).check()
    await expect(page.getByRole('heading', { name: 'Set up' })).toBeVisible()
    for (const position of ['begins', 'ends']) {
      const drawing = page.getByRole('img', { name: `Bench press: where it ${position}` })
      await expect.poll(() => drawing.locator('path').count()).toBeGreaterThan(8)
    }
    // It moves when it is asked to, and stands still again.
    await page.getByRole('button', { name: 'Show the movement' }).click()
    const hand = page.getByRole('img', { name: 'Bench press: the movement' }).locator('path').last()
    const first = await hand.getAttribute('d')
    await expect(hand).not.toHaveAttribute('d', first ?? '')
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect(page.getByRole('img', { name: 'Bench press: where it begins' })).toBeVisible()
    await openTrain(page, '/exercises')
    await page.getByRole('button', { name: 'New exercise' }).click()
    await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible()
    await openTrain(page, '/you/places')
    await page.getByRole('button', { name: /^Home rack/ }).click()
    await expect(page.getByRole('button', { name: 'More 20 kg plates' })).toBeVisible()
    await openTrain(page, '/history?view=calendar')
    await expect(page.getByRole('button', { name: 'The month before' })).toBeVisible()
    await page.getByRole('button', { name: 'Log a past workout' }).click()
    await expect(page.getByRole('dialog').getByLabel('Title')).toBeVisible()
    // The file is read in a worker of its own, whose parts are stored too.
    await openTrain(page, '/you/import')
    await chooseFile(page, 'strong.csv', strongCsv(madeHistory(5, 8), 'A'))
    await answerAll(page, ['Kilograms', 'Kilometres'])
    await expect(page.getByRole('button', { name: /^Import \d+ workouts$/ })).toBeVisible()
    // What leaves the phone is made on it.
    await openTrain(page, '/you/data')
    await page.getByRole('button', { name: /^Archive of your log/ }).click()
    await expect(page.getByRole('button', { name: 'Save the file' })).toBeVisible()
    // An address that does not exist leads home instead of into an error page.
    await openTrain(page, '/nowhere/at/all')
    await expect(page).toHaveURL(/\/train\/?$/)
  } finally {
    await app.start()
  }
})
