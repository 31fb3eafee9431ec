/** Where a person's browsers are reached, the one rest that may ring there, and the workouts that may be asked about. */
import { sql } from 'drizzle-orm'
import { index, integer, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { appRole, jobsRole } from '../../server/schema.ts'
import { actor, authSession, instant, person, subjects } from '../users/schema.ts'

const policies = (table: string) => [
  pgPolicy(`${table}_own`, {
    for: 'all',
    to: appRole,
    using: sql`user_id = ${actor}`,
    withCheck: sql`user_id = ${actor}`,
  }),
  // Sending walks over everybody's, and a browser that changes hands takes its subscription along.
  pgPolicy(`${table}_jobs`, { for: 'all', to: jobsRole, using: sql`true`, withCheck: sql`true` }),
]

/** One a signed-in browser; it goes with the session. */
export const pushSubscription = pgTable(
  'push_subscription',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    sessionId: uuid('session_id')
      .notNull()
      .unique()
      .references(() => authSession.id, { onDelete: 'cascade' }),
    /** Who knows it can disturb the person: a secret. */
    endpoint: text('endpoint').notNull(),
    /** sha256, hex: a browser has one subscription, whoever is signed in there. */
    endpointHash: text('endpoint_hash').notNull().unique(),
    p256dh: text('p256dh').notNull(),
    auth: text('auth').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The last launch of the app there. */
    renewedAt: instant('renewed_at').notNull(),
  },
  (t) => [index('push_subscription_user').on(t.userId), ...policies('push_subscription')],
)

/** One rest a person: a new one takes the place of the old. The row outlives its end for an hour, so that late words are known as such. */
export const timer = pgTable(
  'timer',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** As the phone calls it; also the push's topic. */
    name: text('name').notNull(),
    /** Of the phone that rests: there it rings, and only its own words are ordered by `said_at`. */
    sessionId: uuid('session_id').notNull(),
    saidAt: instant('said_at').notNull(),
    /** `waits`, `rang`, `over` (cancelled), `late` (nobody could ring in time), `failed` (nowhere to ring). */
    state: text('state').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** When it is tried next; `ends_at` until a try failed. */
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** The words of the phone's own language; empty once it is decided. */
    title: text('title').notNull(),
    body: text('body').notNull(),
  },
  (t) => [index('timer_due').on(t.dueAt).where(sql`${t.state} = 'waits'`), ...policies('timer')],
)

/** An open workout that is asked about once when nobody touches it: a row from its start on, for a month. */
export const openWorkout = pgTable(
  'open_workout',
  {
    athleteId: uuid('athlete_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** An id of the log, without a reference: what became of it is looked at when the time has come. */
    workoutId: text('workout_id').notNull(),
    /** `waits`, `asked`, `late` (a day passed before it could be asked), `nowhere` (no notices were allowed), `failed`. */
    state: text('state').notNull(),
    /** When it is looked at next. */
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.workoutId] }),
    index('open_workout_due').on(t.dueAt).where(sql`${t.state} = 'waits'`),
    // The relay writes it, on behalf of the athlete whose commit asked for it.
    pgPolicy('open_workout_subject', {
      for: 'all',
      to: appRole,
      using: sql`athlete_id = any (${subjects})`,
      withCheck: sql`athlete_id = any (${subjects})`,
    }),
    pgPolicy('open_workout_jobs', { for: 'all', to: jobsRole, using: sql`true`, withCheck: sql`true` }),
  ],
)
