import { describe, expect, it } from 'vitest'
import { inputSentence } from '../../shared/input-error.ts'
import type { Mutation } from '../../sync/mutation.ts'
import { upcast } from '../../sync/upcast.ts'
import { mutationSpace } from '../../test/mutation-space.ts'
import { loggedSets, type SetFigures, workoutExercises, workouts } from './model.ts'
import { pauseWorkout } from './mutators/session.ts'
import {
  addExercise,
  addSet,
  checkSet,
  editSet,
  editWorkout,
  finishWorkout,
  removeExercise,
  removeSet,
  removeWorkout,
  replaceExercise,
  restoreExercise,
  restoreSet,
  restoreWorkout,
  resumeWorkout,
  startWorkout,
  takeOverWorkout,
  uncheckSet,
} from './mutators.ts'

const figures: SetFigures = {
  kind: 'normal',
  loadMode: 'external',
  loadG: 60_000,
  enteredLoad: '60',
  enteredUnit: 'kg',
  reps: 5,
  rir2: null,
  durationMs: null,
  distanceM: null,
  enteredDistance: null,
  distanceUnit: null,
}

function training() {
  const phone = mutationSpace()
  phone.do(startWorkout, {
    id: 'w',
    title: 'Push',
    startedAt: 1000,
    zone: 'Europe/Berlin',
    localDay: 0,
    bodyweightG: 80_000,
    holder: 'phone',
  })
  phone.do(addExercise, {
    workoutId: 'w',
    id: 'e',
    exerciseId: 'bench_press',
    position: 'a0',
    restS: null,
    superset: null,
    sets: [
      { id: 's1', position: 'a0', ...figures },
      { id: 's2', position: 'a1', ...figures },
    ],
  })
  return phone
}

