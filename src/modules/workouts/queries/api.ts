/** SQL of the REST API: one's own log in pages. Every query runs inside `withActor`, and still names the athlete. */
import type { Tx } from '../../../server/db.ts'
import type { Measurement } from '../model/body.ts'
import type { Routine } from '../model/routines.ts'
import type { Workout } from '../model.ts'
import { findRecentWorkouts, WORKOUT } from './workouts.ts'

const OWN_WORKOUT = `${WORKOUT}, session_rpe as "sessionRpe", routine_id as "routineId"`
const ROUTINE = `id, title, folder_id as "folderId", position, notes, exercises`
const MEASUREMENT = `id, kind, value, at, local_day as "localDay"`

export type After = { at: number; id: string }

/** Newest first. */
export function findWorkoutPage(
  tx: Tx,
  { athleteId, limit, after }: { athleteId: string; limit: number; after: After | null },
): Promise<Workout[]> {
  const before = after ? { startedAt: after.at, id: after.id } : undefined
  return findRecentWorkouts(tx, { athleteId, limit, before }, OWN_WORKOUT)
}

export async function findWorkoutsById(
  tx: Tx,
  args: { athleteId: string; ids: readonly string[] },
): Promise<Workout[]> {
  return tx<Workout[]>`
    select ${tx.unsafe(OWN_WORKOUT)} from workout
    where athlete_id = ${args.athleteId} and id = any (${args.ids as string[]}::text[]) and not deleted`
}

/** Of one that is there, deleted or not; null when there never was one. */
export async function findIsDeleted(tx: Tx, args: { athleteId: string; id: string }): Promise<boolean | null> {
  const [row] = await tx<{ deleted: boolean }[]>`
    select deleted from workout where athlete_id = ${args.athleteId} and id = ${args.id}`
  return row?.deleted ?? null
}

export async function findRoutines(tx: Tx, args: { athleteId: string; ids?: readonly string[] }): Promise<Routine[]> {
  return tx<Routine[]>`
    select ${tx.unsafe(ROUTINE)} from routine
    where athlete_id = ${args.athleteId} and not deleted
      ${args.ids ? tx`and id = any (${args.ids as string[]}::text[])` : tx``}
    order by position collate "C", id`
}

/** Newest first. */
export async function findMeasurementPage(
  tx: Tx,
  args: { athleteId: string; limit: number; after: After | null; kind?: string },
): Promise<Measurement[]> {
  const { athleteId, limit, after, kind } = args
  return tx<Measurement[]>`
    select ${tx.unsafe(MEASUREMENT)} from body_measurement
    where athlete_id = ${athleteId} and not deleted ${kind ? tx`and kind = ${kind}` : tx``}
      ${after ? tx`and (at, id) < (${after.at}, ${after.id})` : tx``}
    order by at desc, id desc limit ${limit}`
}

export async function findMeasurementsById(
  tx: Tx,
  args: { athleteId: string; ids: readonly string[] },
): Promise<Measurement[]> {
  return tx<Measurement[]>`
    select ${tx.unsafe(MEASUREMENT)} from body_measurement
    where athlete_id = ${args.athleteId} and id = any (${args.ids as string[]}::text[]) and not deleted`
}
