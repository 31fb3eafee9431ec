/** The log comes first, the account later: it takes over what was there, exactly once, and never another's. */
import type { Page } from '@playwright/test'
import { signInHere, toSignIn } from './support/account.ts'
import {
  addExercise,
  expectAllOnServer,
  expectOnPhone,
  finishWorkout,
  logSet,
  openTrain,
  startWorkout,
  tab,
} from './support/athlete.ts'
import { asAdmin, type StoryDatabase } from './support/database.ts'
import type { Device } from './support/device.ts'
import { letterTo } from './support/letters.ts'
import { expect, expectCleanReceipts, setsOf, test } from './support/story.ts'
import type { Visitor } from './support/visitor.ts'

async function train(page: Page, load: string, sets = 1): Promise<void> {
  await tab(page, 'Today')
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  for (let n = 1; n <= sets; n++) {
    await logSet(page, 'Bench press', n, { load, reps: '5' })
    await expectOnPhone(page, 'Bench press', n)
  }
  await finishWorkout(page)
}

async function expectOnce(database: StoryDatabase, person: Pick<Visitor, 'userId'>, loads: number[]): Promise<void> {
  expect((await setsOf(database, person)).map(({ loadG }) => loadG / 1000)).toEqual(loads)
  await expectCleanReceipts(database, person)
}

const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))

async function signOutHere(page: Page): Promise<void> {
  await tab(page, 'You')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('Your log is only on this phone')).toBeVisible()
}

test('guest-then-claims: logged with and without a signal, then an account is made on the phone, and all of it is there once', async ({
  app,
  database,
  device,
}) => {
  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await page.getByRole('group', { name: 'Weights in' }).getByRole('radio', { name: 'kg' }).check()
  await train(page, '60')
  await phone.setOffline(true)
  await train(page, '62.5', 2)
  await tab(page, 'You')
  await page.getByRole('main').getByRole('radio', { name: 'Light' }).check()
  await phone.setOffline(false)

  const email = `guest-${Date.now()}@example.test`
  // Who has logged something is offered an account first, on the workout that they finished too.
  await page.getByRole('button', { name: /^Sign in or create/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create an account')
  await page.getByRole('button', { name: 'Back' }).click()
  await tab(page, 'History')
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page.getByText('This log is only on this phone')).toBeVisible()
  await page.getByRole('button', { name: 'Create an account' }).click()
  await page.getByLabel('Name').fill('Gil')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Create account', exact: true }).click()
  const { code } = await letterTo(app.url, email)
  await page.getByLabel('Code from the letter').fill(code)
  await expect(page.getByText('What you logged before is now in your account')).toBeVisible()
  await expectAllOnServer(page)
  const person = await asAdmin(database.admin, async (sql) => {
    const [found] =
      await sql`select user_id, p.name from credential join person p on p.id = user_id where email = ${email}`
    return { userId: String(found?.user_id), name: String(found?.name) }
  })
  await expectOnce(database, person, [60, 62.5, 62.5])
  expect(await databases(page)).not.toContain('train-guest')
  // Settings too: those of before the account hold, and its name is not lost to them.
  await expect(page.getByRole('main').getByRole('radio', { name: 'Light' })).toBeChecked()
  expect(person.name).toBe('Gil')
  const profile = await asAdmin(database.admin, async (sql) => {
    const [row] =
      await sql`select theme, name, load_unit, set_up_at is not null as said from profile where athlete_id = ${person.userId}`
    return { ...row }
  })
  expect(profile).toEqual({ theme: 'light', name: 'Gil', load_unit: 'kg', said: true })
})

test('guest-then-claims: the battery dies in the middle of it, and it is claimed to the end, once', async ({
  database,
  device,
  person,
}) => {
  const ida = await person('Ida')
  const phone = await device()
  await openTrain(phone.page)
  await train(phone.page, '60', 6)
  await dieWhileClaiming(phone, ida)
  await phone.open()
  await openTrain(phone.page)
  await tab(phone.page, 'You')
  // In the first moments a browser loses a new cookie with its power: then the account is here, and signed out.
  if (!(await isSignedIn(phone.page))) {
    phone.expect(/status of 401/)
    await signInHere(phone.page, ida)
  }
  await expectAllOnServer(phone.page)
  await expectOnce(database, ida, [60, 60, 60, 60, 60, 60])
  expect(await databases(phone.page)).not.toContain('train-guest')
})

async function isSignedIn(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const answer = await fetch('/api/auth/session')
    return Boolean(((await answer.json()) as { user?: unknown }).user)
  })
}

/** Power off as soon as the account's log begins to take what the guest's has. */
async function dieWhileClaiming(phone: Device, person: Visitor): Promise<void> {
  const { page } = phone
  await toSignIn(page)
  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  const begun = page.waitForFunction(
    async (name) => {
      const known = await indexedDB.databases()
      if (!known.some((one) => one.name === name)) return false
      const db = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
      })
      if (!db.objectStoreNames.contains('outbox')) return db.close()
      const count = db.transaction('outbox').objectStore('outbox').count()
      const n = await new Promise<number>((resolve) => {
        count.onsuccess = () => resolve(count.result)
      })
      db.close()
      return n > 0
    },
    `train-${person.userId}`,
    { polling: 5 },
  )
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await begun
  await phone.kill()
}

test('guest-then-claims: two tabs claim it at once, and it is there once', async ({ database, device, person }) => {
  const ida = await person('Ida')
  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await train(page, '60', 3)
  const tabs = [page, await phone.context.newPage()] as const
  await openTrain(tabs[1], '/sign-in')
  await toSignIn(page)
  for (const one of tabs) {
    await one.getByLabel('Email address').fill(ida.email)
    await one.getByLabel('Password').fill(ida.password)
  }
  await Promise.all(tabs.map((one) => one.getByRole('button', { name: 'Sign in', exact: true }).click()))
  for (const one of tabs) await expect(one.getByRole('navigation', { name: 'Main' })).toBeVisible()
  for (const one of tabs) await expectAllOnServer(one)
  await expectOnce(database, ida, [60, 60, 60])
})

test('guest-then-claims: on a phone that had another account the person is asked, and nothing is mixed', async ({
  database,
  device,
  person,
}) => {
  const [ida, ben] = [await person('Ida'), await person('Ben')]
  const phone = await device()
  const { page } = phone
  await openTrain(page)
  await signInHere(page, ida)
  await train(page, '60')
  await expectAllOnServer(page)
  await signOutHere(page)
  await train(page, '90')

  await signInHere(page, ida)
  const question = page.getByText('A workout was logged here without an account')
  await expect(question).toBeVisible()
  await expect(page.getByText(/Does it belong to Ida/)).toBeVisible()
  await page.getByRole('button', { name: 'No, not mine' }).click()
  await expect(question).toHaveCount(0)
  await expectAllOnServer(page)
  await openTrain(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(question).toHaveCount(0)
  await expectOnce(database, ida, [60])

  // It is back when nobody is signed in, and becomes Ben's, who says that it is his.
  await signOutHere(page)
  await tab(page, 'History')
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(1)
  await signInHere(page, ben)
  await expect(question).toBeVisible()
  await page.getByRole('button', { name: 'Yes, add it' }).click()
  await expect(question).toHaveCount(0)
  await expectAllOnServer(page)
  await expectOnce(database, ben, [90])
  await expectOnce(database, ida, [60])
  expect(await databases(page)).not.toContain('train-guest')
})
