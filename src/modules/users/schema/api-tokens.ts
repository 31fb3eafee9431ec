/** Access tokens of scripts and other apps. */
import { sql } from 'drizzle-orm'
import { index, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { appRole } from '../../../server/schema.ts'
import { actor, erasable, instant, lookup, person } from '../schema.ts'

/** A key to one's own log for scripts and other apps. Here is only its hash, so that a leaked table opens nothing. */
export const apiToken = pgTable(
  'api_token',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** What its owner calls it. */
    name: text('name').notNull(),
    /** sha256, hex. */
    tokenHash: text('token_hash').notNull().unique(),
    /** Its last four letters, by which the owner knows it again. */
    tail: text('tail').notNull(),
    /** `read`, or `write`, which reads as well. */
    scope: text('scope').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [
    index('api_token_user').on(t.userId),
    erasable('api_token', 'user_id'),
    pgPolicy('api_token_own', {
      for: 'all',
      to: appRole,
      using: sql`user_id = ${actor} or token_hash = ${lookup}`,
      withCheck: sql`user_id = ${actor}`,
    }),
  ],
)
