/** Synced: routines and their folders. */
import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { subjectsOnly, syncedColumns, syncedState } from '../../users/schema.ts'

export const routine = pgTable(
  'routine',
  {
    ...syncedColumns,
    title: text('title').notNull(),
    folderId: text('folder_id'),
    position: text('position').notNull(),
    notes: text('notes').notNull(),
    exercises: jsonb('exercises').notNull(),
    settledId: text('settled_id'),
    ...syncedState,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subjectsOnly('routine')],
)

export const routineFolder = pgTable(
  'routine_folder',
  {
    ...syncedColumns,
    title: text('title').notNull(),
    position: text('position').notNull(),
    ...syncedState,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subjectsOnly('routine_folder')],
)
