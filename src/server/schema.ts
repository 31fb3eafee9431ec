/** Tables of the plumbing itself. */
import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgPolicy, pgRole, pgTable, text, uuid } from 'drizzle-orm/pg-core'

export const appRole = pgRole('spotter_app').existing()
export const jobsRole = pgRole('spotter_jobs').existing()

/** Counters of rate-limiter-flexible; keys are hashed where they would name a person. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    key: text().primaryKey(),
    points: integer().notNull().default(0),
    expire: bigint({ mode: 'number' }),
  },
  () => [
    pgPolicy('rate_limit_app', {
      to: appRole,
      using: sql`app_subjects() = '{}'`,
      withCheck: sql`app_subjects() = '{}'`,
    }),
  ],
)

/**
 * Letters that are to be sent, written in the transaction of what they tell about. The app may only add: what stands in
 * them (a link that signs in) is read by the jobs' role, which sends and deletes them.
 */
export const letter = pgTable(
  'letter',
  {
    id: uuid().primaryKey(),
    /** Whose account it is about; null for an address without one. Without a reference, since the row is gone in a day. */
    userId: uuid('user_id'),
    toAddress: text('to_address').notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    createdAt: bigint('created_at', { mode: 'number' }).notNull(),
    /** When it is tried next. */
    dueAt: bigint('due_at', { mode: 'number' }).notNull(),
    /** From then on it would tell nothing that still holds, and is not sent any more. */
    expiresAt: bigint('expires_at', { mode: 'number' }).notNull(),
    attempts: integer().notNull().default(0),
    /** Code of the last failure: never what the server said, which repeats the address. */
    error: text(),
    /** Put into the local outbox: those that were really sent are deleted. */
    shownAt: bigint('shown_at', { mode: 'number' }),
    deadAt: bigint('dead_at', { mode: 'number' }),
  },
  (t) => [
    index('letter_due').on(t.dueAt).where(sql`shown_at is null and dead_at is null`),
    pgPolicy('letter_add', { for: 'insert', to: appRole, withCheck: sql`true` }),
    pgPolicy('letter_send', { for: 'all', to: jobsRole, using: sql`true` }),
  ],
)
