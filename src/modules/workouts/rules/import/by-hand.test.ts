/** Files of no app that we know: their columns are said by hand, a set in a line or several. */
import { describe, expect, test } from 'vitest'
import { plan, setsOf } from './fixtures-plan.ts'
import { readImport } from './read.ts'
import { headerKey, kept } from './remembered.ts'
import type { ImportAnswers } from './shapes.ts'

const DIARY = `Wann;Was;Soviel;Wie oft;Danach
01.03.2025 18:00;Bench Press;80;5;gut
01.03.2025 18:00;Bench Press;80;4;
03.03.2025 18:00;Deadlift;140;3;müde
`
const DIARY_ANSWERS: ImportAnswers = {
  columns: { 0: 'start', 1: 'exercise', 2: 'load', 3: 'reps', 4: 'notes' },
  loadUnit: 'kg',
}
const figures = (text: string, answers: ImportAnswers) =>
  setsOf(plan(text, answers).workouts).map(({ loadG, reps, notes }) => [loadG, reps, notes])

describe('one set in a line', () => {
  test('nothing is guessed about headers that nobody knows; said by hand they are enough', () => {
    expect(plan(DIARY, {}).open.length).toBeGreaterThan(0)
    expect(plan(DIARY, DIARY_ANSWERS).open).toEqual([])
    expect(figures(DIARY, DIARY_ANSWERS)).toEqual([
      [80_000, 5, 'gut'],
      [80_000, 4, ''],
      [140_000, 3, 'müde'],
    ])
  })

  test('a column that was taken for something else can be told to be another, and left out', () => {
    const text = 'Date,Exercise,Weight (kg),Reps,Distance\n2025-03-01 18:00,Bench Press,80,5,9\n'
    expect(figures(text, { columns: { 4: 'reps' } })).toEqual([[80_000, 9, '']])
    expect(figures(text, { columns: { 2: null } })).toEqual([[null, 5, '']])
    expect(setsOf(plan(text, { columns: { 4: null } }).workouts)[0]?.distanceM).toBeNull()
  })

  test('kinds of set by the words that people write', () => {
    const kinds = [
      'Warm-up',
      'Drop set',
      'To failure',
      'AMRAP',
      'Rest-pause',
      'Myo reps',
      'Partials',
      'Forced reps',
      'Tempo',
      'Isometric',
      'Work',
      '',
    ]
    const lines = kinds.map((kind) => `2025-03-01 18:00,Bench Press,80,5,${kind}`)
    const { workouts, warnings } = plan(['Date,Exercise,kg,Reps,Set type', ...lines].join('\n'), {})
    const read = setsOf(workouts).map(({ kind }) => kind)
    expect(read).toEqual([
      ...['warmup', 'drop', 'failure', 'amrap', 'restpause', 'myo', 'partial', 'forced', 'tempo', 'hold'],
      ...['normal', 'normal'],
    ])
    expect(warnings).toEqual([])
  })

  test('a day and a clock in two columns; three equal sets in one line', () => {
    const text = 'Day,At,What,How many,Reps,kg\n2025-03-01,18:05,Bench Press,3,8,60\n'
    const said = plan(text, { columns: { 0: 'start', 1: 'startTime', 2: 'exercise', 3: 'sets' } })
    expect(said.open).toEqual([])
    expect(said.workouts[0]?.workout.startedAt).toBe(Date.UTC(2025, 2, 1, 17, 5))
    expect(setsOf(said.workouts).map(({ reps, loadG }) => [reps, loadG])).toEqual([
      [8, 60_000],
      [8, 60_000],
      [8, 60_000],
    ])
    expect(new Set(setsOf(said.workouts).map(({ id }) => id)).size).toBe(3)
  })
})

describe('several sets in a line', () => {
  const WIDE = `Tag;Was;A;B;C;D;E;F
01.03.2025;Bench Press;80;5;82,5;4;85;0
01.03.2025;Deadlift;140;3;;;;
`
  const WIDE_ANSWERS: ImportAnswers = {
    columns: { 0: 'start', 1: 'exercise', 2: 'load', 3: 'reps', 4: 'load', 5: 'reps', 6: 'load', 7: 'reps' },
    layout: 'wide',
    loadUnit: 'kg',
  }

  test('said by hand: the first weight and the first reps are the first set; nought reps are no set', () => {
    expect(figures(WIDE, WIDE_ANSWERS)).toEqual([
      [80_000, 5, ''],
      [82_500, 4, ''],
      [140_000, 3, ''],
    ])
  })

  test('one weight is that of each set beside it', () => {
    const text = 'Date,Exercise,kg,Set 1,Set 2,Set 3\n2025-03-01,Bench Press,80,5,5,4\n2025-03-01,Pull Up,,8,,\n'
    expect(figures(text, {})).toEqual([
      [80_000, 5, ''],
      [80_000, 5, ''],
      [80_000, 4, ''],
      [null, 8, ''],
    ])
  })

  test('read side by side by its headers, it can be told to be one set a line', () => {
    const text = 'Date,Exercise,Reps 1,kg 1,Reps 2,kg 2\n2025-03-01,Bench Press,5,80,5,85\n'
    expect(figures(text, {})).toHaveLength(2)
    expect(figures(text, { layout: 'rows', columns: { 2: 'reps', 3: 'load' } })).toEqual([[80_000, 5, '']])
  })
})

describe('what was answered is known again', () => {
  const columnsOf = (text: string) => readImport(text, { fileName: 'x.csv' }).columns

  test('for the same headers in the same places, whatever is below them', () => {
    const other = DIARY.replace('80;5', '90;6')
    expect(headerKey(columnsOf(other))).toBe(headerKey(columnsOf(DIARY)))
    expect(headerKey(columnsOf(DIARY.replace('Soviel', 'Anders')))).not.toBe(headerKey(columnsOf(DIARY)))
    expect(headerKey(columnsOf(DIARY.replace('Wann;Was', 'Was;Wann')))).not.toBe(headerKey(columnsOf(DIARY)))
  })

  test('a file without headers is never taken for another', () => {
    expect(headerKey(columnsOf('2025-03-01 10:00,Bench Press,5,80\n2025-03-01 10:00,Bench Press,4,80\n'))).toBeNull()
  })

  test('the answers of the first file are all that the second needs', () => {
    const answers = kept({ ...DIARY_ANSWERS, exercises: { Drücken: 'bench-press' } })
    const second = DIARY.replaceAll('Bench Press', 'Drücken').replaceAll('.03.2025', '.04.2025')
    const { open, unsure, workouts } = plan(second, answers)
    expect([open, unsure]).toEqual([[], []])
    expect(workouts[0]?.entries[0]?.entry.exerciseId).toBe('bench-press')
  })
})
