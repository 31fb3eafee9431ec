/** Permission for notices: asked in words at the first rest, by a tap, once; and what it is for. */
import type { Page } from '@playwright/test'
import { addExercise, logSet, openTrain, startWorkout, tab, waitReadyOffline } from './support/athlete.ts'
import { expect, test } from './support/story.ts'

type Spy = { asked: number; answer: 'granted' | 'denied' | 'default' }

/**
 * A browser that has not been asked yet; what it is asked is counted, and answered as the story says. A browser without a
 * screen shows no notices, whatever is granted: what it is given to show lies in a tray of the story's.
 */
async function spyOnPermission(page: Page, answer: Spy['answer']): Promise<void> {
  await page.addInitScript((given) => {
    const spy = { asked: 0, answer: given }
    const kept = sessionStorage.getItem('story.permission')
    let permission = kept ?? 'default'
    Object.assign(window, { permissionSpy: spy })
    Object.defineProperty(Notification, 'permission', { get: () => permission })
    Notification.requestPermission = async () => {
      spy.asked += 1
      permission = spy.answer
      sessionStorage.setItem('story.permission', permission)
      return permission as NotificationPermission
    }
    const tray = new Map<string, { title: string; body: string; close(): void }>()
    Object.assign(ServiceWorkerRegistration.prototype, {
      async showNotification(title: string, { tag = '', body = '' }: NotificationOptions) {
        tray.set(tag, { title, body, close: () => tray.delete(tag) })
      },
      getNotifications: async ({ tag }: { tag?: string } = {}) =>
        [...tray].filter(([of]) => tag === undefined || of === tag).map(([, one]) => one),
    })
  }, answer)
}
const asked = (page: Page) => page.evaluate(() => (window as unknown as { permissionSpy: Spy }).permissionSpy.asked)
const question = (page: Page) => page.getByRole('region', { name: 'Notice of the end of a rest' })

/** Hidden or back, as the page is told: another app in front of it. */
async function turn(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/train')
    return ((await registration?.getNotifications()) ?? []).map(({ title, body }) => ({ title, body }))
  })

test('notices-at-the-first-rest: never on load, once in words at the first rest; the end of a rest is told while the app is hidden', async ({
  device,
}) => {
  const phone = await device()
  const { page } = phone
  await spyOnPermission(page, 'granted')
  await openTrain(page)
  await waitReadyOffline(page)
  await expect(page.getByText('Off. Tap to be told when rest is over.')).toBeVisible()
  await page.clock.install()
  await openTrain(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  expect(await asked(page)).toBe(0)
  await expect(question(page)).toHaveCount(0)
  await logSet(page, 'Bench press', 1, { load: '60', reps: '5' })
  await expect(question(page)).toBeVisible()
  expect(await asked(page)).toBe(0)
  await question(page).getByRole('button', { name: 'Yes, tell me' }).click()
  await expect(question(page)).toHaveCount(0)
  expect(await asked(page)).toBe(1)

  await turn(page, 'hidden')
  await page.clock.fastForward(120_000)
  expect(await shown(page)).toEqual([])
  await page.clock.runFor(61_000)
  await expect.poll(() => shown(page)).toEqual([{ title: 'Rest is over', body: 'Bench press 60 × 5' }])
  await turn(page, 'visible')
  await expect.poll(() => shown(page)).toEqual([])

  // With the app in front the bar says it, and no notice does.
  await logSet(page, 'Bench press', 2, { load: '60', reps: '5' })
  await page.clock.runFor(181_000)
  await expect(page.getByRole('region', { name: 'Rest timer' })).toContainText('Rest is over')
  expect(await shown(page)).toEqual([])
})

test('notices-at-the-first-rest: “not now” is remembered, and You still offers it', async ({ device }) => {
  const { page } = await device()
  await spyOnPermission(page, 'denied')
  await openTrain(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '60', reps: '5' })
  await question(page).getByRole('button', { name: 'Not now' }).click()
  await expect(question(page)).toHaveCount(0)
  await openTrain(page, '/workout')
  await logSet(page, 'Bench press', 2, { load: '60', reps: '5' })
  await expect(page.getByRole('region', { name: 'Rest timer' })).toBeVisible()
  await expect(question(page)).toHaveCount(0)
  expect(await asked(page)).toBe(0)

  // Denied after all: how to change that is said, and nobody is asked again.
  await page.getByRole('button', { name: 'Back to today, the workout stays open' }).click()
  await tab(page, 'You')
  await page.getByRole('button', { name: /^Notices/ }).click()
  expect(await asked(page)).toBe(1)
  await expect(page.getByText(/Allow notifications for this site in the browser’s settings/)).toBeVisible()
})
