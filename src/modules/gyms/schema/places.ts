/** What there is to lift: an athlete's own places, and what gyms publish. */
import { sql } from 'drizzle-orm'
import { integer, jsonb, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { appRole } from '../../../server/schema.ts'
import { actor, instant, subjects, subjectsOnly, syncedColumns, syncedState } from '../../users/schema.ts'
import { gym } from '../schema.ts'

const ofGym = sql`gym_id = any (${subjects})`

/** Synced: an athlete's places. Their columns are the collection's fields; what stands there is documents of few rows. */
export const place = pgTable(
  'place',
  {
    ...syncedColumns,
    name: text('name').notNull(),
    unit: text('unit').notNull(),
    bars: jsonb('bars').notNull(),
    collars: jsonb('collars'),
    plates: jsonb('plates').notNull(),
    dumbbells: jsonb('dumbbells').notNull(),
    handles: jsonb('handles').notNull(),
    kettlebells: jsonb('kettlebells').notNull(),
    machines: jsonb('machines').notNull(),
    published: jsonb('published'),
    notes: text('notes'),
    exerciseNotes: jsonb('exercise_notes'),
    ...syncedState,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subjectsOnly('place')],
)

/**
 * What a gym has to lift: worked on by its office, and published in versions that its members copy. `draft` and
 * `published` are a place's equipment as athletes keep it.
 */
export const gymPlace = pgTable(
  'gym_place',
  {
    id: uuid('id').notNull(),
    gymId: uuid('gym_id')
      .notNull()
      .references(() => gym.id),
    draft: jsonb('draft').notNull(),
    published: jsonb('published'),
    /** 0 until it is published. */
    version: integer('version').notNull().default(0),
    publishedAt: instant('published_at'),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.gymId, t.id] }),
    pgPolicy('gym_place_seen', {
      for: 'select',
      to: appRole,
      using: sql`${ofGym} or (version > 0 and removed_at is null and gym_id in
        (select m.gym_id from gym_member m where m.user_id = ${actor} and m.ended_at is null))`,
    }),
    pgPolicy('gym_place_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('gym_place_change', { for: 'update', to: appRole, using: ofGym }),
  ],
)
