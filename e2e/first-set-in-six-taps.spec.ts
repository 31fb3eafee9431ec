/**
 * Somebody new: from the front door to a set that is safe, before there is an account. Every tap but those of the number
 * pad, which are the typing, is counted; what it takes of the sixty seconds is in the benchmark `phone`.
 */
import type { Locator, Page } from '@playwright/test'
import { expectOnPhone, openTrain, row, tab, waitReadyOffline } from './support/athlete.ts'
import { PHONE } from './support/device.ts'
import { logFirstSet } from './support/first-set.ts'
import { storedRows } from './support/stored.ts'
import { expect, test } from './support/story.ts'

const MOST_TAPS = 6

/** The sets that are done, of the guest's log as IndexedDB holds them, however the app came to show them. */
async function storedSets(page: Page): Promise<{ reps: unknown; loadG: unknown }[]> {
  const done = (await storedRows(page, 'logged_set')).filter(({ doneAt }) => doneAt)
  return done.map(({ reps, loadG }) => ({ reps, loadG }))
}

const PHONES = [
  { locale: 'en-US', unit: 'lb', week: 'Sun', distance: 'miles', keys: '135', shown: '135 pounds', loadG: 61_235 },
  { locale: 'fi-FI', unit: 'kg', week: 'ma', distance: 'km', keys: '62.5', shown: '62,5 kilograms', loadG: 62_500 },
] as const

for (const { locale, unit, week, distance, keys, shown, loadG } of PHONES) {
  test(`first-set-in-six-taps: a phone in ${locale}, from the front door to a set in ${unit}, without an account`, async ({
    app,
    device,
  }) => {
    const phone = await device({ ...PHONE, locale })
    const { page } = phone
    let taps = 0
    const hand = {
      tap: async (target: Locator) => {
        taps += 1
        await target.tap()
      },
      key: (target: Locator) => target.tap(),
    }
    // One screen, three ways in, nothing in front of them; the units are said before anything is logged in them.
    await logFirstSet(page, hand, { unit, load: keys, reps: '8' }, async () => {
      for (const [name, value] of [
        ['Weights in', unit],
        ['Distances in', distance],
        ['Weeks start on', week],
      ] as const) {
        await expect(page.getByRole('group', { name }).getByRole('radio', { name: value })).toBeChecked()
      }
    })
    await expectOnPhone(page, 'Bench press', 1)
    expect(taps).toBeLessThanOrEqual(MOST_TAPS)
    expect(await storedSets(page)).toEqual([{ reps: 8, loadG }])

    // And it is there tomorrow, on a phone without a signal.
    await openTrain(page)
    await waitReadyOffline(page)
    await app.kill()
    await (await phone.cdp()).send('Network.clearBrowserCache')
    await phone.kill()
    await phone.open()
    await openTrain(phone.page, '/workout')
    await expect(row(phone.page, 'Bench press', 1)).toHaveAccessibleName(new RegExp(`${shown}, 8 reps, .*done`))
    // What was shown is what the log goes on in.
    await openTrain(phone.page, '/you')
    await expect(
      phone.page.getByRole('main').getByRole('radio', { name: unit === 'lb' ? /lb|ound/ : /kg|ilogram/ }),
    ).toBeChecked()
    await app.start()
  })
}

test('first-set-in-six-taps: a unit is one tap from the other, and the choice holds', async ({ device }) => {
  const { page } = await device({ ...PHONE, locale: 'en-US' })
  await openTrain(page)
  await page.getByRole('group', { name: 'Weights in' }).getByRole('radio', { name: 'kg' }).check()
  await tab(page, 'You')
  await expect(page.getByRole('main').getByRole('radio', { name: 'kg' })).toBeChecked()
  await openTrain(page)
  await expect(page.getByRole('group', { name: 'Weights in' }).getByRole('radio', { name: 'kg' })).toBeChecked()
  await expect(page.getByRole('group', { name: 'Distances in' }).getByRole('radio', { name: 'miles' })).toBeChecked()
})
