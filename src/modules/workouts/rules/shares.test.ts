import { expect, test } from 'vitest'
import type { CustomExercise } from '../../exercises/model.ts'
import type { RoutineExercise } from '../model/routines.ts'
import { sharedDocument } from '../model/shares.ts'
import type { Workout } from '../model.ts'
import { blankSet } from './default-sets.ts'
import { done, planned, warmup, workoutOn } from './fixtures.ts'
import {
  adoptExercises,
  documentOfRoutine,
  documentOfWorkout,
  type Shown,
  textOfWorkout,
  USUALLY_SHOWN,
  unposted,
} from './shares.ts'

const sled: CustomExercise = {
  ...{ id: 'own-sled', name: 'Sled thing', aliases: [], equipment: 'sled', pattern: 'carry', measure: 'load_reps' },
  ...{ loadMode: 'external', bodyweightFraction: null, laterality: 'bilateral', implements: 1, muscles: {} },
  ...{ restS: 90, notes: 'by the window, doctor says no more than 40' },
}
const other: CustomExercise = { ...sled, id: 'own-other', name: 'Not in it' }
const place = (slot: string, exerciseId: string): RoutineExercise => ({
  ...{ slot, exerciseId, notes: 'knee hurts', restS: null, superset: null },
  sets: [{ kind: 'normal', loadMode: 'external', reps: 5 }],
})
const routine = {
  ...{ id: 'r', title: 'Push', notes: 'for Anna', folderId: null, position: 'a0' },
  exercises: [place('x', 'bench-press'), place('y', 'own-sled')],
}

const EVERYTHING: Shown = { loads: true, duration: true, notes: true, heart: true, route: true }
const NOTHING: Shown = { loads: false, duration: false, notes: false, heart: false, route: false }

test('tells titles, exercises and figures, and notes only when asked to', () => {
  const bare = documentOfRoutine(routine, { shown: USUALLY_SHOWN, own: [sled, other] })
  expect(JSON.stringify(bare)).not.toMatch(/Anna|knee|doctor|Not in it/)
  expect(bare.exercises.map(({ slot }) => slot)).toEqual(['1', '2'])
  expect(bare.own.map(({ id }) => id)).toEqual(['own-sled'])
  const told = documentOfRoutine(routine, { shown: EVERYTHING, own: [sled] })
  expect(told.notes).toBe('for Anna')
  // What somebody wrote about an exercise of their own is about themselves.
  expect(JSON.stringify(told)).not.toMatch(/doctor/)
})

test('of a workout what was done, never how heavy or where the person was', () => {
  const workout: Workout = {
    ...{ id: 'w', title: 'Evening', state: 'done', startedAt: 5, zone: 'Europe/Berlin', localDay: 20_000 },
    ...{ endedAt: 9, activeMs: 4, notes: '', bodyweightG: 81_234, holder: null, source: 'app', batchId: null },
    ...{ placeId: 'the-garage', sessionRpe: 9 },
  }
  const entry = {
    ...{ id: 'e', workoutId: 'w', exerciseId: 'bench-press', position: 'a0', notes: '', restS: null, superset: null },
  }
  const set = (id: string, doneAt: number | null) => ({
    ...{ ...blankSet({ loadMode: 'external' as const }), reps: 5, rir2: 3 },
    ...{ id, workoutId: 'w', entryId: 'e', position: id, doneAt, notes: '' },
  })
  const document = documentOfWorkout(
    {
      workout,
      entries: [
        { entry, sets: [set('a', 7), set('b', null)] },
        { entry: { ...entry, id: 'f' }, sets: [set('c', null)] },
      ],
    },
    undefined,
    { shown: EVERYTHING, own: [] },
  )
  expect(document.exercises).toHaveLength(1)
  expect(document.exercises[0]?.sets).toEqual([{ kind: 'normal', loadMode: 'external', reps: 5 }])
  expect(JSON.stringify(document)).not.toMatch(/81234|garage|Berlin|rir2|sessionRpe/)
})

