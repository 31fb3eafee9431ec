/** The states that a screen comes in: text at 200 %, no signal, long names, what opens inside it, what went wrong. */
import type { Page } from '@playwright/test'
import { phonePhoto } from '../src/test/photos.ts'
import {
  addExercise,
  expectAllOnServer,
  finishWorkout,
  logSet,
  openTrain,
  startWorkout,
  waitReadyOffline,
} from './support/athlete.ts'
import { coachAthlete } from './support/coach.ts'
import { DESKTOP } from './support/device.ts'
import { look } from './support/look.ts'
import { expect, test } from './support/story.ts'

const LONG = 'Maximiliane-Friederike von Hohenstein-Wallersdorf y Fernández de la Cuesta'
/** As long as a name may be, and nowhere to break it. */
const UNBROKEN = 'Maximiliane'.repeat(11).slice(0, 120)

/** Nothing of the page lies beyond its right edge, where nobody can scroll to it. */
async function fits(page: Page, screen: string): Promise<string[]> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return beyond > 1 ? [`${screen}: ${beyond} px beyond the right edge`] : []
}

const larger = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })

test('accessible-states: what opens inside the athlete’s screens, at 200 % text, without a signal, with long names', async ({
  device,
  person,
}) => {
  test.setTimeout(240_000)
  const phone = await device()
  const { page } = phone
  const found: string[] = []
  const see = async (screen: string) => void found.push(...(await look(page, screen, true)))
  await phone.signInAs(await person(LONG))
  await openTrain(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '80', reps: '8' })
  await page.getByRole('button', { name: 'Menu of Bench press' }).click()
  await page.getByRole('dialog').getByText('Note', { exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Note on Bench press' })).toBeVisible()
  await see('note')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Menu of Bench press' }).click()
  await page.getByRole('dialog').getByText('Change the order').click()
  await expect(page.getByRole('dialog')).toContainText('Order of exercises')
  await see('order')
  await page.keyboard.press('Escape')
  await larger(page)
  await see('workout at 200 %')
  found.push(...(await fits(page, 'workout at 200 %')))
  await openTrain(page, '/workout')
  await finishWorkout(page)
  await openTrain(page, '/you')
  await expectAllOnServer(page)

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a picture' }).click()
  await (await chooser).setFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() })
  await expect(page.getByRole('slider', { name: 'Larger' })).toBeVisible()
  await see('picture')
  await page.getByRole('button', { name: 'Cancel' }).click()

  await openTrain(page, '/exercises/bench-press')
  await page.getByRole('main').getByRole('radio', { name: 'How to' }).check()
  await expect(page.getByRole('heading', { name: 'Set up' })).toBeVisible()
  await see('how to')
  await openTrain(page, '/exercises')
  await page.getByRole('button', { name: 'New exercise' }).click()
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible()
  await see('own exercise')
  await openTrain(page, '/history?view=calendar')
  await expect(page.getByRole('button', { name: 'The month before' })).toBeVisible()
  await see('calendar')
  await page.getByRole('button', { name: 'Log a past workout' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('past workout')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await waitReadyOffline(page)
  await phone.setOffline(true)
  for (const path of ['', '/history', '/progress', '/exercises/bench-press', '/you']) {
    await openTrain(page, path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await see(`${path || 'today'}, offline`)
    await larger(page)
    found.push(...(await fits(page, `${path || 'today'} at 200 %`)))
  }
  expect(found).toEqual([])
})

test('accessible-states: a name without a space stays on the screen, and with it the tabs', async ({
  device,
  person,
}) => {
  const phone = await device()
  const { page } = phone
  await phone.signInAs(await person(UNBROKEN))
  await openTrain(page, '/you')
  await expect(page.getByText(`Signed in as ${UNBROKEN}`)).toBeVisible()
  expect(await fits(page, 'you, unbroken name')).toEqual([])
  // The name in the settings is the one that is said, at once.
  await page.getByRole('main').getByLabel('Name').fill('Maxi')
  await page.getByRole('main').getByLabel('Name').blur()
  await expect(page.getByText('Signed in as Maxi', { exact: true })).toBeVisible()
  // What is the server's says that there is no signal, and leads nowhere.
  const account = page.getByRole('link', { name: /^Account and sign-in/ })
  await expect(account).toHaveAttribute('href', '/account')
  await phone.setOffline(true)
  await expect(page.getByText('There is no signal. It opens when there is one.')).toHaveCount(2)
  await expect(account).toHaveCount(0)
  await phone.setOffline(false)
  await expect(account).toBeVisible()
})

test('accessible-states: a store that refuses, and the portal’s dialogs, empty lists, endings and unknown addresses', async ({
  device,
  person,
}) => {
  const [ida, maya] = [await person(LONG), await person('Maya')]
  const phone = await device()
  await phone.signInAs(ida)
  await phone.context.addInitScript(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (...args: Parameters<typeof put>) {
      if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, args)
    }
  })
  const found: string[] = []
  await openTrain(phone.page)
  await startWorkout(phone.page)
  await expect(phone.page.getByText(/^Not saved/).first()).toBeVisible()
  found.push(...(await look(phone.page, 'not saved', true)))

  const desk = await device(DESKTOP)
  const { page } = desk
  const see = async (screen: string) => void found.push(...(await look(page, screen, false)))
  await desk.signInAs(maya)
  await page.goto('/coach')
  await expect(page.getByRole('heading', { name: 'Athletes' })).toBeVisible()
  await see('roster, empty')
  const relation = await coachAthlete(maya, ida)
  await page.goto('/coach')
  await expect(page.getByRole('link', { name: new RegExp(LONG) })).toBeVisible()
  await see('roster, long name')
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('shortcuts')
  await page.keyboard.press('Escape')
  for (const path of ['/coach', `/coach/athletes/${ida.userId}`, '/account', '/']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await larger(page)
    await see(`${path} at 200 %`)
    found.push(...(await fits(page, `${path} at 200 %`)))
  }
  await page.goto(`/coach/athletes/${ida.userId}`)
  await page.getByRole('button', { name: /^End coaching/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await see('end coaching')
  await page.keyboard.press('Escape')
  await ida.mutate('coaching.endRelation', { relationId: relation })
  await expect(page.getByText('This athlete no longer shares training with you.')).toBeVisible()
  await see('ended')
  desk.expect(/status of 404/)
  await page.goto('/coach/athletes/00000000-0000-7000-8000-000000000000')
  await expect(page.getByRole('heading', { name: 'There is no such athlete here' })).toBeVisible()
  await see('no such athlete')
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await see('no such page')
  expect(found).toEqual([])
})
