/** An access token: made in the account, used by a script from outside, taken back. */
import { DESKTOP } from './support/device.ts'
import { letterTo } from './support/letters.ts'
import { expect, test } from './support/story.ts'

test('access-token: made and shown once, a script reads and adds with it until it is taken back', async ({
  app,
  device,
  person,
}) => {
  const ana = await person('Ana Kos')
  const laptop = await device(DESKTOP)
  const { page } = laptop
  await laptop.signInAs(ana)
  await page.goto('/account#tokens')
  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByLabel('What it is for').fill('Backup script')
  await page.getByLabel('It may').selectOption('write')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token = await page.getByLabel('Token “Backup script”').inputValue()
  expect((await letterTo(app.url, ana.email, 'An access token was made for your account')).text).toContain(
    'It wasn’t you?',
  )

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${app.url}/api/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
    })
  const sent = await ask('/workouts', {
    method: 'POST',
    headers: { 'idempotency-key': 'push-day-1' },
    body: JSON.stringify({
      ...{ title: 'From a script', startedAt: '2026-01-05T18:00:00+01:00', endedAt: '2026-01-05T19:00:00+01:00' },
      exercises: [{ exerciseId: 'bench-press', sets: [{ loadG: 60_000, reps: 5 }] }],
    }),
  })
  expect(sent.status).toBe(201)
  await page.reload()
  await expect(page.getByText(/^Reads and adds, ends in .{4}, made .*, last used /)).toBeVisible()
  await expect(page.getByText(token)).toHaveCount(0)
  // What the script sent is in the app.
  await page.goto('/train/history')
  await expect(page.getByText('From a script')).toBeVisible()

  await page.goto('/account#tokens')
  await page.getByRole('button', { name: 'Take back Backup script' }).click()
  await page.getByRole('button', { name: 'Take back', exact: true }).click()
  await expect(page.getByText('Backup script')).toHaveCount(0)
  expect((await ask('/me')).status).toBe(401)
})
