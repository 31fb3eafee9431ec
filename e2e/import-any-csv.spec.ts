/** A diary of no app that we know: its columns are said by hand, once. */
import { expectAllOnServer, openOwnLog, openTrain } from './support/athlete.ts'
import { chooseFile, importAll, workoutsOf } from './support/import.ts'
import { expect, expectCleanReceipts, test } from './support/story.ts'

const diary = (month: number) =>
  ['Wann;Was;Soviel;Erster;Zweiter;Laune']
    .concat([1, 2].map((day) => `0${day}.0${month}.2025;Bench Press;8${day};5;${day + 2};gut`))
    .join('\n')

test('import-any-csv: unknown headers, columns said by hand, two sets a line; the second file of these headers needs nothing', async ({
  athlete,
  database,
}) => {
  const { person: ida, page } = await athlete('Ida')
  await openOwnLog(page)
  await openTrain(page, '/you/import')
  await chooseFile(page, 'january.csv', diary(1))
  await expect(page.getByText('january.csv doesn’t look like workouts')).toBeVisible()
  await page.getByRole('button', { name: 'Several sets' }).click()
  const columns = page.getByRole('group').filter({ hasText: 'columns are read' })
  const said = { Wann: 'Date', Was: 'Exercise', Soviel: 'Weight', Erster: 'Reps', Zweiter: 'Reps', Laune: 'Notes' }
  for (const [header, holds] of Object.entries(said)) {
    await columns.getByLabel(header, { exact: true }).selectOption({ label: holds })
  }
  await expect(page.getByText('6 of 6 columns are read')).toBeVisible()
  await page.getByRole('button', { name: /^Kilograms/ }).click()
  await expect(page.getByText('2 × Bench press').first()).toBeVisible()
  await importAll(page, 2)

  await openTrain(page, '/you/import')
  await chooseFile(page, 'february.csv', diary(2))
  await expect(page.getByText('Read like january.csv, which has the same columns')).toBeVisible()
  await importAll(page, 2)
  await expectAllOnServer(page)
  expect(await workoutsOf(database, ida)).toBe(4)
  await expectCleanReceipts(database, ida)
})