describe('logging a workout', () => {
  it('starts, adds an exercise with planned sets, checks one', () => {
    const phone = training()
    phone.do(checkSet, { id: 's1', doneAt: 5000, figures: { ...figures, reps: 6, rir2: 3 } })
    expect(phone.row(workouts, 'w')).toMatchObject({ state: 'open', activeMs: null, source: 'app', holder: 'phone' })
    expect(phone.row(loggedSets, 's1')).toMatchObject({ doneAt: 5000, reps: 6, rir2: 3, workoutId: 'w', entryId: 'e' })
    expect(phone.row(loggedSets, 's2')).toMatchObject({ doneAt: null, reps: 5 })
  })

  it('unchecking keeps what was entered', () => {
    const phone = training()
    phone.do(checkSet, { id: 's1', doneAt: 5000, figures: { ...figures, loadG: 62_500, enteredLoad: '62,5' } })
    phone.do(uncheckSet, { id: 's1' })
    expect(phone.row(loggedSets, 's1')).toMatchObject({ doneAt: null, loadG: 62_500, enteredLoad: '62,5' })
  })

  it('edits only the named figures', () => {
    const phone = training()
    phone.do(editSet, { id: 's2', fields: { reps: 8 } })
    phone.do(editSet, { id: 's2', fields: { loadG: null, enteredLoad: null, enteredUnit: null } })
    expect(phone.row(loggedSets, 's2')).toMatchObject({ reps: 8, loadG: null, kind: 'normal' })
  })

  it('an added set can arrive done', () => {
    const phone = training()
    phone.do(addSet, { workoutId: 'w', entryId: 'e', set: { id: 's3', position: 'a2', ...figures, doneAt: 9000 } })
    expect(phone.row(loggedSets, 's3')).toMatchObject({ doneAt: 9000, notes: '' })
  })

  it('a set that names an exercise of another workout is refused', () => {
    const phone = training()
    const stray = { workoutId: 'other', entryId: 'e', set: { id: 's9', position: 'a2', ...figures } }
    expect(() => phone.do(addSet, stray)).toThrow(/another workout/)
    expect(phone.row(loggedSets, 's9')).toBeUndefined()
  })

  it('replaces an exercise and keeps its sets', () => {
    const phone = training()
    phone.do(replaceExercise, { id: 'e', exerciseId: 'dumbbell_bench_press' })
    expect(phone.row(workoutExercises, 'e')).toMatchObject({ exerciseId: 'dumbbell_bench_press', position: 'a0' })
    expect(phone.row(loggedSets, 's1')).toMatchObject({ deleted: false })
  })

  it('removing and restoring gives back what was there, late edits included', () => {
    const phone = training()
    phone.do(removeSet, { id: 's1' })
    phone.do(editSet, { id: 's1', fields: { reps: 9 } })
    expect(phone.row(loggedSets, 's1')).toMatchObject({ deleted: true })
    phone.do(restoreSet, { id: 's1' })
    expect(phone.row(loggedSets, 's1')).toMatchObject({ deleted: false, reps: 9 })
    phone.do(removeExercise, { id: 'e' })
    expect(phone.row(workoutExercises, 'e')).toMatchObject({ deleted: true })
    expect(phone.row(loggedSets, 's1')).toMatchObject({ deleted: false })
    phone.do(restoreExercise, { id: 'e' })
    expect(phone.row(workoutExercises, 'e')).toMatchObject({ deleted: false })
  })

  it('finishing drops nothing, and resuming takes it back', () => {
    const phone = training()
    phone.do(checkSet, { id: 's1', doneAt: 5000, figures })
    phone.do(finishWorkout, { id: 'w', endedAt: 9000, activeMs: 8000, state: 'partial' })
    expect(phone.row(workouts, 'w')).toMatchObject({ state: 'partial', endedAt: 9000, activeMs: 8000, holder: null })
    expect(phone.row(loggedSets, 's2')).toMatchObject({ deleted: false, doneAt: null })
    phone.do(resumeWorkout, { id: 'w', holder: 'tablet' })
    expect(phone.row(workouts, 'w')).toMatchObject({ state: 'open', endedAt: null, activeMs: null, holder: 'tablet' })
    phone.do(takeOverWorkout, { id: 'w', holder: 'phone' })
    expect(phone.row(workouts, 'w')).toMatchObject({ holder: 'phone' })
  })

  it('edits a workout without touching what was not named', () => {
    const phone = training()
    phone.do(editWorkout, { id: 'w', notes: 'Felt light', bodyweightG: null })
    expect(phone.row(workouts, 'w')).toMatchObject({ title: 'Push', notes: 'Felt light', bodyweightG: null })
  })

  it('discarding marks the workout only, and undo brings it back with a set that came late', () => {
    const phone = training()
    phone.do(removeWorkout, { id: 'w' })
    phone.do(checkSet, { id: 's2', doneAt: 7000, figures })
    expect(phone.row(workouts, 'w')).toMatchObject({ deleted: true })
    phone.do(restoreWorkout, { id: 'w' })
    expect(phone.row(workouts, 'w')).toMatchObject({ deleted: false })
    expect(phone.row(loggedSets, 's2')).toMatchObject({ doneAt: 7000 })
  })

  it('is stopped and goes on by turns; who stops what stands changes nothing', () => {
    const phone = training()
    const pause = (at: number, isPaused: boolean) => phone.do(pauseWorkout, { id: 'w', at, isPaused })
    pause(2000, false)
    pause(3000, true)
    pause(3100, true)
    expect(phone.row(workouts, 'w')?.pauses).toEqual([3000])
    pause(5000, false)
    pause(5100, false)
    pause(7000, true)
    expect(phone.row(workouts, 'w')?.pauses).toEqual([3000, 5000, 7000])
    phone.do(pauseWorkout, { id: 'nowhere', at: 1, isPaused: true })
    expect(phone.row(workouts, 'nowhere')).toBeUndefined()
  })

  it('what names nothing changes nothing', () => {
    const phone = training()
    phone.do(editSet, { id: 'nowhere', fields: { reps: 1 } })
    phone.do(uncheckSet, { id: 'nowhere' })
    phone.do(removeExercise, { id: 'nowhere' })
    phone.do(finishWorkout, { id: 'nowhere', endedAt: 1, activeMs: 0, state: 'done' })
    expect(phone.row(loggedSets, 'nowhere')).toBeUndefined()
    expect(phone.row(workouts, 'nowhere')).toBeUndefined()
  })
})

