/** Synced: breaks from training. */
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { subjectsOnly, syncedColumns, syncedState } from '../../users/schema.ts'

export const trainingBreak = pgTable(
  'training_break',
  {
    ...syncedColumns,
    kind: text('kind').notNull(),
    fromDay: integer('from_day').notNull(),
    toDay: integer('to_day').notNull(),
    ...syncedState,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subjectsOnly('training_break')],
)
