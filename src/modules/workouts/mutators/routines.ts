/** What an athlete does with routines. A routine that a workout came from is changed by them alone, never by its finish. */
import * as z from 'zod/mini'
import { type Collection, defineMutation, given, type Row } from '../../../sync/mutation.ts'
import { routineFolderRow, routineFolders, routineRow, routines } from '../model/routines.ts'
import { workoutRow, workouts } from '../model.ts'

const { id, settledId, ...fields } = routineRow.shape
const target = z.strictObject({ id })
const readsOf =
  <R extends Row>(collection: Collection<R>) =>
  (args: { id: string }) => [{ from: collection, id: args.id }]

export const addRoutine = defineMutation({
  name: 'workouts.addRoutine',
  v: 1,
  isLog: false,
  args: z.strictObject({ id, ...fields }),
  reads: readsOf(routines),
  run: (tx, row) => tx.put(routines, row),
})

export const editRoutine = defineMutation({
  name: 'workouts.editRoutine',
  v: 1,
  isLog: false,
  args: z.strictObject({ id, ...z.partial(z.strictObject({ ...fields, settledId })).shape }),
  reads: readsOf(routines),
  run: (tx, { id: edited, ...changed }) => tx.patch(routines, edited, given(changed)),
})

export const removeRoutine = defineMutation({
  name: 'workouts.removeRoutine',
  v: 1,
  isLog: false,
  args: target,
  reads: readsOf(routines),
  run: (tx, args) => tx.delete(routines, args.id),
})

export const restoreRoutine = defineMutation({
  name: 'workouts.restoreRoutine',
  v: 1,
  isLog: false,
  args: target,
  reads: readsOf(routines),
  run: (tx, args) => tx.restore(routines, args.id),
})

/** Makes it, or names and places it anew. */
export const putFolder = defineMutation({
  name: 'workouts.putFolder',
  v: 1,
  isLog: false,
  args: z.strictObject(routineFolderRow.shape),
  reads: readsOf(routineFolders),
  run: (tx, row) => tx.put(routineFolders, row),
})

/** Its routines stay, outside of folders, and are in it again with a restore. */
export const removeFolder = defineMutation({
  name: 'workouts.removeFolder',
  v: 1,
  isLog: false,
  args: target,
  reads: readsOf(routineFolders),
  run: (tx, args) => tx.delete(routineFolders, args.id),
})

export const restoreFolder = defineMutation({
  name: 'workouts.restoreFolder',
  v: 1,
  isLog: false,
  args: target,
  reads: readsOf(routineFolders),
  run: (tx, args) => tx.restore(routineFolders, args.id),
})

/** Says which routine a workout was started from. */
export const nameRoutine = defineMutation({
  name: 'workouts.nameRoutine',
  v: 1,
  args: z.strictObject({ id, routineId: workoutRow.shape.routineId }),
  reads: readsOf(workouts),
  run: (tx, args) => tx.patch(workouts, args.id, given({ routineId: args.routineId })),
})

export const routineMutations = [
  addRoutine,
  editRoutine,
  removeRoutine,
  restoreRoutine,
  putFolder,
  removeFolder,
  restoreFolder,
  nameRoutine,
] as const
