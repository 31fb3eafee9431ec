/** Routines: what an athlete means to do again, as one list of exercises with their sets, in folders of their own. */
import * as z from 'zod/mini'
import { defineCollection } from '../../../sync/mutation.ts'
import { loggedSetRow, setFigures, workoutExerciseRow, workoutRow } from '../model.ts'

const { id, title } = workoutRow.shape
const e = workoutExerciseRow.shape

/** Figures that nobody planned are left out: the set then shows what was done last time. */
export const routineSet = z.strictObject({
  ...z.partial(z.strictObject(setFigures)).shape,
  kind: setFigures.kind,
  loadMode: setFigures.loadMode,
})
export type RoutineSet = z.infer<typeof routineSet>

export const routineExercise = z.strictObject({
  /** Names the place for as long as the routine lasts, whatever exercise stands in it. */
  slot: id,
  exerciseId: e.exerciseId,
  notes: e.notes,
  ...{ restS: e.restS, superset: e.superset, sides: e.sides, everyS: e.everyS, workS: e.workS },
  sets: z.array(routineSet).check(z.maxLength(100)),
})
export type RoutineExercise = z.infer<typeof routineExercise>

export const routineRow = z.object({
  id,
  title,
  /** Null or a folder that is gone: it stands outside of folders. */
  folderId: z.nullable(id),
  position: loggedSetRow.shape.position,
  notes: workoutRow.shape.notes,
  exercises: z.array(routineExercise).check(z.maxLength(200)),
  /** The last workout of it whose differences the athlete has dealt with. */
  settledId: z.optional(z.nullable(id)),
})
export type Routine = z.infer<typeof routineRow>

export const routineFolderRow = z.object({ id, title, position: loggedSetRow.shape.position })
export type RoutineFolder = z.infer<typeof routineFolderRow>

export const routines = defineCollection('routine', routineRow, { indexes: [], domain: 'training' })
export const routineFolders = defineCollection('routine_folder', routineFolderRow, { indexes: [], domain: 'training' })
