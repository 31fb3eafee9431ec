/** What a phone holds, told and tried: what the server lacks, a file of the app that is gone, and the way out with everything dead. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import {
  addExercise,
  leaveWorkout,
  logSet,
  openOwnLog,
  openTrain,
  startWorkout,
  tab,
  waitReadyOffline,
} from './support/athlete.ts'
import { expect, test } from './support/story.ts'

/** The file that a tap on the button saves. */
async function rescued(page: Page, name: RegExp): Promise<Record<string, unknown>> {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a rescue copy' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toMatch(name)
  return JSON.parse(readFileSync(await download.path(), 'utf8'))
}

test('data-on-the-phone: the server is dead; sets that wait are named, a missing file is found, the rescue copy holds the sets', async ({
  app,
  athlete,
}) => {
  const { page, phone } = await athlete('Ida')
  // A file that is gone is told in the console too.
  phone.expect(/ChunkLoadError/)
  await openOwnLog(page)
  await waitReadyOffline(page)
  await app.kill()
  await tab(page, 'Today')
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '102', reps: '4' })
  await leaveWorkout(page)
  await tab(page, 'You')
  await page.getByRole('button', { name: /^Data on this phone/ }).click()
  await expect(page.getByText(/changes are only on this phone$/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'What waits' })).toContainText('3 sets')
  // Of the three that the exercise came with, the one that was done.
  await expect(page.getByRole('list', { name: 'Sets that wait' })).toHaveText('Bench press: 102 kilograms, 4 reps')

  await page.getByRole('button', { name: 'Check it now' }).click()
  await expect(page.getByText(/^All \d+ files of the app are here and whole/)).toBeVisible()
  await expect(page.getByText('Your log can be written')).toBeVisible()
  // The browser takes away the file that this very screen is in.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const key of await cache.keys()) {
        const text = await (await cache.match(key))?.text()
        if (/\.js/.test(key.url) && text?.includes('Not on the server yet')) await cache.delete(key)
      }
    }
  })
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText(/^1 of \d+ files of the app is missing$/)).toBeVisible()
  const whole = await rescued(page, /^spotter-rescue-\d{4}-\d\d-\d\d\.json$/)
  expect(whole).toMatchObject({
    format: 'spotter-archive',
    log: { logged_set: expect.arrayContaining([expect.objectContaining({ loadG: 102_000, reps: 4 })]) },
    rescue: { unsynced: expect.arrayContaining([expect.objectContaining({ name: 'workouts.checkSet' })]) },
  })

  await (await phone.cdp()).send('Network.clearBrowserCache')
  // Opened anew, that screen can't be had; what the server lacks still can.
  await openTrain(page)
  await tab(page, 'You')
  await expect(page.getByText('This screen broke')).toBeVisible()
  expect(await rescued(page, /^spotter-unsynced\.json$/)).toMatchObject({
    log: expect.arrayContaining([expect.objectContaining({ name: 'workouts.checkSet' })]),
  })
  await app.start()
})
