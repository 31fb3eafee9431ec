import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../exercises/data/catalogue.ts'
import { chunks, stillOpen } from './chunks.ts'
import { plan, setsOf } from './fixtures-plan.ts'
import { sentence } from './fixtures-words.ts'
import { readImport } from './read.ts'

describe('any order, any headers', () => {
  const rows = [
    ['Session', 'When performed (date)', 'Lift', 'Number of reps', 'Weight lifted (lbs)', 'Mood', 'RIR'],
    ['Upper', '2025-03-01 10:00', 'Bench Press', '5', '185', 'good', '2'],
    ['Upper', '2025-03-01 10:00', 'Bench Press', '5', '190', 'good', '1'],
  ]

  test('columns are known by name and unit wherever they stand; one that is not known is passed over', () => {
    for (const turn of [0, 1, 2, 3, 4, 5, 6]) {
      const text = rows.map((row) => [...row.slice(turn), ...row.slice(0, turn)].join('\t')).join('\r\n')
      const { workouts, open } = plan(text, {})
      expect(open).toEqual([])
      expect(workouts[0]?.workout.title).toBe('Upper')
      expect(setsOf(workouts).map(({ loadG, reps, rir2 }) => [loadG, reps, rir2])).toEqual([
        [83_915, 5, 4],
        [86_183, 5, 2],
      ])
    }
  })

  test('a header that says nothing is asked, with a guess from what is below it, and the answer is enough', () => {
    const text = 'A,B,Reps,kg\n2025-03-01 10:00,Bench Press,5,80\n2025-03-02 11:00,Deadlift,3,140\n'
    const read = readImport(text, { fileName: 'x.csv' })
    expect(read.questions.flatMap((q) => (q.kind === 'column' ? [[q.role, q.guess]] : []))).toEqual([
      ['start', 0],
      ['exercise', 1],
    ])
    const answered = plan(text, { columns: { 0: 'start', 1: 'exercise' } })
    expect(answered.open).toEqual([])
    expect(answered.workouts.map(({ entries }) => entries[0]?.entry.exerciseId)).toEqual(['bench-press', 'deadlift'])
  })

  test('a file without any header is read by its answers', () => {
    const text = '2025-03-01 10:00,Bench Press,5,80\n2025-03-01 10:00,Bench Press,4,80\n'
    const answered = plan(text, { columns: { 0: 'start', 1: 'exercise', 2: 'reps', 3: 'load' }, loadUnit: 'kg' })
    expect(setsOf(answered.workouts).map(({ reps }) => reps)).toEqual([5, 4])
  })

  test('FitNotes: days without times, kg and lb side by side, time as a duration', () => {
    const text = `Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind
2025-03-01,Bench Press,Chest,61.23,135,5,,,,,
2025-03-01,Running,Cardio,,,,5.2,km,0:26:10,easy,`
    const { workouts, warnings } = plan(text, {})
    const [bench, run] = setsOf(workouts)
    expect(bench).toMatchObject({ enteredLoad: '135', enteredUnit: 'lb', loadG: 61_235, reps: 5 })
    expect(run).toMatchObject({ distanceM: 5200, durationMs: 1_570_000, notes: 'easy' })
    expect(warnings.map(sentence)).toEqual(['The file has days without times: these workouts are put at noon.'])
  })

  test('Liftosaur: what was done, not what was asked', () => {
    const text = `Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,Completed RPE,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,Notes
2025-03-01T10:00:00Z,GZCLP,Day 1,Squat,1,5,5,0,,,40,kg,40,kg,
2025-03-01T10:00:00Z,GZCLP,Day 1,Squat,0,3,4,1,8,8.5,100,kg,102.5,kg,
`
    const { workouts } = plan(text, {})
    expect(setsOf(workouts).map(({ kind, reps, loadG, rir2 }) => [kind, reps, loadG, rir2])).toEqual([
      ['warmup', 5, 40_000, null],
      ['normal', 4, 102_500, 3],
    ])
    expect(workouts[0]?.workout.startedAt).toBe(Date.UTC(2025, 2, 1, 10))
  })

  test('StrongLifts: sets side by side, unused ones left out', () => {
    const text = `Date (yyyy/mm/dd),Workout,Exercise,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG),Set 3 (Reps),Set 3 (KG)
2025/03/01,A,Squat,5,100,5,100,0,0
`
    expect(setsOf(plan(text, {}).workouts).map(({ reps, loadG }) => [reps, loadG])).toEqual([
      [5, 100_000],
      [5, 100_000],
    ])
  })

  test('the same exercise twice in a workout stays two entries', () => {
    const head = 'title,start_time,end_time,exercise_title,superset_id,set_index,set_type,weight_kg,reps'
    const at = 'A,"1 Mar 2025, 10:00","1 Mar 2025, 11:00"'
    const text = `${head}\n${at},Plank,,0,normal,,10\n${at},Squat (Barbell),,0,normal,100,5\n${at},Plank,,0,normal,,12\n${at},Plank,,0,normal,,14\n`
    const [workout] = plan(text, {}).workouts
    expect(workout?.entries.map(({ entry, sets }) => [entry.exerciseId, sets.length])).toEqual([
      ['plank', 1],
      ['back-squat', 1],
      ['plank', 1],
      ['plank', 1],
    ])
  })

  test('03/04/2025 is asked, not guessed in silence', () => {
    const text = 'Date,Exercise,Reps\n03/04/2025 10:00,Squat,5\n'
    expect(plan(text, {}).open.map(({ kind }) => kind)).toEqual(['dateOrder'])
    expect(plan(text, { dateOrder: 'mdy' }).workouts[0]?.workout.startedAt).toBe(Date.UTC(2025, 2, 4, 9))
    expect(plan(text, { dateOrder: 'dmy' }).workouts[0]?.workout.startedAt).toBe(Date.UTC(2025, 3, 3, 8))
  })
})

