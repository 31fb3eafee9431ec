import { expect, test } from 'vitest'
import { CATALOGUE } from '../../../exercises/data/catalogue.ts'
import { exercises } from '../../../exercises/model.ts'
import { editExerciseDetails, removeExerciseDetails } from '../../../exercises/mutators.ts'
import { workoutExercises, workouts } from '../../model.ts'
import { removeBatch } from '../../mutators/import.ts'
import { keepInMemory, planned, workerThatGives } from './fixtures-import.ts'
import { NOW, phoneOfGuest } from './fixtures-phone.ts'
import { exercisesOnlyOf } from './import-exercises.ts'
import { createImportRun } from './import-run.ts'

const NAMES = ['Garage zercher thing', 'Atlas stone over bar', 'Sandbag yoke']
const LINES = NAMES.flatMap((name, i) => [1, 2].map((day) => `2026-0${day}-1${i} 18:00,${name},60,5`))
const FILE = new File([['Date,Exercise,Weight (kg),Reps', ...LINES].join('\n')], 'mine.csv')

async function setUp() {
  const phone = await phoneOfGuest()
  const run = createImportRun({
    phone,
    keep: keepInMemory(),
    exercises: () => [...CATALOGUE],
    zone: 'Europe/Berlin',
    openWorker: () => workerThatGives(Number.POSITIVE_INFINITY),
    now: () => NOW,
  })
  const bringIn = async () => {
    run.reset()
    run.choose(FILE)
    await planned(run)
    run.answer({ exercises: Object.fromEntries(NAMES.map((name) => [name, 'own'])) })
    await planned(run)
    await run.start()
    expect(run.get().step).toBe('done')
  }
  const own = () => phone.read((rows) => rows.all(exercises))
  const only = (ids: readonly string[]) => phone.read((rows) => exercisesOnlyOf(rows, new Set(ids)))
  await bringIn()
  const all = await phone.read((rows) => rows.all(workouts))
  return { phone, bringIn, own, only, all, ids: all.map(({ id }) => id) }
}

test('an import that is taken out takes the exercises along that only it needed, not what is the athlete’s', async () => {
  const { phone, own, only, ids } = await setUp()
  const [first, second, third] = (await own()).map(({ id }) => id) as [string, string, string]
  expect((await only(ids)).sort()).toEqual([first, second, third].sort())

  const [use] = await phone.read((rows) => rows.find(workoutExercises, 'exerciseId', first))
  expect((await only(ids.filter((id) => id !== use?.workoutId))).sort(), 'used elsewhere').toEqual(
    [second, third].sort(),
  )
  await phone.mutate(editExerciseDetails, { id: second, fields: { name: 'My own name' } })
  expect((await only(ids)).sort(), 'named by the athlete').toEqual([first, third].sort())
})

test('what went with an import comes back with its file, as it was', async () => {
  const { phone, bringIn, own, only, all, ids } = await setUp()
  const [first] = await own()
  await phone.mutate(editExerciseDetails, { id: first?.id ?? '', fields: { notes: 'Slowly' } })
  const unused = await only(ids)
  await phone.mutate(removeBatch, { id: all[0]?.batchId ?? '' })
  for (const id of unused) await phone.mutate(removeExerciseDetails, { id })
  expect(await own()).toEqual([])
  await bringIn()
  const back = await own()
  expect(back.map(({ name }) => name).sort()).toEqual([...NAMES].sort())
  expect(back.find(({ id }) => id === first?.id)?.notes).toBe('Slowly')
})
