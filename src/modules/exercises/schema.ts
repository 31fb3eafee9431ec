/** Synced: an athlete's own exercises. The shipped catalogue is a file, not rows. */
import { doublePrecision, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { subjectsOnly, syncedColumns, syncedState } from '../users/schema.ts'

export const exercise = pgTable(
  'exercise',
  {
    ...syncedColumns,
    name: text('name').notNull(),
    aliases: jsonb('aliases').notNull(),
    equipment: text('equipment').notNull(),
    pattern: text('pattern').notNull(),
    measure: text('measure').notNull(),
    loadMode: text('load_mode').notNull(),
    bodyweightFraction: doublePrecision('bodyweight_fraction'),
    laterality: text('laterality').notNull(),
    implements: integer('implements').notNull(),
    muscles: jsonb('muscles').notNull(),
    restS: integer('rest_s').notNull(),
    notes: text('notes').notNull(),
    ...syncedState,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subjectsOnly('exercise')],
)