describe('exercises', () => {
  const text = (name: string) =>
    `Date,Exercise,Weight (kg),Reps\n2025-03-01 10:00,${name},60,8\n2025-03-01 10:00,${name},60,7\n`

  test('an unknown name is asked with candidates; a choice, an own exercise and leaving out are all answers', () => {
    const asked = plan(text('Bench Pres Barbell wide'), {})
    expect(asked.unsure).toMatchObject([{ name: 'Bench Pres Barbell wide', rows: 2 }])
    expect(asked.unsure[0]?.candidates[0]?.exerciseId).toContain('bench-press')
    const open = stillOpen(asked)
    expect(open && sentence(open)).toBe(
      'Say which exercises “Bench Pres Barbell wide” are before importing export.csv.',
    )
    expect(() => [...chunks(asked, 'batch')]).toThrow('not all is answered')
    const chosen = plan(text('Bench Pres Barbell wide'), { exercises: { 'Bench Pres Barbell wide': 'bench-press' } })
    expect(chosen.workouts[0]?.entries[0]?.entry.exerciseId).toBe('bench-press')
    const own = plan(text('Zork Machine Curl'), { exercises: { 'Zork Machine Curl': 'own' } })
    expect(own.newExercises).toMatchObject([{ name: 'Zork Machine Curl', equipment: 'machine', measure: 'load_reps' }])
    expect(own.workouts[0]?.entries[0]?.entry.exerciseId).toBe(own.newExercises[0]?.id)
    const skipped = plan(text('Zork'), { exercises: { Zork: 'skip' } })
    expect(skipped.workouts).toEqual([])
  })

  test('what became an own exercise is found by its name the next time', () => {
    const first = plan(text('Zork'), { exercises: { Zork: 'own' } })
    const again = plan(text('Zork'), {}, { exercises: [...CATALOGUE, ...first.newExercises] })
    expect(again.unsure).toEqual([])
    expect(again.newExercises).toEqual([])
    expect(again.workouts).toEqual(first.workouts)
  })
})
