/** What the server had to set aside, seen on the phone and on the account page, is settled on either: and on the other as well. */
import type { Page } from '@playwright/test'
import { addExercise, exercise, leaveWorkout, logSet, openOwnLog, startWorkout, tab } from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { DESKTOP } from './support/device.ts'
import { look } from './support/look.ts'
import { expect, setsOf, test } from './support/story.ts'

const LIFT = 'Bench press'

test('set-aside-is-settled: put into the log or dismissed on the account page, it is gone from the phone', async ({
  athlete,
  database,
  device,
}) => {
  const { person: ana, phone, page } = await athlete('Ana Kovač')
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, LIFT)

  // A fault of the server: for a while it can't store sets of thirteen.
  await asAdmin(database.admin, async (sql) => {
    await sql`alter table logged_set add constraint story_fault check (reps <> 13) not valid`
  })
  await logSet(page, LIFT, 1, { load: '60', reps: '12' })
  // Typed and checked before any of it is refused: a refusal in between would take the 13 off the screen.
  await phone.setOffline(true)
  await logSet(page, LIFT, 2, { load: '60', reps: '13' })
  await phone.setOffline(false)
  await leaveWorkout(page)
  await tab(page, 'You')
  const aside = page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem')
  await expect(aside).toHaveCount(2)
  // Whose log it is, is said once.
  await expect(page.getByText('Ana Kovač')).toHaveCount(1)
  expect(await look(page, 'needs attention', true)).toEqual([])
  expect(await setsOf(database, ana)).toEqual([{ loadG: 60_000, reps: 12 }])

  // Each leads to its workout.
  await expect(aside.getByRole('button', { name: 'Show the workout' })).toHaveCount(2)
  await aside.first().getByRole('button', { name: 'Show the workout' }).click()
  await expect(exercise(page, LIFT)).toBeVisible()
  await leaveWorkout(page)
  await tab(page, 'You')

  // Dismissed by a slip of the thumb on the phone: it comes back.
  await aside.first().getByRole('button', { name: 'Dismiss' }).click()
  await expect(aside).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(aside).toHaveCount(2)

  const desk = await device(DESKTOP)
  await desk.signInAs(ana)
  await desk.page.goto('/account')
  const entries = desk.page.getByRole('listitem').filter({ hasText: 'from your own device' })
  await expect(entries).toHaveCount(2)
  expect(await look(desk.page, 'set aside', false)).toEqual([])

  // The fault is mended.
  await asAdmin(database.admin, async (sql) => {
    await sql`alter table logged_set drop constraint story_fault`
  })
  // Of the two, the check carries all figures of the set: what was typed before it is dismissed.
  await dismissOldest(desk.page)
  await expect(entries).toHaveCount(1)
  await syncNow(page)
  await expect(aside).toHaveCount(1)

  await entries.getByRole('button', { name: /^Put the entry of / }).click()
  await expect(entries).toHaveCount(0)
  // By the event alone: nobody asks for a sync.
  await expect(page.getByRole('region', { name: 'Needs attention' })).toHaveCount(0)
  const there = [12, 13].map((reps) => ({ loadG: 60_000, reps }))
  expect(await setsOf(database, ana)).toEqual(there)
  await tab(page, 'Today')
  await page.getByRole('button', { name: /^Resume / }).click()
  await expect(exercise(page, LIFT).getByRole('row', { name: /, done, on this phone and on the server$/ })).toHaveCount(
    2,
  )

  // Once more, and dismissed on the phone this time: it leaves the account's list when it can't be undone any more.
  await asAdmin(database.admin, async (sql) => {
    await sql`alter table logged_set add constraint story_fault check (reps <> 14) not valid`
  })
  await phone.setOffline(true)
  await logSet(page, LIFT, 3, { load: '60', reps: '14' })
  await phone.setOffline(false)
  await leaveWorkout(page)
  await tab(page, 'You')
  await expect(aside).toHaveCount(2)
  await desk.page.reload()
  await expect(entries).toHaveCount(2)
  for (const left of [1, 0]) {
    await aside.first().getByRole('button', { name: 'Dismiss' }).click()
    await expect(aside).toHaveCount(left)
  }
  const dismissed = async () => {
    await desk.page.reload()
    await expect(desk.page.getByRole('heading', { name: 'Signed-in devices' })).toBeVisible()
    await expect(entries).toHaveCount(0, { timeout: 2_000 })
  }
  await expect(dismissed).toPass({ timeout: 60_000 })
  expect(await setsOf(database, ana)).toEqual(there)
})

/** Asked about first; the safe answer has the focus. */
async function dismissOldest(page: Page): Promise<void> {
  const dismiss = page.getByRole('button', { name: /^Dismiss the entry of / }).last()
  await dismiss.click()
  const keep = page.getByRole('button', { name: 'Keep it here' })
  await expect(keep).toBeFocused()
  expect(await look(page, 'dismiss?', false)).toEqual([])
  await keep.click()
  await dismiss.click()
  await page.getByRole('button', { name: 'Dismiss it' }).click()
}

async function syncNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sync now' }).click()
}
