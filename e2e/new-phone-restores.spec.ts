/** The same account in an app that starts empty: it says that the log is on its way, never "where do you start?". */
import type { Page } from '@playwright/test'
import { madeHistory } from '../src/modules/workouts/rules/import/fixtures.ts'
import { hevyCsv } from '../src/modules/workouts/rules/import/fixtures-hevy.ts'
import { signInHere } from './support/account.ts'
import { addExercise, expectAllOnServer, logSet, openTrain, START, startWorkout, tab } from './support/athlete.ts'
import { PHONE } from './support/device.ts'
import { answerAll, chooseFile, importAll } from './support/import.ts'
import { expect, test } from './support/story.ts'

test('new-phone-restores: an installed app that starts empty says what it restores, and logs meanwhile', async ({
  athlete,
  device,
}) => {
  const { person: ida, page: browser } = await athlete('Ida')
  await openTrain(browser, '/you/import')
  const history = madeHistory(5, 20)
  await chooseFile(browser, 'workouts.csv', hevyCsv(history))
  await answerAll(browser, [])
  await importAll(browser, history.length)
  await expectAllOnServer(browser)

  const installed = await device(PHONE)
  const { page } = installed
  await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { get: () => true }))
  await openTrain(page)
  await expect(page.getByText(/The installed app begins empty: sign in, and your log comes over/)).toBeVisible()
  // Its answer comes when the story says so.
  const answer = await holdBoot(page)
  await signInHere(page, ida)
  await tab(page, 'Today')
  await expect(page.getByText('Restoring the log of Ida')).toBeVisible()
  await expect(page.getByText('Where do you start?')).toHaveCount(0)
  await expect(page.getByRole('button', { name: START })).toBeVisible()
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '60', reps: '5' })
  await page.getByRole('button', { name: 'Back to today, the workout stays open' }).click()
  await expect(page.getByText('Restoring the log of Ida')).toBeVisible()
  answer()
  await expect(page.getByText('Restoring the log of Ida')).toHaveCount(0)
  await expectAllOnServer(page)
  await tab(page, 'History')
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
})

test('new-phone-restores: what is under the thumb stays there until the thumb is off it', async ({
  device,
  person,
}) => {
  const [phone, ida] = [await device(PHONE), await person('Ida')]
  const { page } = phone
  await phone.signInAs(ida)
  const answer = await holdBoot(page)
  await openTrain(page)
  await expect(page.getByText('Restoring the log of Ida')).toBeVisible()
  await page.getByRole('button', { name: START }).hover()
  await page.mouse.down()
  // All there is of this log comes now; a newcomer's screen begins a workout somewhere else.
  answer()
  await expect.poll(() => page.evaluate(readBoot)).toContain('done')
  await page.mouse.up()
  await expect(page.getByText('Nothing here yet')).toBeVisible()
})

/** The server's answer to a log that begins comes when what this gives back is called. */
async function holdBoot(page: Page): Promise<() => void> {
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/trpc/sync.boot**', async (route) => {
    await held
    await route.continue()
  })
  return () => answer()
}

/** How far each log in this browser is, as IndexedDB has it; answered two frames later, when it is painted. */
async function readBoot(): Promise<unknown[]> {
  const found: unknown[] = []
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open(name)
      asked.onsuccess = () => resolve(asked.result)
    })
    if (db.objectStoreNames.contains('meta')) {
      const all = db.transaction('meta').objectStore('meta').getAll()
      const rows = await new Promise<{ boot?: string }[]>((resolve) => {
        all.onsuccess = () => resolve(all.result)
      })
      found.push(...rows.map(({ boot }) => boot))
    }
    db.close()
  }
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
  return found
}
