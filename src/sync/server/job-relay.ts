/**
 * The relay of jobs: does what a commit asked for, effectively once. An attempt is counted and put off before it begins,
 * so a process that dies in it is followed by another after that time; the work and the end of the job are one
 * transaction behind the job's lock, so what was half done is not there and what was done is not done again.
 */
import { type Sql, type Tx, withActor } from '../../server/db.ts'
import { log, safeError } from '../../server/log.ts'

/** Does its work in the transaction that ends the job; whatever it throws leaves nothing and is tried again. */
export type JobHandler = (tx: Tx, job: { athleteId: string; payload: Record<string, unknown> }) => Promise<void>
/** By the task's name, as `onFlush` gives it. */
export type JobHandlers = Readonly<Record<string, JobHandler>>

type Job = { id: number; athleteId: string; task: string; payload: Record<string, unknown>; attempts: number }

const AT_ONCE = 20
/** Longer than any statement may take: no second attempt begins beside the first. Doubled by each attempt. */
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000
/** Half a day of trying. */
export const MOST_ATTEMPTS = 18

/** Nobody in particular: it still names the one athlete whose job it does. */
const RELAY = { userId: '00000000-0000-0000-0000-000000000002', sessionId: null }

/** Does what is due, a few at a time; true when there may be more. A task that this build does not know is left alone. */
export async function relayJobs(
  pools: { app: Sql; jobs: Sql },
  handlers: JobHandlers,
  now = Date.now(),
): Promise<boolean> {
  const tasks = Object.keys(handlers)
  if (tasks.length === 0) return false
  const claimed = await withActor(RELAY, [], (tx) => claim(tx, tasks, now), { sql: pools.jobs })
  for (const job of claimed) {
    await work(pools.app, handlers, job).catch(async (error: unknown) => {
      const { error: name, code } = safeError(error)
      log().error({ task: job.task, attempts: job.attempts, ...safeError(error) }, 'a job failed and is tried again')
      await withActor(RELAY, [], (tx) => note(tx, job.id, String(code ?? name)), { sql: pools.jobs })
    })
  }
  return claimed.length === AT_ONCE
}

async function claim(tx: Tx, tasks: string[], now: number): Promise<Job[]> {
  const dead = await tx`
    update job_intent set dead_at = ${now}
    where dead_at is null and due_at <= ${now} and attempts >= ${MOST_ATTEMPTS} returning task`
  for (const { task } of dead) log().error({ task }, 'a job was given up')
  return tx<Job[]>`
    update job_intent set attempts = attempts + 1,
      due_at = ${now} + least(${LONGEST_WAIT_MS}::bigint, ${FIRST_WAIT_MS}::bigint << least(attempts, 20))
    where id in (
      select id from job_intent where dead_at is null and due_at <= ${now} and task = any (${tasks})
      order by due_at, id limit ${AT_ONCE} for update skip locked)
    returning id, athlete_id as "athleteId", task, payload, attempts`
}

async function work(sql: Sql, handlers: JobHandlers, { id, athleteId, task, payload }: Job): Promise<void> {
  await withActor(
    RELAY,
    [athleteId],
    async (tx) => {
      const [mine] = await tx`select 1 from job_intent where id = ${id} for update skip locked`
      if (!mine) return
      await handlers[task]?.(tx, { athleteId, payload })
      await tx`delete from job_intent where id = ${id}`
    },
    { sql },
  )
}

async function note(tx: Tx, id: number, error: string): Promise<void> {
  await tx`update job_intent set error = ${error} where id = ${id}`
}