describe('wrong values are refused with a sentence', () => {
  const refused = <A>(mutation: Mutation<A>, args: unknown) => {
    const checked = mutation.args.safeParse(args)
    return checked.success ? null : inputSentence(checked.error.issues, args)
  }
  const check = (change: object) => refused(checkSet, { id: 's1', doneAt: 5000, figures: { ...figures, ...change } })

  it('names the field, what it may be and what it was', () => {
    expect(check({ loadG: -5000 })).toBe('Load of figures must be at least 0 kg, but was -5 kg.')
    expect(check({ loadG: 2_000_001 })).toBe('Load of figures must be at most 2000 kg, but was 2000.001 kg.')
    expect(check({ reps: 8.5 })).toBe('Reps of figures must be a whole number, but was 8.5.')
    expect(check({ reps: Number.NaN })).toBe('Reps of figures must be a number, but was NaN.')
    expect(check({ kind: 'super' })).toBe(
      'Kind of figures must be one of "normal", "warmup", "drop", "failure", "amrap", "restpause", "myo", "partial", "forced", "tempo" and "hold", but was "super".',
    )
    expect(check({ rir2: 21 })).toBe(
      'Effort of figures must be at most 10 reps in reserve, but was 10.5 reps in reserve.',
    )
    expect(check({ reps: undefined })).toBe('Reps of figures is missing.')
    expect(check({ color: 'red' })).toBe('Figures holds "color", which is not known.')
  })

  it('says how long a text may be', () => {
    expect(refused(editWorkout, { id: 'w', title: 'x'.repeat(201) })).toMatch(
      /^Title must be at most 200 characters long, but had 201: "x+…"\.$/,
    )
  })

  it('refuses a set without an instant of doing', () => {
    expect(refused(checkSet, { id: 's1', doneAt: null, figures })).toMatch(/^Done at must be a number, but was empty/)
  })

  it('names three of many', () => {
    const sentence = check({ loadG: -1, reps: -1, rir2: -1, durationMs: -1, distanceM: -1 })
    expect(sentence).toMatch(/; 2 more values are not valid\.$/)
  })
})

describe('the place of a workout', () => {
  const started = { id: 'w', title: 'Push', startedAt: 1, zone: 'UTC', localDay: 0, bodyweightG: null, holder: null }

  it('is chosen at the start, changed, and taken away again', () => {
    const phone = mutationSpace()
    phone.do(startWorkout, { ...started, placeId: 'garage' })
    expect(phone.row(workouts, 'w')).toMatchObject({ placeId: 'garage' })
    phone.do(editWorkout, { id: 'w', placeId: 'gym' })
    expect(phone.row(workouts, 'w')).toMatchObject({ placeId: 'gym' })
    phone.do(editWorkout, { id: 'w', title: 'Pull' })
    expect(phone.row(workouts, 'w')).toMatchObject({ placeId: 'gym', title: 'Pull' })
    phone.do(editWorkout, { id: 'w', placeId: null })
    expect(phone.row(workouts, 'w')).toMatchObject({ placeId: null })
  })

  it('is none for a phone whose app knew no places', () => {
    const mutations = new Map([startWorkout, editWorkout].map((one) => [one.name, one as unknown as Mutation]))
    expect(upcast(mutations, 'workouts.start', 1, started)).toMatchObject({ ok: true, args: { placeId: null } })
    const edited = upcast(mutations, 'workouts.edit', 1, { id: 'w', title: 'Pull' })
    expect(edited).toMatchObject({ ok: true, args: { id: 'w', title: 'Pull' } })
    expect(edited.ok && 'placeId' in (edited.args as object)).toBe(false)
  })
})
