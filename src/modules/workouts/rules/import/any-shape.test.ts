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
