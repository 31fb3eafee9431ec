/** 800 for 80: asked about on the row, at once and without a signal, and never celebrated before it is kept. */
import {
  addExercise,
  exercise,
  expectOnServer,
  finishWorkout,
  logSet,
  openOwnLog,
  openTrain,
  row,
  startWorkout,
  tab,
  type,
  waitReadyOffline,
} from './support/athlete.ts'
import { expect, test } from './support/story.ts'

test('typo-is-asked: 800 for 80 is asked about where it stands; corrected it is gone, kept it is a record', async ({
  athlete,
  device,
}) => {
  const { person: ana, phone, page } = await athlete('Ana')
  await openOwnLog(page)
  await waitReadyOffline(page)
  await openTrain(page)
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  for (const number of [1, 2]) await logSet(page, 'Bench press', number, { load: '80', reps: '5' })
  await finishWorkout(page)
  await tab(page, 'Today')
  await startWorkout(page)
  await addExercise(page, 'Bench press')
  await phone.context.setOffline(true)
  const block = exercise(page, 'Bench press')
  await logSet(page, 'Bench press', 1, { load: '800', reps: '5' })
  await expect(block.getByText('800 × 5? Last time 80 × 5')).toBeVisible()
  await expect(block.getByText(/e1RM|heaviest/)).toHaveCount(0)
  await block.getByRole('button', { name: 'Correct Set 1' }).click()
  await type(row(page, 'Bench press', 1).getByRole('button', { name: /^kg of / }), '80')
  await expect(block.getByText(/Last time 80/)).toHaveCount(0)

  await logSet(page, 'Bench press', 2, { load: '170', reps: '5' })
  await expect(block.getByText('170 × 5? Last time 80 × 5')).toBeVisible()
  await block.getByRole('button', { name: 'Keep 170 × 5 of Set 2' }).press('Enter')
  // The question goes and leaves the focus with its set.
  await expect(row(page, 'Bench press', 2).getByRole('button', { name: /^Set 2 is done/ })).toBeFocused()
  await expect(block.getByText(/^best e1RM/)).toBeVisible()
  await phone.context.setOffline(false)
  await page.reload()
  await expect(block.getByText(/^best e1RM/)).toBeVisible()
  await expect(block.getByText(/Last time 80/)).toHaveCount(0)

  // Another device takes it over and is told what was kept.
  await expectOnServer(page, 'Bench press', 2)
  const tablet = await device()
  await tablet.signInAs(ana)
  await openOwnLog(tablet.page)
  await tablet.page.getByRole('button', { name: 'Go on here' }).click()
  const there = exercise(tablet.page, 'Bench press')
  await expect(there.getByText(/^best e1RM/)).toBeVisible()
  await expect(there.getByText(/Last time 80/)).toHaveCount(0)
})
