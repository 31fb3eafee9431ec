import { describe, expect, test } from 'vitest'
import { loggedSetRow, type WholeWorkout, workoutExerciseRow, workoutRow } from '../../model.ts'
import { chunks } from './chunks.ts'
import { madeHistory } from './fixtures.ts'
import { hevyCsv } from './fixtures-hevy.ts'
import { context, history, plan, SHAPES, UNITS } from './fixtures-plan.ts'
import { strongCsv } from './fixtures-strong.ts'
import { planImportSteps } from './plan.ts'
import { readImport, readImportSteps } from './read.ts'

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

  test('asks nothing whose answer changes nothing: no unit when all is here, no name that only older workouts have', () => {
    const lines = (day: number, name: string) => `2025-03-0${day} 10:00:00,A,${name},60,5\n`
    const head = 'Date,Workout Name,Exercise,Weight,Reps\n'
    const both = head + lines(1, 'Zercher thing') + lines(2, 'Atlas yoke')
    const asked = (...of: Parameters<typeof plan>) => {
      const { open, unsure } = plan(...of)
      return [...open.map(({ kind }) => kind), ...unsure.map(({ name }) => name)].sort()
    }
    expect(asked(both, {})).toEqual(['Atlas yoke', 'Zercher thing', 'loadUnit'])
    const known = plan(both, {}).workouts.map(({ workout }) => ({ id: workout.id, startedAt: workout.startedAt }))
    expect(asked(both, {}, { existing: known })).toEqual([])
    expect(asked(both, {}, { existing: known.slice(0, 1) })).toEqual(['Atlas yoke', 'loadUnit'])
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

  test('two workouts of one file within a minute are two, also when only the first is in', () => {
    const close = 'Date,Workout Name,Exercise,Reps\n2025-03-01 10:00:00,A,Squat,5\n2025-03-01 10:00:30,B,Plank,5\n'
    const [a, b] = plan(close).workouts
    const done = [{ id: a?.workout.id ?? '', startedAt: a?.workout.startedAt ?? 0 }]
    expect(plan(close, UNITS, { existing: done }).workouts).toEqual([b])
  })

  test('a workout that the file gives no name has none: it is named where it is shown, and comes in once', () => {
    const nameless = 'Date,Exercise,Reps\n2025-03-01 10:00:00,Squat,5\n'
    const [workout] = plan(nameless).workouts
    // As it was when such a workout was stored under an English word: those are recognised.
    const id = 'a84c5e3e-fa24-5831-a4c8-7f1fc55480e1'
    expect(workout?.workout).toMatchObject({ title: '', id })
    const known = [{ id, startedAt: workout?.workout.startedAt ?? 0 }]
    expect(plan(nameless, UNITS, { existing: known }).counts).toMatchObject({ workouts: 0, duplicates: 1 })
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
    for (const chunk of all) expect(Buffer.byteLength(JSON.stringify(chunk))).toBeLessThanOrEqual(200_000)
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
