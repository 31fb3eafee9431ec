/** The database: one pool a process and the one door through which every query goes. */
import postgres from 'postgres'
import type { Actor } from '../shared/actor.ts'
import { env } from './env.ts'
import { made, once } from './process.ts'
import { reserve, surviveLostConnects } from './reserve.ts'

export type Sql = postgres.Sql
/** One connection inside a transaction. Queries take this, never the pool: row-level security needs the settings on it. */
export type Tx = postgres.ReservedSql

export function openPool(
  url: string,
  options: { max?: number; prepare?: boolean; statementTimeoutMs?: number } = {},
): Sql {
  return postgres(url, {
    max: options.max ?? 24,
    prepare: options.prepare ?? true,
    idle_timeout: 300,
    connect_timeout: 5,
    onnotice: () => {},
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
    // After a failover all come back within a second, not one by one within twenty.
    backoff: (failures) => Math.min(2 ** failures / 100, 1) * (0.5 + Math.random() / 2),
    connection: {
      application_name: 'spotter',
      statement_timeout: options.statementTimeoutMs ?? 15_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  })
}

/** The app's role: owns nothing, sees only the subjects that `withActor` names. */
export function pool(): Sql {
  surviveLostConnects()
  return once('db.pool', () =>
    openPool(env().DATABASE_URL, { max: env().DATABASE_POOL, prepare: env().DATABASE_PREPARE === '1' }),
  )
}

/** The jobs' role: the few tasks that walk across subjects (relay, retention). */
export function jobsPool(): Sql {
  return once('db.jobs', () => openPool(env().DATABASE_JOBS_URL, { max: 4 }))
}

/**
 * The jobs' role once more, for transactions that last as long as somebody else's service takes to answer: they must not
 * hold up the rest. Its connections are opened when they are needed.
 */
export function sendingPool(): Sql {
  return once('db.sending', () => openPool(env().DATABASE_JOBS_URL, { max: 8 }))
}

/** Those that were opened: who loads the demo has two of its own, and no environment for a third. */
export async function closePools(): Promise<void> {
  await Promise.all(['db.pool', 'db.jobs', 'db.sending'].map((name) => made<Sql>(name)?.end({ timeout: 5 })))
}

/** A person's id before anyone is signed in: sign-in and sign-up read credentials as nobody. */
export const NOBODY: Actor = { userId: '00000000-0000-0000-0000-000000000000', sessionId: null }

/** What waits for each open transaction's commit. One map a process: Next's copy of this file may open, the server's ask. */
const waitingForCommit = () => once('db.commits', () => new WeakMap<Tx, (() => void)[]>())

/** Runs `then` once the transaction of `withActor` is committed, and never when it is rolled back. */
export function afterCommit(tx: Tx, then: () => void): void {
  const waiting = waitingForCommit().get(tx)
  if (!waiting) throw new Error('Only a transaction of withActor can say that it was committed.')
  waiting.push(then)
}

/**
 * Runs `fn` in one transaction as `actor`, who may see exactly `subjects` (the ids that the access check approved).
 * Begin, the settings and the first statement of `fn` travel together: `set_config` in the same statement as a read
 * would come too late for its policies, as an earlier statement of the same pipeline it does not.
 */
export async function withActor<T>(
  actor: Actor,
  subjects: readonly string[],
  fn: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean; sql?: Sql } = {},
): Promise<T> {
  const tx = await reserve(options.sql ?? pool())
  const waiting: (() => void)[] = []
  waitingForCommit().set(tx, waiting)
  try {
    // `execute` puts them on the wire now: a query that is only awaited goes out a microtask later, after one of `fn`'s
    // that is executed, which would then run before `begin`.
    const begun = Promise.all([
      tx.unsafe(options.readOnly ? 'begin isolation level repeatable read read only' : 'begin').execute(),
      tx`select set_config('app.actor', ${actor.userId}, true), set_config('app.subjects', ${subjects.join(',')}, true)`.execute(),
    ])
    begun.catch(() => {})
    const result = await fn(tx).catch(async (error: unknown) => {
      await begun
      throw error
    })
    await begun
    await tx`commit`
    for (const then of waiting) then()
    return result
  } catch (error) {
    await tx`rollback`.catch(() => {})
    throw error
  } finally {
    tx.release()
  }
}

/**
 * In work that nobody waits for: a busy hour must not end every try of it. Less than a connection may be held for; a
 * pool without a limit keeps having none.
 */
export async function takeTime(tx: Tx): Promise<void> {
  await tx`
    select set_config('statement_timeout',
      case current_setting('statement_timeout') when '0' then '0' else '45000' end, true)`
}
