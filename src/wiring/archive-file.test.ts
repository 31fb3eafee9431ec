/** Files that are an archive in part, of another build, or not at all: each is told apart, and nothing good is left out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Log, ReadArchive } from '../sync/archive.ts'
import { logs, ME, read, readWhole, write } from '../test/random-log.ts'

describe('a file that is no whole archive', () => {
  const [log] = fc
    .sample(logs, { numRuns: 40, seed: 8 })
    .filter((one) => [...one.values()].every((rows) => rows.length > 0)) as [Log]
  const text = write(log)
  const file = JSON.parse(text) as Record<string, unknown> & { log: Record<string, Record<string, unknown>[]> }
  const spoilt = (change: (copy: typeof file) => unknown) => {
    const copy = structuredClone(file)
    change(copy)
    return read(JSON.stringify(copy))
  }

  test.each([
    ['another file', 'Date,Exercise,Reps\n2024-01-01,Squat,5', 'notArchive'],
    ['another program’s JSON', '{"workouts":[]}', 'notArchive'],
    ['a list', '[]', 'notArchive'],
    ['nothing', '', 'notArchive'],
    ['an archive that was cut off', text.slice(0, -20), 'broken'],
  ])('%s is told', (_name, given, why) => expect(read(given)).toBe(why))

  test('one of a newer build is told, whether the format, a collection or a field is new', () => {
    expect(spoilt((copy) => Object.assign(copy, { version: 2 }))).toBe('newer')
    expect(spoilt((copy) => Object.assign(copy.log, { dream: [] }))).toBe('newer')
    expect(spoilt((copy) => Object.assign(copy.log.workout?.[0] ?? {}, { mood: 'fine' }))).toBe('newer')
  })

  test('one of an older build lacks a collection, and a field that may be empty', () => {
    const answer = spoilt((copy) => {
      delete copy.log.import_batch
      for (const set of copy.log.logged_set ?? []) delete set.confirmed
    })
    const { archive, bad } = answer as ReadArchive
    expect(bad).toEqual([])
    expect(archive.log.get('import_batch')).toEqual([])
    expect(archive.log.get('logged_set')?.every((set) => 'confirmed' in set)).toBe(true)
  })

  test('rows that can’t be are named, and the others stand', () => {
    const answer = spoilt((copy) => {
      const [workout] = copy.log.workout ?? []
      if (workout) workout.startedAt = 'yesterday'
      copy.log.exercise?.push(copy.log.exercise[0] as never, null as never)
    })
    const { archive, bad } = answer as ReadArchive
    const exercises = log.get('exercise')?.length ?? 0
    expect(bad).toEqual([
      { of: 'exercise', place: exercises + 1, field: 'id' },
      { of: 'exercise', place: exercises + 2, field: 'id' },
      { of: 'workout', place: 1, field: 'startedAt' },
    ])
    expect(archive.log.get('exercise')?.length).toBe(exercises)
    expect(archive.log.get('workout')?.length).toBe((log.get('workout')?.length ?? 0) - 1)
  })

  test('a part names the months that it lacks', () => {
    expect(readWhole(write(log, ME, { missing: ['2021-07', '2019-03'] })).archive.missing).toEqual([
      '2019-03',
      '2021-07',
    ])
  })
})
