/**
 * Rollups and records. Promise: they equal what the rules say of the rows, whatever order the rows came in, since a day
 * is always rebuilt whole and an exercise's records always from its whole history.
 */
import { type Sql, type Tx, takeTime, withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import { exercisesOf } from '../../exercises/service.ts'
import { findProfile } from '../../users/service/profile.ts'
import { withHandBest } from '../../workouts/rules/hand-best.ts'
import { UNKNOWN_EXERCISE } from '../../workouts/rules/load.ts'
import { BY_HAND, recordsOf } from '../../workouts/rules/records.ts'
import { daysOfWorkouts, historyOfExercises, workoutsOnDays } from '../../workouts/service/workouts.ts'
import * as queries from '../queries.ts'
import { dayFigures, FIGURES_FORMULA_VERSION } from '../rules/day-figures.ts'

/**
 * Days a transaction. Each ends with the records of its exercises, from their whole history: an import of fourteen years
 * goes through them three times. Nobody waits for it, since days are claimed without a lock on them.
 */
const BATCH_DAYS = 2_000
/** Few, so that what is pushed meanwhile does not wait behind everybody's history. */
const OUTDATED_AT_ONCE = 10

/** The engine itself, when nobody in particular asks: it still names the one subject it works on. */
const WORKER: Actor = { userId: '00000000-0000-0000-0000-000000000001', sessionId: null }

export function dirtyAthletes(jobs: Sql, limit = 50): Promise<string[]> {
  return withActor(WORKER, [], (tx) => queries.findDirtyAthletes(tx, { limit }), { sql: jobs })
}

/**
 * Marks all days of some athletes whose figures are of an older formula; false when there are none. Their records are
 * then other ones, and nobody is told of them: only what a person does is announced.
 */
export async function markOutdated(jobs: Sql): Promise<boolean> {
  const athletes = await withActor(
    WORKER,
    [],
    (tx) => queries.findOutdatedAthletes(tx, { formulaVersion: FIGURES_FORMULA_VERSION, limit: OUTDATED_AT_ONCE }),
    { sql: jobs },
  )
  for (const athleteId of athletes) {
    await withActor(WORKER, [athleteId], async (tx) => {
      await queries.markAllDays(tx, { athleteId, days: await daysOfWorkouts(tx, { athleteId }) })
    })
  }
  return athletes.length > 0
}

/** One batch of an athlete's dirty days; false when none was left to do. */
export async function rebuildDirtyDays(athleteId: string): Promise<boolean> {
  return withActor(WORKER, [athleteId], async (tx) => {
    await takeTime(tx)
    const dirty = await queries.claimDirtyDays(tx, { athleteId, limit: BATCH_DAYS })
    if (dirty.length === 0) return false
    await rebuildDays(tx, { athleteId, days: dirty.map(({ day }) => day) })
    await queries.clearDirtyDays(tx, { athleteId, days: dirty })
    return true
  })
}

/** Rebuilds these days and the records of every exercise that was or is done on them. */
export async function rebuildDays(tx: Tx, args: { athleteId: string; days: readonly number[] }): Promise<void> {
  const { athleteId, days } = args
  const exerciseOf = await exercisesOf(tx, { athleteId })
  const before = await queries.findExercisesOnDays(tx, { athleteId, days })
  const workouts = await workoutsOnDays(tx, { athleteId, days })
  const figures = days.map((day) => dayFigures(day, workouts, exerciseOf))
  await queries.replaceDays(tx, { athleteId, days, figures, formulaVersion: FIGURES_FORMULA_VERSION })

  const after = workouts.flatMap(({ entries }) => entries.map(({ entry }) => entry.exerciseId))
  const exerciseIds = [...new Set([...before, ...after])].sort()
  if (exerciseIds.length === 0) return
  const history = await historyOfExercises(tx, { athleteId, exerciseIds })
  const { bests } = await findProfile(tx, { athleteId })
  const records = exerciseIds
    .flatMap((exerciseId) => {
      const exercise = exerciseOf(exerciseId)
      return recordsOf(
        exercise ? withHandBest(history, exercise, bests) : history,
        exerciseId,
        exercise ?? UNKNOWN_EXERCISE,
      )
    })
    // What was entered by hand is measured by, and no record of this log.
    .filter(({ workoutId }) => workoutId !== BY_HAND)
  await queries.replaceRecords(tx, { athleteId, exerciseIds, records, formulaVersion: FIGURES_FORMULA_VERSION })
}
