/** What WebKit does to web apps, done to ours: its store breaks, fills up, or is gone one morning. */
import type { Page } from '@playwright/test'
import {
  addExercise,
  closePad,
  exercise,
  expectAllOnServer,
  expectOnPhone,
  expectOnServer,
  finishWorkout,
  logSet,
  openTrain,
  row,
  startWorkout,
  tab,
  type as typeInto,
} from './support/athlete.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'

type Faults = { lost: WeakSet<IDBDatabase>; allLost: boolean; full: boolean; open: Set<IDBDatabase> }
declare const faults: Faults

/** Throws what Safari throws, when a story says so. */
function injectFaults(): void {
  const held: Faults = { lost: new WeakSet(), allLost: false, full: false, open: new Set() }
  Object.assign(globalThis, { faults: held })
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
    if (held.allLost || held.lost.has(this)) {
      throw new DOMException(
        'Connection to Indexed Database server lost. Refresh the page to try again',
        'UnknownError',
      )
    }
    held.open.add(this)
    return transaction.apply(this, args)
  }
  for (const name of ['put', 'add'] as const) {
    const original = IDBObjectStore.prototype[name]
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: Parameters<typeof original>) {
      if (held.full) throw new DOMException('Encountered full disk while opening backing store', 'QuotaExceededError')
      return original.apply(this, args)
    }
  }
}

async function begin(page: Page): Promise<void> {
  await openTrain(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '100', reps: '5' })
  await expectOnPhone(page, 'Bench press', 1)
}

/** Figures and a check, without waiting for where it ends up. */
async function tryToLog(page: Page, number: number, load: string): Promise<void> {
  const block = exercise(page, 'Bench press')
  const set = row(page, 'Bench press', number)
  if ((await set.count()) === 0) await block.getByRole('button', { name: 'Add a set to Bench press' }).click()
  await typeInto(set.getByRole('button', { name: /^kg of / }), load)
  await closePad(page)
  await set.getByRole('button', { name: /^Check / }).click()
}

test('connection-lost: the database goes away under the app; a new handle is opened and nothing is noticed', async ({
  device,
}) => {
  const phone = await device()
  await phone.context.addInitScript(injectFaults)
  const { page } = phone
  await begin(page)
  await page.evaluate(() => {
    for (const database of faults.open) faults.lost.add(database)
  })
  await logSet(page, 'Bench press', 2, { load: '102', reps: '4' })
  await expectOnPhone(page, 'Bench press', 2)
  await page.reload()
  for (const number of [1, 2]) await expectOnPhone(page, 'Bench press', number)
})

test('connection-lost: when a new handle fails too the screen says so, and the copy brings the set back', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const phone = await device()
  // The app may say in the console what it could not do.
  phone.expect(/Indexed Database server lost/)
  await phone.signInAs(ida)
  await phone.close()
  await phone.open()
  await phone.context.addInitScript(injectFaults)
  const { page } = phone
  await begin(page)
  await expectOnServer(page, 'Bench press', 1)
  await page.evaluate(() => {
    faults.allLost = true
  })
  await tryToLog(page, 2, '102')
  await expect(row(page, 'Bench press', 2)).toHaveAccessibleName(/done, not saved$/)
  await expect(page.getByText(/^Not saved: /)).toBeVisible()
  // The app is closed now: what was typed survives it all the same.
  await phone.close()
  await phone.open()
  await openTrain(phone.page, '/workout')
  await expectOnServer(phone.page, 'Bench press', 2)
  await expect(row(phone.page, 'Bench press', 2)).toHaveAccessibleName(/102 kilograms, 5 reps/)
  expect(await setsOf(database, ida)).toEqual([
    { loadG: 100_000, reps: 5 },
    { loadG: 102_000, reps: 5 },
  ])
  await expectCleanReceipts(database, ida)
})

test('quota-exceeded: a full phone says *not saved*, keeps trying, and saves when there is room', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const phone = await device()
  phone.expect(/QuotaExceeded|full disk/)
  await phone.context.addInitScript(injectFaults)
  await phone.signInAs(ida)
  const { page } = phone
  await begin(page)
  await page.evaluate(() => {
    faults.full = true
  })
  await tryToLog(page, 2, '103')
  await expect(row(page, 'Bench press', 2)).toHaveAccessibleName(/done, not saved$/)
  await expect(page.getByText(/^Not saved: /)).toBeVisible()
  // Said once, and over no row.
  await expect(page.getByText('This is not saved on the phone yet')).toHaveCount(0)
  await page.evaluate(() => {
    faults.full = false
  })
  await expectOnServer(page, 'Bench press', 2)
  await expect(page.getByText(/^Not saved: /)).toHaveCount(0)
  expect((await setsOf(database, ida)).map(({ loadG }) => loadG)).toEqual([100_000, 103_000])
  await expectCleanReceipts(database, ida)
})

test('store-emptied: after seven days away everything on the phone is gone, and comes back from the server', async ({
  app,
  athlete,
  database,
}) => {
  const { person: ida, phone } = await athlete('Ida')
  await begin(phone.page)
  await finishWorkout(phone.page)
  await expectAllOnServer(phone.page)

  const wipe = async (storageTypes: string) => {
    const cdp = await phone.cdp()
    await phone.page.goto('about:blank')
    await cdp.send('Storage.clearDataForOrigin', { origin: app.url, storageTypes })
    await phone.close()
    await phone.open()
    await openTrain(phone.page)
    await tab(phone.page, 'History')
    await expect(phone.page.getByRole('main').getByText('Bench press')).toBeVisible()
  }
  // The database alone, with the account still remembered; then everything that scripts can write.
  await wipe('indexeddb')
  await wipe('indexeddb,local_storage,service_workers,cache_storage')

  await tab(phone.page, 'Today')
  await startWorkout(phone.page)
  await addExercise(phone.page, 'Bench press')
  await logSet(phone.page, 'Bench press', 1, { load: '101', reps: '5' })
  await expectOnServer(phone.page, 'Bench press', 1)
  expect((await setsOf(database, ida)).map(({ loadG }) => loadG)).toEqual([100_000, 101_000])
  await expectCleanReceipts(database, ida)
})
