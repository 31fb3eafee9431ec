/**
 * The end of a rest on a phone whose page sleeps: page hidden, the server told, a push over a real push service, the service
 * worker's notice. A browser of a test has no push service of its maker: its subscription is at one of the story's, and what
 * that service got for it is handed to the browser, which gives it to the worker as it gives every push.
 */
import type { CDPSession, Page } from '@playwright/test'
import webPush from 'web-push'
import { type PushService, startPushService } from '../src/test/push-service.ts'
import { addExercise, logSet, openOwnLog, startWorkout, tab, waitReadyOffline } from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { expect, test } from './support/story.ts'

const keys = webPush.generateVAPIDKeys()
let service: PushService

test.beforeAll(async ({ world }) => {
  service = await startPushService({ publicKey: keys.publicKey })
  Object.assign(world.env, {
    VAPID_PUBLIC_KEY: keys.publicKey,
    VAPID_PRIVATE_KEY: keys.privateKey,
    PUSH_TEST_PEER: service.origin,
  })
  await world.app.kill()
  await world.app.start()
})
test.afterAll(async ({ world }) => {
  for (const name of ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'PUSH_TEST_PEER']) delete world.env[name]
  await world.app.kill()
  await world.app.start()
  await service.close()
})

type Address = ReturnType<PushService['subscribe']>

/** What the browser answers when the page asks it for notices and for an address. */
async function bePhone(page: Page, address: Address): Promise<void> {
  await page.addInitScript(({ endpoint, p256dh, auth }) => {
    let permission = 'default'
    Object.defineProperty(Notification, 'permission', { get: () => permission })
    Notification.requestPermission = async () => {
      permission = 'granted'
      return 'granted'
    }
    let held: object | null = null
    Object.assign(PushManager.prototype, {
      getSubscription: async () => held,
      async subscribe({ applicationServerKey }: { applicationServerKey: string }) {
        const padded = applicationServerKey.replaceAll('-', '+').replaceAll('_', '/')
        const key = Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0)).buffer
        held = {
          options: { applicationServerKey: key },
          toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
          async unsubscribe() {
            held = null
            return true
          },
        }
        return held
      },
    })
  }, address)
}

/** Hidden or back, as the page is told: another app in front of it. */
async function turn(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

/** The service worker, with a tray in place of the screen that a browser without one does not have. */
async function openTray(page: Page) {
  const [worker] = page.context().serviceWorkers()
  if (!worker) throw new Error('There is no service worker.')
  await worker.evaluate(() => {
    const tray: object[] = []
    Object.assign(self, { tray })
    Object.assign(ServiceWorkerRegistration.prototype, {
      async showNotification(title: string, { tag, body, data }: NotificationOptions) {
        tray.push({ title, tag, body, data })
      },
    })
  })
  return () => worker.evaluate(() => (self as unknown as { tray: object[] }).tray)
}

/** Gives the browser a push, as its maker's service would. */
async function deliver(cdp: CDPSession, origin: string, said: object): Promise<void> {
  const registered = new Promise<string>((done) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [own] = registrations.filter(({ scopeURL }) => scopeURL.startsWith(`${origin}/train`))
      if (own) done(own.registrationId)
    })
  })
  await cdp.send('ServiceWorker.enable')
  await cdp.send('ServiceWorker.deliverPushMessage', {
    origin,
    registrationId: await registered,
    data: JSON.stringify(said),
  })
}

test('rest-timer-rings: a rest that ends while the app is hidden rings through the push service; back or skipped, it never does', async ({
  athlete,
  app,
  database,
}) => {
  const { page, phone, person } = await athlete('Ana')
  await bePhone(page, service.subscribe('ana'))
  const state = () =>
    asAdmin(database.admin, async (sql) => {
      const [row] = await sql`select state from timer where user_id = ${person.userId}`
      return row?.state
    })
  const addresses = () => asAdmin(database.admin, async (sql) => (await sql`select 1 from push_subscription`).length)

  await openOwnLog(page)
  await waitReadyOffline(page)
  await page.clock.install()
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  expect(await addresses()).toBe(0)
  await logSet(page, 'Bench press', 1, { load: '60', reps: '5' })
  const question = page.getByRole('region', { name: 'Notice of the end of a rest' })
  await expect(question).toContainText('A notice comes even while the phone is locked')
  await question.getByRole('button', { name: 'Yes, tell me' }).click()
  await expect.poll(addresses).toBe(1)
  const shown = await openTray(page)

  // Back before its end: nothing rings.
  await turn(page, 'hidden')
  await expect.poll(state).toBe('waits')
  await turn(page, 'visible')
  await expect.poll(state).toBe('over')

  // Hidden till its end: the server rings, and the worker shows it.
  await page.clock.fastForward(176_000)
  await turn(page, 'hidden')
  await expect.poll(() => service.taken).toHaveLength(1)
  expect(service.faults).toEqual([])
  const [push] = service.taken
  expect(push).toMatchObject({ to: 'ana', ttlS: 30, urgency: 'high' })
  await deliver(await phone.cdp(), app.url, push?.said ?? {})
  await expect
    .poll(shown)
    .toEqual([{ title: 'Rest is over', tag: 'rest', body: 'Bench press 60 × 5', data: { url: '/train/workout' } }])
  expect(await state()).toBe('rang')
  await turn(page, 'visible')

  // Skipped, here or before the push left: over.
  await logSet(page, 'Bench press', 2, { load: '60', reps: '5' })
  await turn(page, 'hidden')
  await expect.poll(state).toBe('waits')
  await page.getByRole('button', { name: 'Skip' }).click()
  await expect.poll(state).toBe('over')
  await turn(page, 'visible')

  // Without a signal the screen says what can't be, and the timer runs.
  await logSet(page, 'Bench press', 3, { load: '60', reps: '5' })
  await phone.setOffline(true)
  await expect(question).toContainText('No signal: a locked phone can’t ring')
  await expect(page.getByRole('timer')).toBeVisible()
  await question.getByRole('button', { name: 'Close' }).click()
  await expect(question).toHaveCount(0)
  await phone.setOffline(false)
  expect(service.taken).toHaveLength(1)

  // Signing out: nothing more comes here.
  await page.getByRole('button', { name: 'Back to today, the workout stays open' }).click()
  await tab(page, 'You')
  await expect(page.getByText(/^Last synced/)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect.poll(addresses).toBe(0)
})
