/** Synced: which program an athlete follows and what its sessions asked for. Ready programs are files, not rows. */
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, subjectsOnly, syncedColumns, syncedState } from '../users/schema.ts'

export const programAssignment = pgTable(
  'program_assignment',
  {
    ...syncedColumns,
    programId: text('program_id').notNull(),
    version: integer('version').notNull(),
    startedAt: instant('started_at').notNull(),
    leftAt: instant('left_at'),
    ...syncedState,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subjectsOnly('program_assignment')],
)

export const programOverride = pgTable(
  'program_override',
  {
    ...syncedColumns,
    assignmentId: text('assignment_id').notNull(),
    slot: text('slot').notNull(),
    exerciseId: text('exercise_id'),
    loadG: integer('load_g'),
    enteredLoad: text('entered_load'),
    enteredUnit: text('entered_unit'),
    setAt: instant('set_at').notNull(),
    rules: jsonb('rules'),
    rulesAt: instant('rules_at'),
    ...syncedState,
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('program_override_assignment').on(t.athleteId, t.assignmentId),
    subjectsOnly('program_override'),
  ],
)

export const plannedSession = pgTable(
  'planned_session',
  {
    ...syncedColumns,
    assignmentId: text('assignment_id').notNull(),
    round: integer('round').notNull(),
    day: text('day').notNull(),
    localDay: integer('local_day').notNull(),
    workoutId: text('workout_id'),
    skippedAt: instant('skipped_at'),
    exercises: jsonb('exercises').notNull(),
    ...syncedState,
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('planned_session_assignment').on(t.athleteId, t.assignmentId),
    index('planned_session_workout').on(t.athleteId, t.workoutId),
    index('planned_session_day').on(t.athleteId, t.localDay),
    subjectsOnly('planned_session'),
  ],
)

export const programDecision = pgTable(
  'program_decision',
  {
    ...syncedColumns,
    assignmentId: text('assignment_id').notNull(),
    sessionId: text('session_id').notNull(),
    slot: text('slot').notNull(),
    verdict: text('verdict'),
    loadG: integer('load_g'),
    enteredLoad: text('entered_load'),
    enteredUnit: text('entered_unit'),
    ...syncedState,
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    index('program_decision_assignment').on(t.athleteId, t.assignmentId),
    subjectsOnly('program_decision'),
  ],
)
