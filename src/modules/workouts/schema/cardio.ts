/** Synced: what tracks add to sets. */
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { subjectsOnly, syncedColumns, syncedState } from '../../users/schema.ts'

export const cardioSession = pgTable(
  'cardio_session',
  {
    ...syncedColumns,
    workoutId: text('workout_id').notNull(),
    gainM: integer('gain_m'),
    avgHr: integer('avg_hr'),
    maxHr: integer('max_hr'),
    inclineTenths: integer('incline_tenths'),
    splits: jsonb('splits').notNull(),
    mileSplits: jsonb('mile_splits').notNull(),
    parts: jsonb('parts').notNull(),
    outline: jsonb('outline').notNull(),
    file: jsonb('file'),
    ...syncedState,
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('cardio_session_workout').on(t.athleteId, t.workoutId),
    subjectsOnly('cardio_session'),
  ],
)
