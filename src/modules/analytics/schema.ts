/**
 * Rollups: caches of pure rules over the logged sets, dropped and rebuilt to the same bytes. Nothing here is a source
 * of truth, and every row says by which version of the formulas it was derived.
 */
import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { jobsRole } from '../../server/schema.ts'
import { subjectsOnly } from '../users/schema.ts'

const figure = (name: string) => bigint(name, { mode: 'number' })

/** One exercise on one local day. */
export const exerciseDay = pgTable(
  'exercise_day',
  {
    athleteId: uuid('athlete_id').notNull(),
    exerciseId: text('exercise_id').notNull(),
    day: integer('day').notNull(),
    e1rmG: figure('e1rm_g'),
    /** The set behind the day's best. */
    bestSetId: text('best_set_id').notNull(),
    bestLoadG: figure('best_load_g'),
    bestReps: integer('best_reps'),
    tonnageG: figure('tonnage_g').notNull(),
    hardSets: integer('hard_sets').notNull(),
    sets: integer('sets').notNull(),
    reps: integer('reps').notNull(),
    durationMs: figure('duration_ms').notNull(),
    distanceM: figure('distance_m').notNull(),
    formulaVersion: integer('formula_version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.exerciseId, t.day] }),
    index('exercise_day_day').on(t.athleteId, t.day),
    index('exercise_day_formula').on(t.formulaVersion),
    subjectsOnly('exercise_day'),
    // The relay finds whose figures are of an older formula; it changes none.
    pgPolicy('exercise_day_jobs', { for: 'select', to: jobsRole, using: sql`true` }),
  ],
)

/** Every record in the order it was set; the newest of a kind is the one that stands. */
export const personalRecord = pgTable(
  'personal_record',
  {
    athleteId: uuid('athlete_id').notNull(),
    exerciseId: text('exercise_id').notNull(),
    /** Place in the exercise's history, from 0. */
    place: integer('place').notNull(),
    loadMode: text('load_mode').notNull(),
    kind: text('kind').notNull(),
    at: figure('at'),
    value: figure('value').notNull(),
    previous: figure('previous'),
    isBaseline: boolean('is_baseline').notNull(),
    isDoubtful: boolean('is_doubtful').notNull(),
    setId: text('set_id').notNull(),
    workoutId: text('workout_id').notNull(),
    localDay: integer('local_day').notNull(),
    doneAt: figure('done_at').notNull(),
    formulaVersion: integer('formula_version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.exerciseId, t.place] }),
    index('personal_record_day').on(t.athleteId, t.localDay),
    subjectsOnly('personal_record'),
  ],
)
