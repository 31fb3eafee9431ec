/** A new version never interrupts: it waits until nobody trains, then asks, and changes nothing that was logged. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  addExercise,
  expectOnPhone,
  finishWorkout,
  leaveWorkout,
  logSet,
  openTrain,
  row,
  startWorkout,
  tab,
  waitReadyOffline,
} from './support/athlete.ts'
import { expect, test } from './support/story.ts'

/** The same build with another worker: what a phone meets after a deploy. */
function nextBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-build-'))
  cpSync(resolve(process.env.E2E_APP ?? '.', 'dist'), folder, { recursive: true })
  const worker = join(folder, 'sw.js')
  writeFileSync(worker, `self.STORY_BUILD = 2;\n${readFileSync(worker, 'utf8')}`)
  return folder
}

test('update-waits-for-the-workout: nobody is asked while a workout is open, and one reload does it', async ({
  device,
  world,
}) => {
  const { app } = world
  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await waitReadyOffline(page)
  await tab(page, 'Today')
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '100', reps: '5' })

  const folder = nextBuild()
  world.env.SPOTTER_DIST = folder
  try {
    await app.kill()
    await app.start()
    // What the hourly look does.
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/train'))?.update())
    await expect
      .poll(() =>
        page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration('/train'))?.waiting)),
      )
      .toBe(true)

    await logSet(page, 'Bench press', 2, { load: '100', reps: '4' })
    await expectOnPhone(page, 'Bench press', 2)
    await expect(page.getByText('A new version of the app is ready.')).toHaveCount(0)
    await leaveWorkout(page)
    await tab(page, 'You')
    await expect(page.getByText('Where your log is')).toBeVisible()
    await expect(page.getByText('A new version of the app is ready.')).toHaveCount(0)
    // A reload in mid-workout does not let it in by the back door.
    await openTrain(page, '/workout')
    await expect(row(page, 'Bench press', 2)).toHaveAccessibleName(/done/)
    expect(
      await page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration('/train'))?.waiting)),
    ).toBe(true)

    await finishWorkout(page)
    await tab(page, 'You')
    const loads: string[] = []
    page.on('load', () => loads.push(page.url()))
    await page.getByRole('button', { name: 'Update now' }).click()
    await expect.poll(() => loads.length).toBe(1)
    await expect
      .poll(() =>
        page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration('/train'))?.waiting)),
      )
      .toBe(false)
    await tab(page, 'History')
    await page
      .getByRole('main')
      .getByRole('link', { name: /workout/i })
      .first()
      .click()
    await expect(page.getByRole('main')).toContainText('Bench press')
    await expect(page.getByText('A new version of the app is ready.')).toHaveCount(0)
    expect(loads).toHaveLength(1)
  } finally {
    delete world.env.SPOTTER_DIST
    await app.kill()
    await app.start()
    rmSync(folder, { recursive: true, force: true })
  }
})
