import { sql } from 'drizzle-orm'
import { index, pgPolicy, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { appRole, jobsRole } from '../../../server/schema.ts'
import { actor, instant, lookup } from '../schema.ts'

/**
 * What somebody asked about their own data, and what became of it. Outlives them as ids and dates: the receipt that it
 * was done.
 */
export const privacyRequest = pgTable(
  'privacy_request',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id').notNull(),
    /** `delete`. */
    kind: text('kind').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** Until then it can be taken back. */
    dueAt: instant('due_at').notNull(),
    /** `pending`, `kept` or `erased`. */
    state: text('state').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('privacy_request_pending').on(t.userId).where(sql`state = 'pending'`),
    index('privacy_request_due').on(t.dueAt).where(sql`state = 'pending'`),
    // Also to who names a session of theirs: whether it is about to end is asked with the session.
    pgPolicy('privacy_request_seen', {
      for: 'select',
      to: appRole,
      using: sql`user_id = ${actor} or user_id in (select s.user_id from auth_session s where s.sid_hash = ${lookup})`,
    }),
    pgPolicy('privacy_request_ask', { for: 'insert', to: appRole, withCheck: sql`user_id = ${actor}` }),
    pgPolicy('privacy_request_keep', {
      for: 'update',
      to: appRole,
      using: sql`user_id = ${actor}`,
      withCheck: sql`user_id = ${actor} and state = 'kept'`,
    }),
    pgPolicy('privacy_request_jobs', { for: 'all', to: jobsRole, using: sql`true`, withCheck: sql`true` }),
  ],
)
