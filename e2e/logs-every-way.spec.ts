/** The ways of a set beyond one after the other: in turn, going on from the last, on each side, by the clock. */
import type { Page } from '@playwright/test'
import {
  addExercise,
  chooseExercise,
  closePad,
  exercise,
  expectAllOnServer,
  leaveWorkout,
  logSet,
  openOwnLog,
  row,
  startWorkout,
  type,
} from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { expect, test } from './support/story.ts'

const menuOf = (page: Page, name: string) => page.getByRole('button', { name: `Menu of ${name}` }).click()

test('logs-every-way: in turn with the rest after the round, a drop behind the last set, each side on its own', async ({
  athlete,
  database,
}) => {
  const { person, page } = await athlete('Ada')
  await openOwnLog(page)
  await startWorkout(page)
  await page.getByRole('button', { name: 'Add exercise', exact: true }).click()
  const picker = page.getByRole('dialog')
  for (const name of ['Bench press', 'One-arm dumbbell row']) await chooseExercise(page, name)
  await picker.getByRole('button', { name: 'As a superset' }).click()
  const rest = page.getByRole('region', { name: 'Rest timer' })
  await logSet(page, 'Bench press', 1, { load: '60', reps: '8' })
  await expect(rest).toHaveCount(0)

  // The row is done on one side at a time.
  await menuOf(page, 'One-arm dumbbell row')
  await page.getByRole('switch', { name: /^Log each side/ }).check()
  // Between the sides a short rest, by the one timer there is.
  for (let n = 0; n < 4; n++) await page.getByRole('button', { name: '5 seconds more between the sides' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Rest 0:20 between the sides of Set 1' }).click()
  await expect(rest).toContainText('Rest, of 0:20')
  const first = row(page, 'One-arm dumbbell row', 1)
  await type(first.getByRole('button', { name: /^kg of / }), '30')
  await type(first.getByRole('button', { name: /^Left of / }), '10')
  await type(first.getByRole('button', { name: /^Right of / }), '9')
  await closePad(page)
  await first.getByRole('button', { name: /^Check / }).click()
  await expect(first).toHaveAccessibleName(/30 kilograms, 10 reps left, 9 reps right, done/)
  await expect(rest).toContainText(/Rest, of [1-9]:/)

  // On from the set that was done, a fifth lighter.
  await row(page, 'Bench press', 1)
    .getByRole('button', { name: /^Set 1: kind/ })
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Go on from Set 1: Drop/ })
    .click()
  const drop = exercise(page, 'Bench press').getByRole('row', { name: /^Drop set,/ })
  await expect(drop).toHaveAccessibleName(/48 kilograms, 8 reps/)
  await drop.getByRole('button', { name: /^Check / }).click()
  await expect(drop).toHaveAccessibleName(/, done, /)

  await leaveWorkout(page)
  await expectAllOnServer(page)
  const rows = await asAdmin(
    database.admin,
    (sql) => sql`
    select s.kind, s.load_g, s.reps, s.reps_right, e.superset from logged_set s
    join workout_exercise e on e.athlete_id = s.athlete_id and e.id = s.entry_id
    where s.athlete_id = ${person.userId} and s.done_at is not null order by s.done_at`,
  )
  expect(rows.map((one) => ({ ...one }))).toEqual([
    { kind: 'normal', load_g: 60_000, reps: 8, reps_right: null, superset: 1 },
    { kind: 'normal', load_g: 30_000, reps: 10, reps_right: 9, superset: 1 },
    { kind: 'drop', load_g: 48_000, reps: 8, reps_right: null, superset: 1 },
  ])
})

test('logs-every-way: a plank and a row over a distance by their own clocks, and rounds of work and rest that log themselves', async ({
  athlete,
}) => {
  const { page } = await athlete('Bo')
  await page.clock.install()
  await openOwnLog(page)
  await startWorkout(page)
  await addExercise(page, 'Plank')
  const first = row(page, 'Plank', 1)
  await type(first.getByRole('button', { name: /^Time of / }), '45', '0:45')
  await closePad(page)
  await page.getByRole('button', { name: 'Start the clock of Set 1: 0:45, then it is logged' }).click()
  await expect(page.getByText('Get ready', { exact: true })).toBeVisible()
  await page.clock.fastForward(6000)
  await expect(page.getByText('Go', { exact: true })).toBeVisible()
  await page.clock.fastForward(46_000)
  await expect(first).toHaveAccessibleName(/0:45, done, /)

  await menuOf(page, 'Plank')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^By the clock/ })
    .click()
  await page.getByRole('radio', { name: 'Work and rest' }).check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Start the clock of Set 2: 0:20 of work, 0:10 of rest/ }).click()
  await page.clock.fastForward(6000)
  await page.clock.fastForward(21_000)
  await expect(row(page, 'Plank', 2)).toHaveAccessibleName(/0:20, done, /)
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible()
  await page.clock.fastForward(30_000)
  await expect(row(page, 'Plank', 3)).toHaveAccessibleName(/0:20, done, /)
  await expect(page.getByRole('button', { name: /^Start the clock/ })).toHaveCount(0)

  // Over a distance the clock counts up, and what it found out is asked for its distance where none was typed.
  await addExercise(page, 'Rowing machine')
  const [rowed, again] = [row(page, 'Rowing machine', 1), row(page, 'Rowing machine', 2)]
  const timeIt = async (set: string) => {
    await page.getByRole('button', { name: `Start the clock of ${set}: counts up until you stop it` }).click()
    await page.clock.fastForward(6000)
    await page.clock.fastForward(120_000)
    await page.getByRole('button', { name: `Stop the clock and log ${set}` }).click()
  }
  await timeIt('Set 1')
  await expect(page.getByRole('region', { name: 'Number pad: Distance' })).toBeVisible()
  await type(rowed.getByRole('button', { name: /^(km|mi) of / }), '0.5')
  await closePad(page)
  await rowed.getByRole('button', { name: /^Check / }).click()
  await expect(rowed).toHaveAccessibleName(/0\.5 (kilometres|miles), 2:0\d, done, /)
  // Last time's time is no limit of this one.
  await timeIt('Set 2')
  await expect(again).toHaveAccessibleName(/0\.5 (kilometres|miles), 2:0\d, done, /)
})
