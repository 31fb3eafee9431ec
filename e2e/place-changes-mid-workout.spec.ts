/**
 * From the gym to the garage in the middle of a workout: what is done stays, what is not done becomes what the garage
 * has, shown before and after and taken back; the pad's plates and steps follow.
 */
import type { Page } from '@playwright/test'
import {
  addExercise,
  closePad,
  exercise,
  expectAllOnServer,
  finishWorkout,
  leaveWorkout,
  logSet,
  openOwnLog,
  openTrain,
  row,
  startWorkout,
  tab,
  type,
  waitReadyOffline,
} from './support/athlete.ts'
import { expectStored } from './support/stored.ts'
import { expect, setsOf, test } from './support/story.ts'

const pad = (page: Page) => page.getByRole('region', { name: /^Number pad: / })
const loadOf = (page: Page, name: string, number: number) =>
  row(page, name, number).getByRole('button', { name: /^(kg|lb) of / })

async function openPlaces(page: Page) {
  await page.getByRole('button', { name: 'Workout menu, finish' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Place/ })
    .click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText('Where do you train?')
  return sheet
}

test('place-changes-mid-workout: three taps make a place, the pad follows it, and moving on re-rounds what is not done', async ({
  athlete,
  database,
  device,
}) => {
  const { person: ida, phone, page } = await athlete('Ida')
  await openOwnLog(page)
  await waitReadyOffline(page)

  // Three taps and there is a garage: You, Places, what is nearest. Then what is not as there is corrected.
  await page.getByRole('button', { name: /^Places/ }).click()
  await page.getByRole('button', { name: /^Home rack/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home')
  await page.getByLabel('Name').fill('Garage')
  await page.getByLabel('Name').blur()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Garage')
  await page.getByLabel('Notes').fill('Key under the pot')
  await page.getByLabel('Notes').blur()
  // Two pairs of 20, one of 15, 10, 5 and 2.5: the 1.25 are lent.
  await page.getByRole('button', { name: 'Fewer 1.25 kg plates' }).click()
  await expect(page.getByRole('status', { name: '1.25 kg' })).toHaveText('none')
  await page.getByRole('group', { name: 'Dumbbells, row 1' }).getByLabel('In steps of').fill('4')
  await page.getByRole('group', { name: 'Dumbbells, row 1' }).getByLabel('In steps of').press('Enter')
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('button', { name: /^Garage/ })).toContainText('5 sizes of plates')

  // The only place is where one trains. The gym is made in the workout, where the bar is.
  await tab(page, 'Today')
  await startWorkout(page)
  await expect(page.locator('header').first()).toContainText('Garage')
  await expect(page.getByText('Key under the pot')).toBeVisible()
  let sheet = await openPlaces(page)
  await sheet.getByRole('button', { name: /^Add a place/ }).click()
  await sheet.getByRole('button', { name: /^Commercial gym in kg/ }).click()
  await expect(page.getByText('At Gym')).toBeVisible()
  await expect(page.locator('header').first()).toContainText('Gym')

  await addExercise(page, 'Back squat')
  await logSet(page, 'Back squat', 1, { load: '102.5', reps: '5' })
  await type(loadOf(page, 'Back squat', 2), '103')
  await expect(pad(page)).toContainText('103 can’t be loaded')
  await expect(pad(page)).toContainText('102.5 or 105')
  await pad(page).getByRole('button', { name: 'To 105 kg' }).click()
  await expect(pad(page)).toContainText('swap 1.25 for 2.5')
  await type(loadOf(page, 'Back squat', 2), '102.5')
  await type(loadOf(page, 'Back squat', 3), '17.5')
  await expect(pad(page)).toContainText('15 kg bar, each side')
  await closePad(page)

  await addExercise(page, 'Dumbbell bench press')
  await type(loadOf(page, 'Dumbbell bench press', 1), '23')
  await expect(pad(page)).toContainText('No 23 here')
  await expect(pad(page)).toContainText('22 or 24')
  await pad(page).getByRole('button', { name: 'To 24 kg' }).click()
  await expect(loadOf(page, 'Dumbbell bench press', 1)).toHaveAccessibleName(/: 24$/)
  await closePad(page)

  // How the rack is set here, and nowhere else.
  await page.getByRole('button', { name: 'Menu of Back squat' }).click()
  await page.getByRole('dialog').getByText('Note', { exact: true }).click()
  await page.getByRole('textbox', { name: 'At Gym, every time' }).fill('Rack 2, pins at 7')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(exercise(page, 'Back squat')).toContainText('Rack 2, pins at 7')
  await expect(page.getByText('Key under the pot')).toHaveCount(0)

  // On to the garage.
  sheet = await openPlaces(page)
  await sheet.getByRole('button', { name: /^Garage/ }).click()
  await expect(sheet).toContainText('3 sets change at Garage')
  await expect(sheet.getByRole('listitem').nth(0)).toHaveText(/Set 2.*102\.5.kg.*100.kg/)
  await expect(sheet.getByRole('listitem').nth(1)).toHaveText(/Set 3.*17\.5.kg.*20.kg/)
  await expect(sheet.getByRole('listitem').nth(2)).toHaveText(/Set 1.*24.kg.*22.kg/)
  // Until it is said nothing is changed.
  await expect(row(page, 'Back squat', 2)).toHaveAccessibleName(/102\.5/)
  await sheet.getByRole('button', { name: 'Change 3 sets' }).click()
  await expect(row(page, 'Back squat', 1)).toHaveAccessibleName(/102\.5 kilograms.*done/)
  await expect(loadOf(page, 'Back squat', 2)).toHaveAccessibleName(/: 100$/)
  await expect(loadOf(page, 'Back squat', 3)).toHaveAccessibleName(/: 20$/)
  await expect(loadOf(page, 'Dumbbell bench press', 1)).toHaveAccessibleName(/: 22$/)
  await expect(exercise(page, 'Back squat')).not.toContainText('Rack 2')

  // And back, as it was.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('header').first()).toContainText('Gym')
  await expect(loadOf(page, 'Back squat', 2)).toHaveAccessibleName(/: 102\.5$/)
  await expect(loadOf(page, 'Dumbbell bench press', 1)).toHaveAccessibleName(/: 24$/)
  await expect(exercise(page, 'Back squat')).toContainText('Rack 2, pins at 7')

  // Again, without a signal, and through a restart.
  await phone.setOffline(true)
  sheet = await openPlaces(page)
  await sheet.getByRole('button', { name: /^Garage/ }).click()
  await sheet.getByRole('button', { name: 'Change 3 sets' }).click()
  await expect(loadOf(page, 'Back squat', 2)).toHaveAccessibleName(/: 100$/)
  await expectStored(page, 'logged_set', { loadG: 22_000 })
  await phone.close()
  await phone.open()
  const again = phone.page
  await openTrain(again, '/workout')
  await expect(again.locator('header').first()).toContainText('Garage')
  await expect(exercise(again, 'Back squat')).toContainText('20 kg bar, 20 + 20 a side')
  await loadOf(again, 'Back squat', 2).click()
  await expect(pad(again)).toContainText('20 kg bar, each side')
  await closePad(again)
  await logSet(again, 'Back squat', 2, { reps: '5' })
  await type(loadOf(again, 'Back squat', 3), '110')
  await expect(pad(again)).toContainText('add 5')
  await closePad(again)
  await leaveWorkout(again)
  await phone.setOffline(false)
  await expectAllOnServer(again)
  expect(await setsOf(database, ida)).toMatchObject([
    { loadG: 102_500, reps: 5 },
    { loadG: 100_000, reps: 5 },
  ])

  // On the other phone the workout is at the same place; a place that is removed leaves it as it is.
  const other = await device()
  await other.signInAs(ida)
  await openTrain(other.page, '/you/places')
  await other.page.getByRole('button', { name: /^Garage/ }).click()
  await other.page.getByRole('button', { name: 'Remove this place' }).click()
  await expect(other.page.getByText('Garage removed')).toBeVisible()
  await expect(other.page.getByRole('button', { name: /^Garage/ })).toHaveCount(0)
  await openTrain(other.page, '/workout')
  await expect(row(other.page, 'Back squat', 2)).toHaveAccessibleName(/100 kilograms/)

  // And where it was can be said afterwards; what was lifted stays what it was.
  await finishWorkout(other.page)
  await other.page.getByRole('button', { name: 'Edit', exact: true }).click()
  await other.page.getByRole('button', { name: /^Place/ }).click()
  await other.page.getByRole('dialog').getByRole('button', { name: /^Gym/ }).click()
  await other.page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(other.page.locator('header').first()).toContainText('· Gym')
  await expectAllOnServer(other.page)
  expect(await setsOf(database, ida)).toMatchObject([{ loadG: 102_500 }, { loadG: 100_000 }])
})
