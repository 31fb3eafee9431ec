/** The second file of one make: what was said about the first is known. */
import { expect, test } from 'vitest'
import { CATALOGUE } from '../../../exercises/data/catalogue.ts'
import { workouts } from '../../model.ts'
import { keepInMemory, planned, workerThatGives } from './fixtures-import.ts'
import { NOW, phoneOfGuest } from './fixtures-phone.ts'
import { createImportRun } from './import-run.ts'

const diary = (name: string, month: number) =>
  new File([`Wann;Was;Soviel;Wie oft\n0${month}.0${month}.2025 18:00;Drücken;80;5\n`], name)

test('columns, units and names are asked once for files with the same headers, and told from which file they are', async () => {
  const phone = await phoneOfGuest()
  const run = createImportRun({
    phone,
    keep: keepInMemory(),
    exercises: () => [...CATALOGUE],
    zone: 'Europe/Berlin',
    openWorker: () => workerThatGives(Number.POSITIVE_INFINITY),
    now: () => NOW,
  })
  run.choose(diary('first.csv', 1))
  expect(await planned(run)).toMatchObject({ rememberedOf: null })
  run.answer({ columns: { 0: 'start', 1: 'exercise', 2: 'load', 3: 'reps' }, loadUnit: 'lb', zone: 'America/Lima' })
  await planned(run)
  run.answer({ exercises: { Drücken: 'bench-press' } })
  await planned(run)
  await run.start()
  run.reset()

  run.choose(diary('second.csv', 2))
  const { plan, answers, rememberedOf } = await planned(run)
  expect(rememberedOf).toBe('first.csv')
  expect([plan?.open, plan?.unsure, plan?.counts.workouts]).toEqual([[], [], 1])
  // Where the phone is now is asked anew.
  expect(answers).toMatchObject({ loadUnit: 'lb' })
  expect(answers.zone).toBeUndefined()
  await run.start()
  expect(await phone.read((rows) => rows.all(workouts))).toHaveLength(2)

  run.reset()
  run.choose(new File(['Wann;Was;Anders;Wie oft\n03.03.2025 18:00;Drücken;80;5\n'], 'other.csv'))
  expect((await planned(run)).plan?.open.length).toBeGreaterThan(0)
})
