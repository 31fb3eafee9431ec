/**
 * What an athlete does in and to a workout. Each stores what was done, never what follows from it: records, totals and
 * the current workout are derived. A mutation that names a row which is not there changes nothing.
 */
import * as z from 'zod/mini'
import { appError } from '../../shared/errors.ts'
import { defineMutation, given, type Read } from '../../sync/mutation.ts'
import {
  loggedSetRow,
  loggedSets,
  setFigures,
  workoutExerciseRow,
  workoutExercises,
  workoutRow,
  workouts,
} from './model.ts'
import { importMutations } from './mutators/import.ts'

const w = workoutRow.shape
const e = workoutExerciseRow.shape
const { confirmed, ...s } = loggedSetRow.shape

const workout = (id: string): Read => ({ from: workouts, id })
const entry = (id: string): Read => ({ from: workoutExercises, id })
const loggedSet = (id: string): Read => ({ from: loggedSets, id })

const workoutTarget = z.strictObject({ id: w.id })
const entryTarget = z.strictObject({ id: e.id })
const setTarget = z.strictObject({ id: s.id })

/** A set that is planned and not done yet. */
const plannedSet = z.strictObject({ id: s.id, position: s.position, ...setFigures })

export const startWorkout = defineMutation({
  name: 'workouts.start',
  v: 2,
  byWriters: true,
  args: z.strictObject({
    ...{ id: w.id, title: w.title, startedAt: w.startedAt, zone: w.zone, localDay: w.localDay },
    ...{ bodyweightG: w.bodyweightG, holder: w.holder, placeId: w.placeId },
  }),
  // Version 1 knew no places.
  upcasters: { 1: (args: object) => ({ ...args, placeId: null }) },
  reads: ({ id }) => [workout(id)],
  run(tx, { placeId: chosen = null, ...started }, { actor, space }) {
    // A measurement and a place, which only the athlete says: anybody else's word leaves what is there.
    const own = actor === space ? { bodyweightG: started.bodyweightG, placeId: chosen } : tx.get(workouts, started.id)
    const { bodyweightG = null, placeId = null } = own ?? {}
    const open = { state: 'open', endedAt: null, activeMs: null, notes: '', source: 'app', batchId: null } as const
    tx.put(workouts, { ...started, bodyweightG, placeId, ...open })
  },
})

export const addExercise = defineMutation({
  name: 'workouts.addExercise',
  v: 1,
  byWriters: true,
  args: z.strictObject({
    workoutId: e.workoutId,
    id: e.id,
    exerciseId: e.exerciseId,
    position: e.position,
    restS: e.restS,
    superset: e.superset,
    sets: z.array(plannedSet).check(z.maxLength(100)),
  }),
  reads: ({ id, sets }) => [entry(id), ...sets.map((set) => loggedSet(set.id))],
  run(tx, { sets, ...added }) {
    tx.put(workoutExercises, { ...added, notes: '' })
    for (const set of sets) {
      tx.put(loggedSets, { ...set, workoutId: added.workoutId, entryId: added.id, doneAt: null, notes: '' })
    }
  },
})

export const moveExercise = defineMutation({
  name: 'workouts.moveExercise',
  v: 1,
  byWriters: true,
  args: z.strictObject({ id: e.id, position: e.position }),
  reads: ({ id }) => [entry(id)],
  run: (tx, { id, position }) => tx.patch(workoutExercises, id, { position }),
})

/** Marks the entry only: its sets come back with it. */
export const removeExercise = defineMutation({
  name: 'workouts.removeExercise',
  v: 1,
  byWriters: true,
  args: entryTarget,
  reads: ({ id }) => [entry(id)],
  run: (tx, { id }) => tx.delete(workoutExercises, id),
})

export const restoreExercise = defineMutation({
  name: 'workouts.restoreExercise',
  v: 1,
  byWriters: true,
  args: entryTarget,
  reads: ({ id }) => [entry(id)],
  run: (tx, { id }) => tx.restore(workoutExercises, id),
})

export const editExercise = defineMutation({
  name: 'workouts.editExercise',
  v: 1,
  byWriters: true,
  args: z.strictObject({
    id: e.id,
    notes: z.optional(e.notes),
    restS: z.optional(e.restS),
    superset: z.optional(e.superset),
    // A server of an older build knows none of these three: it sets aside what they say.
    ...{ sides: e.sides, everyS: e.everyS, workS: e.workS },
  }),
  reads: ({ id }) => [entry(id)],
  run: (tx, { id, ...fields }) => tx.patch(workoutExercises, id, given(fields)),
})

export const replaceExercise = defineMutation({
  name: 'workouts.replaceExercise',
  v: 1,
  byWriters: true,
  args: z.strictObject({ id: e.id, exerciseId: e.exerciseId }),
  reads: ({ id }) => [entry(id)],
  run: (tx, { id, exerciseId }) => tx.patch(workoutExercises, id, { exerciseId }),
})

export const addSet = defineMutation({
  name: 'workouts.addSet',
  v: 1,
  byWriters: true,
  args: z.strictObject({
    workoutId: s.workoutId,
    entryId: s.entryId,
    set: z.strictObject({ ...plannedSet.shape, doneAt: z.optional(s.doneAt), notes: z.optional(s.notes) }),
  }),
  reads: ({ entryId, set }) => [entry(entryId), loggedSet(set.id)],
  run(tx, { workoutId, entryId, set }) {
    // An entry never moves to another workout, so no later arrival can make these two agree.
    const parent = tx.get(workoutExercises, entryId)
    if (parent && parent.workoutId !== workoutId) {
      throw appError('bad_input', `The set ${set.id} names an exercise of another workout. Add it in its own.`)
    }
    tx.put(loggedSets, { ...set, workoutId, entryId, doneAt: set.doneAt ?? null, notes: set.notes ?? '' })
  },
})

