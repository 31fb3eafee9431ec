/** Synced: what was done. Columns are the collections' fields in snake_case; instants are ms, days local day numbers. */
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, subjectsOnly, syncedColumns, syncedState } from '../users/schema.ts'

export const workout = pgTable(
  'workout',
  {
    ...syncedColumns,
    title: text('title').notNull(),
    state: text('state').notNull(),
    startedAt: instant('started_at').notNull(),
    zone: text('zone').notNull(),
    localDay: integer('local_day').notNull(),
    endedAt: instant('ended_at'),
    activeMs: instant('active_ms'),
    notes: text('notes').notNull(),
    bodyweightG: integer('bodyweight_g'),
    holder: text('holder'),
    source: text('source').notNull(),
    batchId: text('batch_id'),
    placeId: text('place_id'),
    sessionRpe: integer('session_rpe'),
    routineId: text('routine_id'),
    pauses: jsonb('pauses'),
    ...syncedState,
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('workout_day').on(t.athleteId, t.localDay),
    index('workout_state').on(t.athleteId, t.state),
    index('workout_batch').on(t.athleteId, t.batchId),
    subjectsOnly('workout'),
  ],
)

export const workoutExercise = pgTable(
  'workout_exercise',
  {
    ...syncedColumns,
    workoutId: text('workout_id').notNull(),
    exerciseId: text('exercise_id').notNull(),
    position: text('position').notNull(),
    notes: text('notes').notNull(),
    restS: integer('rest_s'),
    superset: integer('superset'),
    sides: boolean('sides'),
    everyS: integer('every_s'),
    workS: integer('work_s'),
    ...syncedState,
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('workout_exercise_workout').on(t.athleteId, t.workoutId),
    index('workout_exercise_exercise').on(t.athleteId, t.exerciseId),
    subjectsOnly('workout_exercise'),
  ],
)

export const loggedSet = pgTable(
  'logged_set',
  {
    ...syncedColumns,
    workoutId: text('workout_id').notNull(),
    entryId: text('entry_id').notNull(),
    position: text('position').notNull(),
    kind: text('kind').notNull(),
    loadMode: text('load_mode').notNull(),
    loadG: integer('load_g'),
    enteredLoad: text('entered_load'),
    enteredUnit: text('entered_unit'),
    reps: integer('reps'),
    repsRight: integer('reps_right'),
    rir2: integer('rir2'),
    durationMs: integer('duration_ms'),
    distanceM: integer('distance_m'),
    enteredDistance: text('entered_distance'),
    distanceUnit: text('distance_unit'),
    doneAt: instant('done_at'),
    notes: text('notes').notNull(),
    confirmed: text('confirmed'),
    bests: jsonb('bests'),
    ...syncedState,
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('logged_set_workout').on(t.athleteId, t.workoutId),
    index('logged_set_entry').on(t.athleteId, t.entryId),
    subjectsOnly('logged_set'),
  ],
)

export const importBatch = pgTable(
  'import_batch',
  {
    ...syncedColumns,
    source: text('source').notNull(),
    fileName: text('file_name').notNull(),
    createdAt: instant('created_at').notNull(),
    total: integer('total').notNull(),
    state: text('state').notNull(),
    ...syncedState,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subjectsOnly('import_batch')],
)
