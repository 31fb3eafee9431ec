import { describe, expect, test } from 'vitest'
import type { LoggedSet, WholeWorkout } from '../model.ts'
import { blankSet } from './default-sets.ts'
import {
  entryIdOf,
  figuresOfPlan,
  placeOfEntry,
  routineChanges,
  routineExercisesOf,
  routineSetOf,
  swapPlace,
  withChanges,
} from './routines.ts'

type Done = [exerciseId: string, ...sets: (readonly [kg: number, reps: number, done?: boolean])[]]

/** A workout of these exercises; ids count up, so that two workouts of one list differ in theirs. */
function workoutOf(name: string, ...list: Done[]): Pick<WholeWorkout, 'entries'> {
  return {
    entries: list.map(([exerciseId, ...sets], i) => {
      const id = `${name}${i}`
      const more = { notes: '', restS: 90, superset: null, position: `a${i}` }
      return {
        entry: { id, workoutId: name, exerciseId, ...more },
        sets: sets.map(([kg, reps, isDone = true], n): LoggedSet => {
          const figures = { loadG: kg * 1000, enteredLoad: String(kg), enteredUnit: 'kg' as const, reps, rir2: 4 }
          const row = { id: `${id}.${n}`, workoutId: name, entryId: id, position: `a${n}`, notes: '' }
          return { ...blankSet({ loadMode: 'external' }), ...figures, ...row, doneAt: isDone ? 1 : null }
        }),
      }
    }),
  }
}

const PUSH: Done[] = [
  ['bench-press', [80, 5], [80, 5]],
  ['overhead-press', [50, 8]],
  ['dip', [0, 10]],
]
const routine = routineExercisesOf(workoutOf('was', ...PUSH))
const changesOf = (...list: Done[]) => routineChanges(routine, workoutOf('now', ...list))

describe('a routine of a workout', () => {
  test('keeps what was planned, and neither effort nor what nobody gave', () => {
    expect(routine[0]?.sets[0]).toEqual({
      ...{ kind: 'normal', loadMode: 'external', loadG: 80_000, enteredLoad: '80', enteredUnit: 'kg', reps: 5 },
    })
    expect(routineSetOf({ ...blankSet({ loadMode: 'external' }), kind: 'failure', reps: 3 })).toEqual({
      ...{ kind: 'normal', loadMode: 'external', reps: 3 },
    })
    expect(figuresOfPlan({ kind: 'normal', loadMode: 'bodyweight', reps: 12 })).toEqual({
      ...blankSet({ loadMode: 'bodyweight' }),
      reps: 12,
    })
  })

  test('done just so, it has nothing to ask', () => {
    expect(changesOf(...PUSH)).toEqual([])
    expect(changesOf(['bench-press', [80, 5], [80, 5]], ['overhead-press', [50, 8, false]], ['dip', [0, 10]])).toEqual(
      [],
    )
  })
})