const setFields = z.strictObject({ ...setFigures, position: s.position, notes: s.notes, doneAt: s.doneAt, confirmed })

export const editSet = defineMutation({
  name: 'workouts.editSet',
  v: 1,
  byWriters: true,
  // A server of an older build knows no `confirmed`: it sets aside confirmations alone.
  args: z.strictObject({ id: s.id, fields: z.partial(setFields) }),
  reads: ({ id }) => [loggedSet(id)],
  // That a figure beyond belief is right, only the athlete says.
  run: (tx, { id, fields: { confirmed: said, ...fields } }, { actor, space }) =>
    tx.patch(loggedSets, id, given({ ...fields, confirmed: actor === space ? said : undefined })),
})

/** Carries every figure of the set, so that what was on the screen when it was checked is what is stored. */
export const checkSet = defineMutation({
  name: 'workouts.checkSet',
  v: 1,
  byWriters: true,
  args: z.strictObject({ id: s.id, doneAt: w.startedAt, figures: z.strictObject(setFigures) }),
  reads: ({ id }) => [loggedSet(id)],
  run: (tx, { id, doneAt, figures }) => tx.patch(loggedSets, id, { ...figures, doneAt }),
})

/** Keeps the figures: checking again shows what was there. */
export const uncheckSet = defineMutation({
  name: 'workouts.uncheckSet',
  v: 1,
  byWriters: true,
  args: setTarget,
  reads: ({ id }) => [loggedSet(id)],
  run: (tx, { id }) => tx.patch(loggedSets, id, { doneAt: null }),
})

export const removeSet = defineMutation({
  name: 'workouts.removeSet',
  v: 1,
  byWriters: true,
  args: setTarget,
  reads: ({ id }) => [loggedSet(id)],
  run: (tx, { id }) => tx.delete(loggedSets, id),
})

export const restoreSet = defineMutation({
  name: 'workouts.restoreSet',
  v: 1,
  byWriters: true,
  args: setTarget,
  reads: ({ id }) => [loggedSet(id)],
  run: (tx, { id }) => tx.restore(loggedSets, id),
})

/** Drops nothing: sets that were not done stay as they were planned, and resuming finds them. */
export const finishWorkout = defineMutation({
  name: 'workouts.finish',
  v: 1,
  byWriters: true,
  args: z.strictObject({
    id: w.id,
    endedAt: w.startedAt,
    activeMs: w.activeMs,
    state: z.enum(['done', 'partial']),
  }),
  reads: ({ id }) => [workout(id)],
  run: (tx, { id, endedAt, activeMs, state }) => tx.patch(workouts, id, { endedAt, activeMs, state, holder: null }),
})

/** Takes a finish back. */
export const resumeWorkout = defineMutation({
  name: 'workouts.resume',
  v: 1,
  byWriters: true,
  args: z.strictObject({ id: w.id, holder: w.holder }),
  reads: ({ id }) => [workout(id)],
  run: (tx, { id, holder }) => tx.patch(workouts, id, { state: 'open', endedAt: null, activeMs: null, holder }),
})

export const takeOverWorkout = defineMutation({
  name: 'workouts.takeOver',
  v: 1,
  byWriters: true,
  args: z.strictObject({ id: w.id, holder: w.holder }),
  reads: ({ id }) => [workout(id)],
  run: (tx, { id, holder }) => tx.patch(workouts, id, { holder }),
})

export const editWorkout = defineMutation({
  name: 'workouts.edit',
  v: 2,
  byWriters: true,
  args: z.strictObject({
    id: w.id,
    title: z.optional(w.title),
    notes: z.optional(w.notes),
    startedAt: z.optional(w.startedAt),
    zone: z.optional(w.zone),
    localDay: z.optional(w.localDay),
    endedAt: z.optional(w.endedAt),
    activeMs: z.optional(w.activeMs),
    bodyweightG: z.optional(w.bodyweightG),
    placeId: w.placeId,
  }),
  // Version 1 knew no places, and changed none.
  upcasters: { 1: (args: object) => args },
  reads: ({ id }) => [workout(id)],
  run(tx, { id, bodyweightG, placeId, ...fields }, { actor, space }) {
    tx.patch(workouts, id, given({ ...fields, ...(actor === space && { bodyweightG, placeId }) }))
  },
})

/** Marks the workout only; a set that arrives late is kept, hidden, and returns with a restore. */
export const removeWorkout = defineMutation({
  name: 'workouts.remove',
  v: 1,
  byWriters: true,
  args: workoutTarget,
  reads: ({ id }) => [workout(id)],
  run: (tx, { id }) => tx.delete(workouts, id),
})

export const restoreWorkout = defineMutation({
  name: 'workouts.restore',
  v: 1,
  byWriters: true,
  args: workoutTarget,
  reads: ({ id }) => [workout(id)],
  run: (tx, { id }) => tx.restore(workouts, id),
})

export const workoutMutations = [
  startWorkout,
  addExercise,
  moveExercise,
  removeExercise,
  restoreExercise,
  editExercise,
  replaceExercise,
  addSet,
  editSet,
  checkSet,
  uncheckSet,
  removeSet,
  restoreSet,
  finishWorkout,
  resumeWorkout,
  takeOverWorkout,
  editWorkout,
  removeWorkout,
  restoreWorkout,
  ...importMutations,
] as const
