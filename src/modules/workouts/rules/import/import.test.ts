import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../exercises/data/catalogue.ts'
import { loggedSetRow, type WholeWorkout, workoutExerciseRow, workoutRow } from '../../model.ts'
import { CHUNK_BYTES, chunks } from './chunks.ts'
import { madeHistory } from './fixtures.ts'
import { HEVY_DATES, hevyCsv } from './fixtures-hevy.ts'
import { type StrongShape, strongCsv } from './fixtures-strong.ts'
import { type PlanContext, planImport, planImportSteps } from './plan.ts'
import { readImport, readImportSteps } from './read.ts'
import type { ImportAnswers } from './shapes.ts'

const history = madeHistory(7, 26)
const madeSets = history.flatMap(({ blocks }) => blocks.flatMap(({ sets }) => sets))
const context: PlanContext = {
  exercises: CATALOGUE,
  existing: [],
  zone: 'Europe/Berlin',
  now: Date.UTC(2026, 10, 23),
}
const UNITS: ImportAnswers = { loadUnit: 'kg', distanceUnit: 'km' }

const plan = (text: string, answers: ImportAnswers = UNITS, over: Partial<PlanContext> = {}) =>
  planImport(readImport(text, { fileName: 'export.csv' }), answers, { ...context, ...over })
const setsOf = (workouts: readonly WholeWorkout[]) =>
  workouts.flatMap(({ entries }) => entries.flatMap(({ sets }) => sets))
const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)
const kinds = (text: string) => readImport(text, { fileName: 'x.csv' }).questions.map(({ kind }) => kind)

/** What must survive, whatever shape it came in. */
const essence = (workouts: readonly WholeWorkout[]) =>
  workouts.map(({ workout, entries }) => ({
    title: workout.title,
    day: workout.localDay,
    minute: Math.floor(workout.startedAt / 60_000),
    activeMs: workout.activeMs,
    notes: workout.notes,
    entries: entries.map(({ entry, sets }) => [
      entry.exerciseId,
      ...sets.map((set) =>
        [set.kind, set.loadMode, set.loadG, set.reps, set.rir2, set.durationMs, set.distanceM].join(' '),
      ),
    ]),
  }))

const SHAPES: readonly StrongShape[] = ['A', 'B', 'C', 'D', 'D-de']

describe('a whole history from Strong', () => {
  test.each(SHAPES)('shape %s: every set with its load, reps, effort, time and distance', (shape) => {
    const { workouts, source, counts, badRows, unsure } = plan(strongCsv(history, shape))
    expect({ source, badRows, unsure }).toEqual({ source: 'strong', badRows: [], unsure: [] })
    expect(counts.workouts).toBe(history.length)
    const sets = setsOf(workouts)
    expect(sets.length).toBe(madeSets.length)
    expect(sum(sets.map(({ loadG }) => loadG))).toBe(sum(madeSets.map(({ kg }) => (kg ?? 0) * 1000)))
    expect(sum(sets.map(({ reps }) => reps))).toBe(sum(madeSets.map(({ reps }) => reps)))
    expect(sum(sets.map(({ distanceM }) => distanceM))).toBe(
      sum(madeSets.map(({ km }) => Math.round((km ?? 0) * 1000))),
    )
    expect(sum(sets.map(({ durationMs }) => durationMs))).toBe(
      sum(madeSets.map(({ seconds }) => (seconds ?? 0) * 1000)),
    )
    expect(sets.filter(({ rir2 }) => rir2 !== null).length).toBe(madeSets.filter(({ rpe }) => rpe !== null).length)
    expect(sets.filter(({ kind }) => kind === 'warmup').length).toBe(
      madeSets.filter(({ kind }) => kind === 'warmup').length,
    )
  })

  test('the four shapes and the German one are the same history', () => {
    const [first, ...others] = SHAPES.map((shape) => essence(plan(strongCsv(history, shape)).workouts))
    for (const other of others) expect(other).toEqual(first)
  })

  test('asks for the unit only where the file has none, with a guess; for the zone always, once', () => {
    expect(kinds(strongCsv(history, 'A'))).toEqual(['loadUnit', 'distanceUnit', 'zone'])
    for (const shape of ['B', 'C', 'D', 'D-de'] as const)
      expect(kinds(strongCsv(history, shape)), shape).toEqual(['zone'])
    const pounds = 'Date,Exercise,Weight,Reps\n2025-01-01 10:00,Bench Press,135,5\n2025-01-01 10:00,Bench Press,185,5\n'
    const question = readImport(pounds, { fileName: 'x.csv' }).questions.find(({ kind }) => kind === 'loadUnit')
    expect(question).toMatchObject({ guess: 'lb', samples: ['135', '185'] })
  })

  test('rest lines become rests, note lines become notes, and neither becomes a set', () => {
    const rests = plan(strongCsv(history, 'A'))
    expect(rests.counts.pseudoRows).toBe(history.flatMap(({ blocks }) => blocks).length)
    expect(rests.workouts.flatMap(({ entries }) => entries).every(({ entry }) => entry.restS === 90)).toBe(true)
    const noted = history.flatMap(({ blocks }) => blocks.filter(({ note }) => note !== ''))
    expect(noted.length).toBeGreaterThan(3)
    const notes = plan(strongCsv(history, 'D')).workouts.flatMap(({ entries }) =>
      entries.map(({ entry }) => entry.notes),
    )
    expect(notes.filter((note) => note !== '').sort()).toEqual(noted.map(({ note }) => note).sort())
  })
})

