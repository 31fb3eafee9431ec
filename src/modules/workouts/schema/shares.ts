/** Synced: links to copies of routines and workouts. Whoever names the token of one that stands sees it; posts have no address. */
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
    /**
     * Of a workout that stands in the feed, when it was put there: by the stamp of its making, which no wrong clock brings
     * into the future. Null of everything else.
     */
    postedAt: instant('posted_at').generatedAlwaysAs(
      sql`case when kind = 'post' and revoked_at is null and not deleted then (stamps->'row'->>0)::bigint end`,
    ),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('shared_link_token').on(t.athleteId, t.token),
    index('shared_link_posted').on(t.athleteId, t.postedAt, t.id).where(sql`posted_at is not null`),
    subjectsOnly('shared_link'),
    pgPolicy('shared_link_seen', {
      for: 'select',
      to: appRole,
      using: sql`token = ${lookup} and kind <> 'post' and revoked_at is null and not deleted`,
    }),
  ],
)