describe('what was done otherwise', () => {
  test('another load, one set more: figures of that place alone', () => {
    const changes = changesOf(['bench-press', [82.5, 5], [82.5, 5], [82.5, 4]], ...PUSH.slice(1))
    expect(changes).toMatchObject([{ kind: 'sets', slot: 'was0' }])
    expect(withChanges(routine, changes)[0]?.sets.map(({ loadG, reps }) => [loadG, reps])).toEqual([
      [82_500, 5],
      [82_500, 5],
      [82_500, 4],
    ])
  })

  test('the same load typed in another way is none', () => {
    const now = workoutOf('now', ...PUSH)
    for (const set of now.entries[0]?.sets ?? []) set.enteredLoad = '80.0'
    expect(routineChanges(routine, now)).toEqual([])
  })

  test('swapped, taken out, put in, each by choice', () => {
    const changes = changesOf(['dumbbell-press', [30, 8]], ['dip', [0, 10]], ['face-pull', [20, 15]])
    expect(changes.map(({ kind }) => kind)).toEqual(['swapped', 'removed', 'added'])
    const all = withChanges(routine, changes)
    expect(all.map(({ slot, exerciseId }) => [slot, exerciseId])).toEqual([
      ['was0', 'dumbbell-press'],
      ['was2', 'dip'],
      ['now2', 'face-pull'],
    ])
    const one = withChanges(
      routine,
      changes.filter(({ kind }) => kind === 'removed'),
    )
    expect(one.map(({ exerciseId }) => exerciseId)).toEqual(['bench-press', 'dip'])
    expect(
      routineChanges(all, workoutOf('now', ['dumbbell-press', [30, 8]], ['dip', [0, 10]], ['face-pull', [20, 15]])),
    ).toEqual([])
  })

  test('another order is one change', () => {
    const [bench, press, dip] = PUSH as [Done, Done, Done]
    const changes = changesOf(dip, bench, press)
    expect(changes).toEqual([{ kind: 'order', slots: ['was2', 'was0', 'was1'] }])
    expect(withChanges(routine, changes).map(({ exerciseId }) => exerciseId)).toEqual([
      'dip',
      'bench-press',
      'overhead-press',
    ])
  })

  test('an exercise that stands twice is told apart by its turn', () => {
    const twice = routineExercisesOf(workoutOf('was', ['squat', [100, 5]], ['dip', [0, 10]], ['squat', [80, 10]]))
    const now = workoutOf('now', ['squat', [100, 5]], ['dip', [0, 10]], ['squat', [85, 10]])
    expect(routineChanges(twice, now)).toMatchObject([{ kind: 'sets', slot: 'was2' }])
  })

  test('of an exercise that stands twice, the one that was swapped was swapped', () => {
    const twice = routineExercisesOf(workoutOf('was', ['squat', [100, 5]], ['dip', [0, 10]], ['squat', [60, 12]]))
    const now = workoutOf('now', ['leg-press', [140, 5]], ['dip', [0, 10]], ['squat', [60, 12]])
    expect(routineChanges(twice, now)).toMatchObject([{ kind: 'swapped', slot: 'was0' }])
  })

  test('what was started as a place stays it, wherever it was moved and whatever it was swapped for', () => {
    const twice = routineExercisesOf(workoutOf('was', ['squat', [100, 5]], ['dip', [0, 10]], ['squat', [60, 12]]))
    const now = workoutOf('now', ['squat', [60, 12]], ['leg-press', [140, 5]], ['dip', [0, 10]])
    const startedAs = ['was2', 'was0', 'was1']
    for (const [i, { entry }] of now.entries.entries()) entry.id = entryIdOf('now', startedAs[i] ?? '') ?? ''
    const changes = routineChanges(twice, now)
    expect(changes).toMatchObject([
      { kind: 'swapped', slot: 'was0' },
      { kind: 'order', slots: startedAs },
    ])
    expect(withChanges(twice, changes).map(({ slot }) => slot)).toEqual(startedAs)
    // A routine that is made of it names its places anew as short as they were.
    expect(routineExercisesOf(now).map(({ slot }) => slot)).toEqual(startedAs)
  })

  test('an exercise that was added and never done is not asked about', () => {
    expect(changesOf(...PUSH, ['face-pull', [20, 15, false]])).toEqual([])
  })
})

describe('another exercise in a place for good', () => {
  const twice = routineExercisesOf(workoutOf('was', ['squat', [100, 5]], ['dip', [0, 10]], ['squat', [60, 12]]))
  const squat = { measure: 'reps', laterality: 'bilateral' } as const

  test('goes to the place that the entry was started as, and to none where two could be meant', () => {
    const entry = (id: string) => ({ id, workoutId: 'now' })
    expect(placeOfEntry(twice, entry('now:was2'), 'squat')?.slot).toBe('was2')
    expect(placeOfEntry(twice, entry('put in by hand'), 'squat')).toBeUndefined()
    expect(placeOfEntry(twice, entry('put in by hand'), 'dip')?.slot).toBe('was1')
  })

  test('keeps the reps where both are counted alike, and never the loads', () => {
    const setsOf = (to: { id: string; measure: 'reps' | 'duration' }) =>
      swapPlace(twice, 'was2', squat, { ...squat, ...to, loadMode: 'external' })[2]?.sets
    expect(setsOf({ id: 'leg-press', measure: 'reps' })).toEqual([{ kind: 'normal', loadMode: 'external', reps: 12 }])
    expect(setsOf({ id: 'wall-sit', measure: 'duration' })).toEqual([{ kind: 'normal', loadMode: 'external' }])
  })
})
