/** SQL on what was done. Every query runs inside `withActor`, and still names the athlete. */
import type { Tx } from '../../../server/db.ts'
import type { LoggedSet, Workout, WorkoutExercise } from '../model.ts'

export const WORKOUT = `id, title, state, started_at as "startedAt", zone, local_day as "localDay", ended_at as "endedAt",
  active_ms as "activeMs", notes, bodyweight_g as "bodyweightG", holder, source, batch_id as "batchId"`
const ENTRY = `e.id, e.workout_id as "workoutId", e.exercise_id as "exerciseId", e.position, e.notes, e.rest_s as "restS",
  e.superset, e.sides, e.every_s as "everyS", e.work_s as "workS"`
const SET = `s.id, s.workout_id as "workoutId", s.entry_id as "entryId", s.position, s.kind, s.load_mode as "loadMode",
  s.load_g as "loadG", s.entered_load as "enteredLoad", s.entered_unit as "enteredUnit", s.reps, s.rir2,
  s.reps_right as "repsRight",
  s.duration_ms as "durationMs", s.distance_m as "distanceM", s.entered_distance as "enteredDistance",
  s.distance_unit as "distanceUnit", s.done_at as "doneAt", s.notes, s.confirmed, s.bests`

/** The newest finished or open workouts that start on or before `beforeDay`, newest first. */
export async function findRecentWorkouts(
  tx: Tx,
  args: { athleteId: string; limit: number; before?: { startedAt: number; id: string } | undefined },
  columns = WORKOUT,
): Promise<Workout[]> {
  const { athleteId, limit, before } = args
  return tx<Workout[]>`
    select ${tx.unsafe(columns)} from workout
    where athlete_id = ${athleteId} and not deleted
      ${before ? tx`and (started_at, id) < (${before.startedAt}, ${before.id})` : tx``}
    order by started_at desc, id desc limit ${limit}`
}

export async function findWorkoutsOnDays(
  tx: Tx,
  args: { athleteId: string; days: readonly number[] },
): Promise<Workout[]> {
  return tx<Workout[]>`
    select ${tx.unsafe(WORKOUT)} from workout
    where athlete_id = ${args.athleteId} and local_day = any (${args.days as number[]}::int[]) and not deleted`
}

export async function findDaysOfWorkouts(tx: Tx, args: { athleteId: string }): Promise<number[]> {
  const rows = await tx<{ day: number }[]>`
    select distinct local_day as day from workout where athlete_id = ${args.athleteId} and not deleted`
  return rows.map(({ day }) => day)
}

/** Every workout that holds one of these exercises. */
export async function findWorkoutsWithExercises(
  tx: Tx,
  args: { athleteId: string; exerciseIds: readonly string[] },
): Promise<Workout[]> {
  return tx<Workout[]>`
    select ${tx.unsafe(WORKOUT)} from workout
    where athlete_id = ${args.athleteId} and not deleted and id in (
      select workout_id from workout_exercise
      where athlete_id = ${args.athleteId} and exercise_id = any (${args.exerciseIds as string[]}::text[]) and not deleted)`
}

export async function findEntries(
  tx: Tx,
  args: { athleteId: string; workoutIds: readonly string[]; exerciseIds?: readonly string[] },
): Promise<WorkoutExercise[]> {
  const { athleteId, workoutIds, exerciseIds } = args
  return tx<WorkoutExercise[]>`
    select ${tx.unsafe(ENTRY)} from workout_exercise e
    where e.athlete_id = ${athleteId} and e.workout_id = any (${workoutIds as string[]}::text[]) and not e.deleted
      ${exerciseIds ? tx`and e.exercise_id = any (${exerciseIds as string[]}::text[])` : tx``}`
}

export async function findSets(
  tx: Tx,
  args: { athleteId: string; workoutIds: readonly string[]; entryIds?: readonly string[] },
): Promise<LoggedSet[]> {
  const { athleteId, workoutIds, entryIds } = args
  return tx<LoggedSet[]>`
    select ${tx.unsafe(SET)} from logged_set s
    where s.athlete_id = ${athleteId} and s.workout_id = any (${workoutIds as string[]}::text[]) and not s.deleted
      ${entryIds ? tx`and s.entry_id = any (${entryIds as string[]}::text[])` : tx``}`
}

/**
 * When somebody last wrote anything of an open workout, ms of the server's clock: stamps are corrected by it. Sets that were
 * taken out count as well. Null when it is not there or not open.
 */
export async function findLastTouch(tx: Tx, args: { athleteId: string; workoutId: string }): Promise<number | null> {
  const { athleteId, workoutId } = args
  const [row] = await tx<{ ms: number | null }[]>`
    with held as (
      select stamps from workout where athlete_id = ${athleteId} and id = ${workoutId} and state = 'open' and not deleted),
    parts as (
      select stamps from held
      union all select stamps from workout_exercise where athlete_id = ${athleteId} and workout_id = ${workoutId}
      union all select stamps from logged_set where athlete_id = ${athleteId} and workout_id = ${workoutId})
    select max(stamp.ms) as ms from parts, lateral (
      select (stamps -> 'row' ->> 0)::bigint as ms
      union all select (value ->> 0)::bigint from jsonb_each(coalesce(stamps -> 'fields', '{}'::jsonb))) stamp
    where exists (select 1 from held)`
  return row?.ms ?? null
}
