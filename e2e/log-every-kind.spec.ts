/** What can be logged besides plain sets: kinds, effort, notes, time, distance, help and added weight; swap and removal. */
import type { Page } from '@playwright/test'
import {
  addExercise,
  closePad,
  exercise,
  expectAllOnServer,
  finishWorkout,
  leaveWorkout,
  openDoneSet,
  openTrain,
  row,
  startWorkout,
  type,
} from './support/athlete.ts'
import { asAdmin } from './support/database.ts'
import { expect, test } from './support/story.ts'

/** Opens a set's sheet by the row's number in the table, changes it, and closes it as a thumb does. */
async function inSheet(page: Page, opener: RegExp, change: (sheet: ReturnType<Page['getByRole']>) => Promise<void>) {
  await exercise(page, 'Bench press').getByRole('button', { name: opener }).click()
  const sheet = page.getByRole('dialog')
  await change(sheet)
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
}

test('log-every-kind: kinds, effort and notes; reps, time, distance, help and added weight, each as it was typed', async ({
  athlete,
  database,
}) => {
  const { person: ida, page } = await athlete('Ida')
  await openTrain(page)
  await startWorkout(page)

  // A warm-up takes no number: the next set is the first.
  await addExercise(page, 'Bench press')
  const bench = exercise(page, 'Bench press')
  await inSheet(page, /^Set 1: kind/, async (sheet) => {
    await sheet.getByRole('radio', { name: 'Warm-up' }).check()
    await sheet.getByLabel('Note').fill('Left wrist stiff')
  })
  const fill = async (
    set: ReturnType<typeof row>,
    figures: readonly (readonly [cell: RegExp, text: string, shown?: string])[],
  ) => {
    for (const [cell, text, shown] of figures) await type(set.getByRole('button', { name: cell }), text, shown)
    await closePad(page)
    await set.getByRole('button', { name: /^Check / }).click()
    await expect(set).toHaveAccessibleName(/, done, /)
  }
  await fill(bench.getByRole('row', { name: /^Warm-up,/ }), [
    [/^kg of /, '60'],
    [/^Reps of /, '10'],
  ])
  await fill(row(page, 'Bench press', 1), [
    [/^kg of /, '102.5'],
    [/^Reps of /, '5'],
    [/^RPE of /, '8.5'],
  ])
  // The rest runs in the foreground and says what comes next.
  const rest = page.getByRole('region', { name: 'Rest timer' })
  await expect(rest).toContainText('Bench press')
  await expect(rest).toContainText('Rest, of 3:00')
  await rest.getByRole('button', { name: '15 seconds more rest' }).click()
  await expect(rest).toContainText('Rest, of 3:15')
  await rest.getByRole('button', { name: 'Skip' }).click()
  await expect(rest).toHaveCount(0)
  await fill(row(page, 'Bench press', 2), [[/^Reps of /, '4']])
  await inSheet(page, /^Set 2: kind/, (sheet) => sheet.getByRole('radio', { name: 'Failure' }).check())
  await bench.getByRole('button', { name: 'Add a set to Bench press' }).click()
  await inSheet(page, /^Set 3: kind/, (sheet) => sheet.getByRole('radio', { name: 'Drop' }).check())
  await fill(bench.getByRole('row', { name: /^Drop set,/ }), [
    [/^kg of /, '80'],
    [/^Reps of /, '6'],
  ])
  // With help more goes up than ever, and it is no record.
  await bench.getByRole('button', { name: 'Add a set to Bench press' }).click()
  await inSheet(page, /^Set 3: kind/, (sheet) => sheet.getByRole('radio', { name: 'Forced' }).check())
  const forced = bench.getByRole('row', { name: /^Set 3 with help,/ })
  await fill(forced, [
    [/^kg of /, '130'],
    [/^Reps of /, '3'],
  ])
  await expect(forced).toContainText('3FR')
  // Taken back, and done again.
  await openDoneSet(page, bench, /^Drop set is done/)
  await page.getByRole('dialog').getByRole('button', { name: 'Not done after all' }).click()
  await expect(bench.getByRole('row', { name: /^Drop set,/ })).toHaveAccessibleName(/not done$/)
  // A finger that taps twice has checked it, and nothing lies over the workout.
  await bench.getByRole('button', { name: /^Check Drop set/ }).dblclick()
  await expect(bench.getByRole('button', { name: /^Drop set is done/ })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await bench.getByRole('button', { name: 'Menu of Bench press' }).click()
  await page.getByRole('dialog').getByText('Note', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Note on Bench press' }).fill('Narrower grip next time')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()

  await addExercise(page, 'Plank')
  await fill(row(page, 'Plank', 1), [[/^Time of /, '130', '1:30']])
  await expect(row(page, 'Plank', 1)).toHaveAccessibleName(/1:30/)
  await addExercise(page, 'Rowing machine')
  await fill(row(page, 'Rowing machine', 1), [
    // A phone in British English runs in miles.
    [/^mi of /, '2.5'],
    [/^Time of /, '945', '9:45'],
  ])
  await addExercise(page, 'Assisted pull-up')
  await fill(row(page, 'Assisted pull-up', 1), [
    [/^−kg of /, '20'],
    [/^Reps of /, '8'],
  ])
  await addExercise(page, 'Pull-up')
  await fill(row(page, 'Pull-up', 1), [[/^Reps of /, '9']])

  // Swapped before anything was done: the exercise changes in its place. Removed, and put back.
  await addExercise(page, 'Deadlift')
  await exercise(page, 'Deadlift').getByRole('button', { name: 'Menu of Deadlift' }).click()
  await page.getByRole('dialog').getByText('Swap', { exact: true }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('Romanian deadlift')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Romanian deadlift\b/ })
    .first()
    .click()
  await expect(exercise(page, 'Romanian deadlift')).toBeVisible()
  await expect(exercise(page, 'Deadlift')).toHaveCount(0)
  await exercise(page, 'Plank').getByRole('button', { name: 'Menu of Plank' }).click()
  await page.getByRole('dialog').getByText('Remove exercise').click()
  await expect(exercise(page, 'Plank')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, 'Plank', 1)).toHaveAccessibleName(/1:30, done, /)

  // Left and come back to: all of it is as it was.
  await leaveWorkout(page)
  await page.getByRole('button', { name: /^Resume / }).click()
  await expect(row(page, 'Bench press', 1)).toHaveAccessibleName(/^Set 1, 102.5 kilograms, 5 reps, RPE 8.5, done, /)
  await finishWorkout(page)
  await expect(page.getByRole('main')).toContainText('Narrower grip next time')
  await expect(page.getByRole('main')).toContainText('Left wrist stiff')
  await page.getByRole('link', { name: 'Today' }).click()
  await expectAllOnServer(page)

  const rows = await asAdmin(
    database.admin,
    (sql) => sql`
      select e.exercise_id, s.kind, s.load_mode, s.entered_load, s.load_g, s.reps, s.rir2, s.duration_ms, s.distance_m, s.notes
      from logged_set s join workout_exercise e on e.athlete_id = s.athlete_id and e.id = s.entry_id
      where s.athlete_id = ${ida.userId} and not s.deleted and s.done_at is not null
      order by e.position, s.position`,
  )
  const told = rows.map((set) =>
    [
      ...[set.exercise_id, set.kind, set.load_mode, set.entered_load && `${set.entered_load}=${set.load_g}`],
      ...[
        set.reps && `×${set.reps}`,
        set.rir2 !== null && `rir2 ${set.rir2}`,
        set.duration_ms && `${set.duration_ms} ms`,
      ],
      ...[set.distance_m && `${Number(set.distance_m)} m`, set.notes],
    ]
      .filter(Boolean)
      .join(' '),
  )
  expect(told).toEqual([
    'bench-press warmup external 60=60000 ×10 Left wrist stiff',
    'bench-press normal external 102.5=102500 ×5 rir2 3',
    'bench-press failure external 102.5=102500 ×4',
    'bench-press drop external 80=80000 ×6',
    'bench-press forced external 130=130000 ×3',
    'plank normal bodyweight 90000 ms',
    'rowing-machine normal none 585000 ms 4023 m',
    'assisted-pull-up normal assisted 20=20000 ×8',
    'pull-up normal bodyweight_plus ×9',
  ])
})
