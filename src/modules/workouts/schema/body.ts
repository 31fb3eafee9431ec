/** Synced: what was measured, and pictures of progress. */
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, subjectsOnly, syncedColumns, syncedState } from '../../users/schema.ts'

export const bodyMeasurement = pgTable(
  'body_measurement',
  {
    ...syncedColumns,
    kind: text('kind').notNull(),
    value: integer('value').notNull(),
    at: instant('at').notNull(),
    localDay: integer('local_day').notNull(),
    ...syncedState,
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('body_measurement_kind').on(t.athleteId, t.kind),
    subjectsOnly('body_measurement'),
  ],
)

/** The picture is the media object of the same id. */
export const progressPhoto = pgTable(
  'progress_photo',
  {
    ...syncedColumns,
    pose: text('pose'),
    at: instant('at').notNull(),
    localDay: integer('local_day').notNull(),
    ...syncedState,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subjectsOnly('progress_photo')],
)
