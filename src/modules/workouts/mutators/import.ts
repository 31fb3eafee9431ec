/**
 * Bringing history in from a file, and taking it out again. Ids come from the facts (source, start, name), so the same
 * file twice is the same rows; a batch that was removed keeps what arrives late hidden, whatever the order of arrival.
 */
import * as z from 'zod/mini'
import { defineMutation, type Read } from '../../../sync/mutation.ts'
import {
  type ImportBatch,
  importBatches,
  importBatchRow,
  loggedSetRow,
  loggedSets,
  type WholeWorkout,
  workoutExerciseRow,
  workoutExercises,
  workoutRow,
  workouts,
} from '../model.ts'

const b = importBatchRow.shape
const { state: _state, ...batchFields } = b
// What its place says already is left out: the batch, the parents.
const { batchId: _batchId, holder: _holder, ...workoutFields } = workoutRow.shape
const { workoutId: _workoutId, ...entryFields } = workoutExerciseRow.shape
const { workoutId: _setsWorkout, entryId: _entryId, ...setFields } = loggedSetRow.shape

const importedWorkout = z.strictObject({
  workout: z.strictObject(workoutFields),
  entries: z
    .array(
      z.strictObject({
        entry: z.strictObject(entryFields),
        sets: z.array(z.strictObject(setFields)).check(z.maxLength(500)),
      }),
    )
    .check(z.maxLength(200)),
})
export type ImportedWorkout = z.infer<typeof importedWorkout>

/** What `importChunk` takes of a whole workout. */
export function toImported({ workout, entries }: WholeWorkout): ImportedWorkout {
  const { batchId: _batch, holder: _holder, ...facts } = workout
  return {
    workout: facts,
    entries: entries.map(({ entry: { workoutId: _workout, ...entry }, sets }) => ({
      entry,
      sets: sets.map(({ workoutId: _workoutId, entryId: _entryId, ...set }) => set),
    })),
  }
}

const batch = (id: string): Read => ({ from: importBatches, id })

const asItWas = (args: object) => args

/** Each version knows more apps and files that a log may come from; what earlier ones sent stands as it is. */
export const startImport = defineMutation({
  name: 'workouts.startImport',
  v: 4,
  args: z.strictObject({ batch: z.strictObject(batchFields) }),
  upcasters: { 1: asItWas, 2: asItWas, 3: asItWas },
  reads: (args) => [batch(args.batch.id)],
  run: (tx, args) => tx.put(importBatches, { ...args.batch, state: 'running' } satisfies ImportBatch),
})

export const importChunk = defineMutation({
  name: 'workouts.importChunk',
  v: 4,
  args: z.strictObject({ batchId: b.id, workouts: z.array(importedWorkout).check(z.maxLength(500)) }),
  upcasters: { 1: asItWas, 2: asItWas, 3: asItWas },
  reads: (args) => [
    batch(args.batchId),
    ...args.workouts.flatMap(({ workout, entries }): Read[] => [
      { from: workouts, id: workout.id },
      ...entries.flatMap(({ entry, sets }): Read[] => [
        { from: workoutExercises, id: entry.id },
        ...sets.map((set): Read => ({ from: loggedSets, id: set.id })),
      ]),
    ]),
  ],
  run(tx, { batchId, workouts: all }) {
    const isRemoved = tx.get(importBatches, batchId)?.state === 'removed'
    for (const { workout, entries } of all) {
      const here = tx.get(workouts, workout.id)
      // What is here is older than the file's words about it, or corrected since: only what is missing is put. A phone
      // whose older months are still coming may send what the server has long had.
      const isKnown =
        here !== undefined || entries.some(({ entry }) => tx.get(workoutExercises, entry.id) !== undefined)
      if (!isKnown) tx.put(workouts, { ...workout, holder: null, batchId })
      else if (!here) tx.patch(workouts, workout.id, { batchId })
      for (const { entry, sets } of entries) {
        if (!tx.get(workoutExercises, entry.id)) tx.put(workoutExercises, { ...entry, workoutId: workout.id })
        for (const set of sets) {
          if (!tx.get(loggedSets, set.id)) tx.put(loggedSets, { ...set, workoutId: workout.id, entryId: entry.id })
        }
      }
      // Importing a file anew brings back what the undo of an earlier import hid; a removed batch stays hidden.
      if (!isRemoved) {
        if (!here) tx.restore(workouts, workout.id)
      } else if (!here || here.batchId === batchId) tx.delete(workouts, workout.id)
    }
  },
})

export const finishImport = defineMutation({
  name: 'workouts.finishImport',
  v: 1,
  args: z.strictObject({ id: b.id }),
  reads: ({ id }) => [batch(id)],
  run(tx, { id }) {
    // Removed while its last chunks were under way: it stays removed.
    if (tx.get(importBatches, id)?.state === 'removed') return
    tx.patch(importBatches, id, { state: 'done' })
  },
})

/** The undo of an import. Only the workouts are marked; their sets are hidden with them. */
export const removeBatch = defineMutation({
  name: 'workouts.removeBatch',
  v: 1,
  args: z.strictObject({ id: b.id }),
  reads: ({ id }) => [batch(id), { from: workouts, where: 'batchId', is: id }],
  run(tx, { id }) {
    for (const workout of tx.find(workouts, 'batchId', id)) tx.delete(workouts, workout.id)
    tx.patch(importBatches, id, { state: 'removed' })
  },
})

/** Takes the undo back. Deleted rows are not seen by a mutation, so the workouts are named: those the undo removed. */
export const restoreBatch = defineMutation({
  name: 'workouts.restoreBatch',
  v: 1,
  args: z.strictObject({ id: b.id, workoutIds: z.array(workoutRow.shape.id).check(z.maxLength(2000)) }),
  reads: ({ id, workoutIds }) => [
    batch(id),
    ...workoutIds.map((workoutId): Read => ({ from: workouts, id: workoutId })),
  ],
  run(tx, { id, workoutIds }) {
    for (const workoutId of workoutIds) tx.restore(workouts, workoutId)
    tx.patch(importBatches, id, { state: 'done' })
  },
})

export const importMutations = [startImport, importChunk, finishImport, removeBatch, restoreBatch] as const
