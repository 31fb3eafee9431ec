/** SQL on open workouts that may be asked about. */
import type { Sql, Tx } from '../../../server/db.ts'

type Which = { athleteId: string; workoutId: string }

/** One that was asked about stays so. */
export async function insertOpenWorkout(tx: Tx, args: Which & { dueAt: number }): Promise<void> {
  await tx`
    insert into open_workout (athlete_id, workout_id, state, due_at)
    values (${args.athleteId}, ${args.workoutId}, 'waits', ${args.dueAt}) on conflict do nothing`
}

/** By the jobs' role: the one that is due for the longest, not yet locked. */
export async function findDue(sql: Sql, args: { now: number }): Promise<Which | null> {
  const [row] = await sql<Which[]>`
    select athlete_id as "athleteId", workout_id as "workoutId" from open_workout
    where state = 'waits' and due_at <= ${args.now} order by due_at limit 1`
  return row ?? null
}

/** Locked until the transaction ends; null when somebody else has it, or had it. */
export async function takeDue(tx: Tx, args: Which & { now: number }): Promise<{ attempts: number } | null> {
  const [row] = await tx<{ attempts: number }[]>`
    select attempts from open_workout
    where athlete_id = ${args.athleteId} and workout_id = ${args.workoutId} and state = 'waits' and due_at <= ${args.now}
    for update skip locked`
  return row ?? null
}

export async function decide(tx: Tx, args: Which & { state: 'asked' | 'late' | 'nowhere' | 'failed' }): Promise<void> {
  await tx`
    update open_workout set state = ${args.state}
    where athlete_id = ${args.athleteId} and workout_id = ${args.workoutId}`
}

export async function putOff(tx: Tx, args: Which & { dueAt: number; attempts: number }): Promise<void> {
  await tx`
    update open_workout set due_at = ${args.dueAt}, attempts = ${args.attempts}
    where athlete_id = ${args.athleteId} and workout_id = ${args.workoutId}`
}

/** It is open no more. Opened again it is watched anew. */
export async function deleteOpenWorkout(tx: Tx, args: Which): Promise<void> {
  await tx`delete from open_workout where athlete_id = ${args.athleteId} and workout_id = ${args.workoutId}`
}

export type Address = { subscriptionId: string; endpoint: string; p256dh: string; auth: string }

/** The signed-in browser in which the athlete's app was opened last, among those that may be told something. */
export async function findNewestAddress(tx: Tx, args: { userId: string; now: number }): Promise<Address | null> {
  const [row] = await tx<Address[]>`
    select s.id as "subscriptionId", s.endpoint, s.p256dh, s.auth
    from push_subscription s join auth_session a on a.id = s.session_id
    where s.user_id = ${args.userId} and a.revoked_at is null and a.expires_at > ${args.now}
    order by s.renewed_at desc, s.id desc limit 1`
  return row ?? null
}

/** By the jobs' role. */
export async function deleteAged(sql: Sql, args: { before: number }): Promise<void> {
  await sql`delete from open_workout where due_at < ${args.before}`
}