describe('a whole history from Hevy', () => {
  test.each(HEVY_DATES)('dates in %s', (dates) => {
    const { workouts, source, badRows, open } = plan(hevyCsv(history, { dates }), {})
    expect({ source, badRows, open }).toEqual({ source: 'hevy', badRows: [], open: [] })
    const sets = setsOf(workouts)
    expect(sets.length).toBe(madeSets.length)
    expect(sum(sets.map(({ loadG }) => loadG))).toBe(sum(madeSets.map(({ kg }) => (kg ?? 0) * 1000)))
    expect(workouts[0]?.workout.activeMs).toBe((history[0]?.minutes ?? 0) * 60_000)
  })

  test('pounds and miles, each by its own column', () => {
    const sets = setsOf(plan(hevyCsv(history, { unit: 'lbs', distance: 'km' }), {}).workouts)
    expect(new Set(sets.map(({ enteredUnit }) => enteredUnit))).toEqual(new Set(['lb', null]))
    expect(sets.find(({ enteredLoad }) => enteredLoad === '176')?.loadG).toBe(79_832)
    const runs = setsOf(plan(hevyCsv(history, { unit: 'kg', distance: 'miles' }), {}).workouts)
    expect(new Set(runs.map(({ distanceUnit }) => distanceUnit))).toEqual(new Set(['mi', null]))
  })

  test('supersets stay together, notes get their line breaks back, assistance stays assistance', () => {
    const { workouts } = plan(hevyCsv(history), {})
    const made = history.filter(({ blocks }) => blocks.some(({ superset }) => superset !== null))
    const supersets = workouts.filter(({ entries }) => entries.some(({ entry }) => entry.superset !== null))
    expect(supersets.length).toBe(made.length)
    expect(supersets[0]?.entries.filter(({ entry }) => entry.superset === 0).length).toBe(2)
    const notes = [
      ...workouts.map(({ workout }) => workout.notes),
      ...workouts.flatMap(({ entries }) => entries.map(({ entry }) => entry.notes)),
    ]
    expect(notes).toContain('Slow, then\nfaster')
    const assisted = workouts.flatMap(({ entries }) =>
      entries.filter(({ entry }) => entry.exerciseId === 'assisted-pull-up'),
    )
    expect(assisted.length).toBeGreaterThan(10)
    expect(
      assisted.every(({ sets }) => sets.every(({ loadMode, loadG }) => loadMode === 'assisted' && (loadG ?? 0) > 0)),
    ).toBe(true)
    const pullUps = workouts.flatMap(({ entries }) => entries.filter(({ entry }) => entry.exerciseId === 'pull-up'))
    expect(setsOf([{ ...workouts[0], entries: pullUps } as WholeWorkout]).every(({ loadG }) => loadG === null)).toBe(
      true,
    )
  })

  test('half steps of RPE are kept', () => {
    const sets = setsOf(plan(hevyCsv(history), {}).workouts)
    expect(new Set(sets.map(({ rir2 }) => rir2))).toEqual(new Set([null, 0, 1, 2, 3, 4, 5, 6]))
  })
})

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
    expect(warnings.map(({ message }) => message)).toEqual([
      'The file has days without times: these workouts are put at noon.',
    ])
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

  test('at least 95 % of the rows of a real export need no question', () => {
    for (const file of [strongCsv(history, 'A'), hevyCsv(history)]) {
      const { counts } = plan(file)
      expect(counts.sureRows / counts.exerciseRows).toBeGreaterThanOrEqual(0.95)
    }
  })

  test('an unknown name is asked with candidates; a choice, an own exercise and leaving out are all answers', () => {
    const asked = plan(text('Bench Pres Barbell wide'), {})
    expect(asked.unsure).toMatchObject([{ name: 'Bench Pres Barbell wide', rows: 2 }])
    expect(asked.unsure[0]?.candidates[0]?.exerciseId).toContain('bench-press')
    expect(() => [...chunks(asked, 'batch')]).toThrow('Say which exercises “Bench Pres Barbell wide” are')
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

describe('importing again', () => {
  const text = strongCsv(history, 'B')
  const first = plan(text)
  const existing = first.workouts.map(({ workout }) => ({ id: workout.id, startedAt: workout.startedAt }))

  test('changes nothing', () => {
    const again = plan(text, UNITS, { existing })
    expect(again.workouts).toEqual([])
    expect(again.counts.duplicates).toBe(history.length)
    expect(again.duplicates.every(({ why }) => why === 'imported')).toBe(true)
  })

  test('gives the same rows, in a longer file, a shuffled one, and in another zone the same ids', () => {
    const longer = plan(
      strongCsv([...madeHistory(99, 2).map((made) => ({ ...made, day: made.day - 60 })), ...history], 'B'),
    )
    const known = new Map(longer.workouts.map((whole) => [whole.workout.id, whole]))
    for (const whole of first.workouts) expect(known.get(whole.workout.id)).toEqual(whole)
    expect(plan(strongCsv(history.toReversed(), 'B')).workouts).toEqual(first.workouts)
    const ids = (workouts: readonly WholeWorkout[]) => workouts.map(({ workout }) => workout.id).sort()
    expect(ids(plan(text, { ...UNITS, zone: 'America/Lima' }).workouts)).toEqual(ids(first.workouts))
  })

  test('a workout logged here or imported from another app within a minute is a duplicate; after it, it is not', () => {
    const start = first.workouts[0]?.workout.startedAt ?? 0
    const duplicates = (offset: number) =>
      plan(text, UNITS, { existing: [{ id: 'mine', startedAt: start + offset }] }).duplicates.map(
        ({ existingId }) => existingId,
      )
    expect(duplicates(60_000)).toEqual(['mine'])
    expect(duplicates(-60_000)).toEqual(['mine'])
    expect(duplicates(60_001)).toEqual([])
    // Hevy has no seconds, Strong has: the same history of both apps is one history.
    const hevy = plan(hevyCsv(history), {}, { existing })
    expect(hevy.workouts).toEqual([])
  })

  test('goes on where it stopped: what is in already is left out, the rest is as it would have been', () => {
    const [head] = [...chunks(first, 'batch')]
    const done = (head ?? []).map(({ workout }) => ({ id: workout.id, startedAt: workout.startedAt }))
    const rest = plan(text, UNITS, { existing: done })
    expect(rest.workouts).toEqual(first.workouts.slice(done.length))
  })

  test('no id stands for two things', () => {
    const ids = first.workouts.flatMap(({ workout, entries }) => [
      workout.id,
      ...entries.flatMap(({ entry, sets }) => [entry.id, ...sets.map(({ id }) => id)]),
    ])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('what is handed on', () => {
  test('rows that the model takes', () => {
    for (const text of [...SHAPES.map((shape) => strongCsv(history, shape)), hevyCsv(history)]) {
      for (const { workout, entries } of plan(text).workouts) {
        workoutRow.parse(workout)
        for (const { entry, sets } of entries) {
          workoutExerciseRow.parse(entry)
          for (const set of sets) loggedSetRow.parse(set)
        }
      }
    }
  })

  test('whole workouts of their batch, at most 200 kB an entry, all of them once', () => {
    const planned = plan(strongCsv(history, 'B'))
    const all = [...chunks(planned, 'batch-1')]
    expect(all.length).toBeGreaterThan(3)
    for (const chunk of all) expect(Buffer.byteLength(JSON.stringify(chunk))).toBeLessThanOrEqual(CHUNK_BYTES)
    expect(all.flat().map(({ workout }) => workout.id)).toEqual(planned.workouts.map(({ workout }) => workout.id))
    expect(all.flat().every(({ workout }) => workout.batchId === 'batch-1')).toBe(true)
  })

  test('a workout keeps its local day in every zone, also in the hour that the clocks skip', () => {
    const text = 'Date,Exercise,Reps\n2025-03-30 02:30:00,Squat,5\n2025-06-01 23:50:00,Squat,5\n'
    for (const zone of ['Europe/Berlin', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      const days = plan(text, { zone }).workouts.map(({ workout }) => workout.localDay)
      expect(days, zone).toEqual([20_177, 20_240])
    }
  })

  test('progress only grows and ends at its total', () => {
    const read = readImport(strongCsv(history, 'A'), { fileName: 'x.csv' })
    for (const steps of [
      readImportSteps(strongCsv(madeHistory(1, 60), 'A'), { fileName: 'x.csv' }),
      planImportSteps(read, UNITS, context),
    ]) {
      const seen: number[] = []
      for (let step = steps.next(); !step.done; step = steps.next()) seen.push(step.value.done / step.value.total)
      expect(seen.length).toBeGreaterThan(1)
      expect(seen.toSorted((a, b) => a - b)).toEqual(seen)
      expect(seen.at(-1)).toBeLessThanOrEqual(1)
    }
  })
})
