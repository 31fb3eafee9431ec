'use client'
/** The log as a table, in the shape in which Hevy exports its own: and what that shape can't say of it. */
import type { LoggedSet, Workout, WorkoutExercise } from '../../modules/workouts/model.ts'
import { assembleWorkouts } from '../../modules/workouts/rules/assemble.ts'
import { hevyHeader, hevyLines, linesOf } from '../../modules/workouts/rules/export/hevy.ts'
import { createLosses, type Loss } from '../../modules/workouts/rules/export/losses.ts'
import { exportNames } from '../../modules/workouts/rules/export/names.ts'
import type { WholeLog } from '../../sync/client/whole-log.ts'
import { pause, type Share } from './export-log.ts'
import { newestFirst } from './reads.ts'
import type { Athlete } from './use-athlete.ts'

/** Workouts between two frames. */
const SLICE = 60

export async function setsFile(
  { log }: WholeLog,
  { book, profile, zone }: Athlete,
  onShare: Share,
): Promise<{ file: Blob; losses: Loss[]; sets: number }> {
  const rowsOf = <R>(name: string) => (log.get(name) ?? []) as unknown as R[]
  const workouts = rowsOf<Workout>('workout').toSorted(newestFirst)
  const wholes = assembleWorkouts(
    workouts,
    rowsOf<WorkoutExercise>('workout_exercise'),
    rowsOf<LoggedSet>('logged_set'),
  )
  const units = { load: profile.loadUnit, distance: profile.distanceUnit }
  const nameOf = exportNames(
    book.all.map(({ id }) => book.inEnglish(id)),
    book.inEnglish,
  )
  const isOwn = (id: string) => book.own.has(id)
  const losses = createLosses({ units, zone, nameOf, exerciseOf: book.get, isOwn })
  const parts = [hevyHeader(units)]
  let sets = 0
  for (const [i, whole] of wholes.entries()) {
    losses.add(whole)
    sets += linesOf(whole).reduce((sum, line) => sum + line.sets.length, 0)
    parts.push(hevyLines(whole, units, (id) => nameOf(id).text))
    if (i % SLICE !== 0) continue
    onShare(i / wholes.length)
    await pause()
  }
  return { file: new Blob(parts, { type: 'text/csv' }), losses: losses.result(), sets }
}