test('somebody else’s own exercise becomes mine of that name, or one that is made', () => {
  const document = documentOfRoutine(routine, { shown: USUALLY_SHOWN, own: [sled] })
  const mine = { ...sled, id: 'mine', name: 'sled thing ' }
  expect(adoptExercises(document, [mine], () => 'new')).toMatchObject({
    exercises: [{ exerciseId: 'bench-press' }, { exerciseId: 'mine' }],
    make: [],
  })
  const made = adoptExercises(document, [{ ...mine, measure: 'duration' }], () => 'new')
  expect(made.exercises[1]?.exerciseId).toBe('new')
  expect(made.make).toMatchObject([{ id: 'new', name: 'Sled thing' }])
})

test('as text it is what was done, a line a set, without notes and without what was only planned', () => {
  const sets = [warmup(40, 10), done(80, 5, { notes: 'knee hurts' }), done(60, 8, { kind: 'drop' }), planned(80, 5)]
  const whole = workoutOn(3, { bench: sets, row: [planned(50, 8)], squat: [done(100, 5)] }, { bodyweightG: 81_234 })
  const text = textOfWorkout(
    whole,
    'Push, 4 January',
    (id) => id.toUpperCase(),
    ({ loadG, reps }) => `${(loadG ?? 0) / 1000} kg × ${reps}`,
  )
  expect(text).toBe(
    'Push, 4 January\n\nBENCH\n- W: 40 kg × 10\n- 1: 80 kg × 5\n- D: 60 kg × 8\n\nSQUAT\n- 1: 100 kg × 5',
  )
})

test('what is not chosen is not in it: loads, time, notes, heart rate and route each by themselves', () => {
  const whole = workoutOn(3, { bench: [done(81.5, 5, { enteredLoad: '81.5' })] }, { bodyweightG: 99_999 })
  whole.workout.notes = 'knee hurts'
  whole.workout.activeMs = 1_234_567
  const recorded = { avgHr: 141, maxHr: 187, outline: [0, 0, 777, 888] }
  /** By what each is found in the document. */
  const marks: Record<keyof Shown, RegExp> = {
    ...{ loads: /81500|81\.5/, duration: /1234567/, notes: /knee/, heart: /141|187/, route: /777|888/ },
  }
  const fields = Object.keys(marks) as (keyof Shown)[]
  for (const chosen of fields) {
    const document = documentOfWorkout(whole, recorded, { shown: { ...NOTHING, [chosen]: true }, own: [] })
    expect(sharedDocument.safeParse(document).success).toBe(true)
    const text = JSON.stringify(document)
    for (const field of fields)
      expect(marks[field].test(text), `${field} where ${chosen} is shown`).toBe(field === chosen)
    expect(text).not.toMatch(/99999/)
  }
  expect(documentOfWorkout(whole, recorded, { shown: NOTHING, own: [] })).not.toHaveProperty('cardio')
  // As it was before there was a choice.
  const usual = JSON.stringify(documentOfWorkout(whole, recorded, { shown: USUALLY_SHOWN, own: [] }))
  expect(fields.filter((field) => marks[field].test(usual))).toEqual(['loads', 'duration'])
})

test('what comes in by a file is in nobody’s feed; a link, and what was taken back, is as it was', () => {
  const document = documentOfRoutine(routine, { shown: USUALLY_SHOWN, own: [] })
  const link = {
    id: 'l',
    kind: 'post' as const,
    ofId: 'w',
    token: 't',
    fromName: null,
    document,
    createdAt: 5,
    revokedAt: null,
  }
  expect(unposted(link)).toEqual({ ...link, revokedAt: 5 })
  for (const other of [
    { ...link, kind: 'workout' as const },
    { ...link, revokedAt: 9 },
  ])
    expect(unposted(other)).toBe(other)
})
