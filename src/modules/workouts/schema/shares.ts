/** Synced: links to copies of routines and workouts. Whoever names the token of one that stands sees it. */
import { sql } from 'drizzle-orm'
import { index, jsonb, pgPolicy, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { appRole } from '../../../server/schema.ts'
import { instant, lookup, subjectsOnly, syncedColumns, syncedState } from '../../users/schema.ts'

export const sharedLink = pgTable(
  'shared_link',
  {
    ...syncedColumns,
    kind: text('kind').notNull(),
    ofId: text('of_id').notNull(),
    token: text('token').notNull(),
    fromName: text('from_name'),
    document: jsonb('document').notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
    ...syncedState,
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('shared_link_token').on(t.athleteId, t.token),
    subjectsOnly('shared_link'),
    pgPolicy('shared_link_seen', {
      for: 'select',
      to: appRole,
      using: sql`token = ${lookup} and revoked_at is null and not deleted`,
    }),
  ],
)
