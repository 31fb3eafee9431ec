/**
 * People, what proves who they are, and their synced settings. Every table is closed by row-level security: a row shows
 * to the person it is about, to whoever was approved for them (`app.subjects`), or to who names its exact key
 * (`app.lookup`: an address at sign-in, the hash of a session's or an invite's secret).
 */
import { type SQL, sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { appRole, jobsRole } from '../../server/schema.ts'

/** Milliseconds since 1970. */
export const instant = (name: string) => bigint(name, { mode: 'number' })

/** The approved subjects as one array, evaluated once a query. */
export const subjects: SQL = sql`((select app_subjects())::uuid[])`
export const actor: SQL = sql`(select app_actor())`
export const lookup: SQL = sql`(select nullif(current_setting('app.lookup', true), ''))`

/** What every synced table starts with: the athlete comes first in the key, so that the set can be split by athlete. */
export const syncedColumns = {
  athleteId: uuid('athlete_id').notNull(),
  id: text('id').notNull(),
}
/** What the engine keeps of each row: see sync/README.md. */
export const syncedState = {
  stamps: jsonb('stamps').notNull(),
  deleted: boolean('deleted').notNull().default(false),
}

/** For the jobs' role too: erasure and retention walk one person at a time, with that person as the only subject. */
export const subjectsOnly = (table: string) =>
  pgPolicy(`${table}_subject`, {
    for: 'all',
    to: [appRole, jobsRole],
    using: sql`athlete_id = any (${subjects})`,
    withCheck: sql`athlete_id = any (${subjects})`,
  })

/**
 * Erasure takes a person out of a row that may be somebody else's as well: as the jobs' role, with them as its subject,
 * and with the gym as one where the row no longer names them afterwards, since a row must not leave one's own sight.
 */
export const erasable = (table: string, ...columns: string[]) =>
  pgPolicy(`${table}_erase`, {
    for: 'all',
    to: jobsRole,
    using: sql.join(
      columns.map((column) => sql.raw(`${column} = any ((select app_subjects())::uuid[])`)),
      sql` or `,
    ),
    withCheck: sql`true`,
  })

/** A person as others see them: a name and nothing else. The name follows the profile's (a trigger keeps it). */
export const person = pgTable(
  'person',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    /** They asked for their account to be erased then, and may still take it back (a trigger keeps it). */
    leavingAt: instant('leaving_at'),
    /** Nothing is left but the id, so that what others keep still has its key and an old phone is told that it is so. */
    erasedAt: instant('erased_at'),
  },
  (t) => [
    erasable('person', 'id'),
    index('person_name').on(sql`lower(${t.name})`, t.id),
    pgPolicy('person_self', {
      for: 'all',
      to: appRole,
      using: sql`id = ${actor} or id = any (${subjects})`,
      withCheck: sql`id = ${actor} or id = any (${subjects})`,
    }),
  ],
)

/** How a person signs in. The address is stored in lower case and shown to nobody but them. */
export const credential = pgTable(
  'credential',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => person.id, { onDelete: 'cascade' }),
    email: text('email').notNull().unique(),
    /** When its owner showed that letters to it arrive; null until then. */
    verifiedAt: instant('verified_at'),
    /** argon2id in PHC form; null for who signs in otherwise and has none. */
    passwordHash: text('password_hash'),
    changedAt: instant('changed_at').notNull(),
  },
  () => [
    erasable('credential', 'user_id'),
    pgPolicy('credential_self', {
      for: 'all',
      to: appRole,
      using: sql`user_id = ${actor} or email = ${lookup}`,
      withCheck: sql`user_id = ${actor}`,
    }),
  ],
)

/** A signed-in device. The cookie holds the sid; here is only its hash, so that a leaked table opens nothing. */
export const authSession = pgTable(
  'auth_session',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** sha256 of the sid, hex. */
    sidHash: text('sid_hash').notNull().unique(),
    deviceLabel: text('device_label').notNull(),
    /** How it began: see `WAYS_IN`. */
    madeBy: text('made_by').notNull().default('password'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('auth_session_user').on(t.userId, t.lastSeenAt),
    pgPolicy('auth_session_self', {
      for: 'all',
      to: appRole,
      using: sql`user_id = ${actor} or sid_hash = ${lookup}`,
      withCheck: sql`user_id = ${actor} or sid_hash = ${lookup}`,
    }),
    pgPolicy('auth_session_expiry', { for: 'all', to: jobsRole, using: sql`true` }),
  ],
)

/**
 * What was asked for and waits for its proof: a letter that was opened, or a passkey's answer. Each is used once: what
 * uses it marks it in its own transaction. Secrets stand here as hashes; a row shows to who names one of them.
 */
export const verification = pgTable(
  'verification',
  {
    id: uuid('id').primaryKey(),
    /** See `Proof` in service/proofs.ts. */
    kind: text('kind').notNull(),
    /** Null where there is no account yet, or none at all. */
    userId: uuid('user_id').references(() => person.id, { onDelete: 'cascade' }),
    /** Of a letter. */
    email: text('email'),
    /** sha256, hex, of the secret in the letter's link, or of a passkey's challenge. */
    tokenHash: text('token_hash').notNull().unique(),
    /** sha256, hex, of what the browser that asked keeps: only there the letter's code counts. */
    askHash: text('ask_hash').unique(),
    /** The code under a key of the server's: six digits alone could be tried out by who holds the table. */
    codeHash: text('code_hash'),
    /** What a sign-up gave: the name, and the password's hash. */
    payload: jsonb('payload'),
    /** Wrong codes so far. */
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('verification_user').on(t.userId),
    index('verification_expiry').on(t.expiresAt),
    pgPolicy('verification_own', {
      for: 'all',
      to: appRole,
      using: sql`user_id = ${actor} or token_hash = ${lookup} or ask_hash = ${lookup}`,
      withCheck: sql`user_id = ${actor} or token_hash = ${lookup} or ask_hash = ${lookup}`,
    }),
    pgPolicy('verification_expiry', { for: 'all', to: jobsRole, using: sql`true` }),
  ],
)

/** A passkey of a person's: its public half. */
export const passkey = pgTable(
  'passkey',
  {
    /** The credential's id as the browser tells it, base64url. */
    id: text('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** COSE, base64url. */
    publicKey: text('public_key').notNull(),
    /** Of signatures, where the authenticator counts; one that goes back is a copy. */
    counter: instant('counter').notNull(),
    /** How the browser reaches it: `internal`, `usb`, … */
    transports: jsonb('transports').notNull(),
    name: text('name').notNull(),
    /** Kept by a password manager, so that it outlives the device. */
    backedUp: boolean('backed_up').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [
    index('passkey_user').on(t.userId),
    erasable('passkey', 'user_id'),
    pgPolicy('passkey_own', {
      for: 'all',
      to: appRole,
      using: sql`user_id = ${actor} or id = ${lookup}`,
      withCheck: sql`user_id = ${actor}`,
    }),
  ],
)

/** An account elsewhere that opens this one. */
export const oauthAccount = pgTable(
  'oauth_account',
  {
    provider: text('provider').notNull(),
    /** Who it is there: never the address, which may change hands. */
    subject: text('subject').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.subject] }),
    index('oauth_account_user').on(t.userId),
    erasable('oauth_account', 'user_id'),
    pgPolicy('oauth_account_own', {
      for: 'all',
      to: appRole,
      using: sql`user_id = ${actor} or subject = ${lookup}`,
      withCheck: sql`user_id = ${actor}`,
    }),
  ],
)

/** Synced: the collection `profile`. */
export const profile = pgTable(
  'profile',
  {
    ...syncedColumns,
    name: text('name').notNull(),
    loadUnit: text('load_unit').notNull(),
    distanceUnit: text('distance_unit').notNull(),
    weekStart: integer('week_start').notNull(),
    theme: text('theme').notNull(),
    effort: text('effort').notNull(),
    bodyweightG: integer('bodyweight_g'),
    weeklyGoal: integer('weekly_goal').notNull(),
    warmupRestS: integer('warmup_rest_s').notNull().default(60),
    chainRestS: integer('chain_rest_s').notNull().default(30),
    setUpAt: instant('set_up_at'),
    weeklyGoals: jsonb('weekly_goals'),
    muscleBands: jsonb('muscle_bands'),
    ownGroups: jsonb('own_groups'),
    bests: jsonb('bests'),
    recoveryDays: integer('recovery_days'),
    weekSeen: integer('week_seen'),
    previousFrom: text('previous_from'),
    sideRests: jsonb('side_rests'),
    warmupSteps: jsonb('warmup_steps'),
    ...syncedState,
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.id] }), subjectsOnly('profile')],
)

/**
 * The log of every change to people, money, roles and consent, whichever module makes it: it stands here because every
 * module may write to what is on its left. Append-only: no policy lets the app change or remove a row. No foreign keys,
 * so that it outlives whoever it names.
 */
export const audit = pgTable(
  'audit',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id').notNull(),
    onBehalfOf: uuid('on_behalf_of'),
    /** The person it is about. */
    subjectId: uuid('subject_id'),
    /** Of a later module: an id without a reference. */
    gymId: uuid('gym_id'),
    action: text('action').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    reason: text('reason'),
  },
  (t) => [
    index('audit_subject').on(t.subjectId, t.at),
    index('audit_gym').on(t.gymId, t.at),
    erasable('audit', 'subject_id', 'actor_id', 'on_behalf_of', 'gym_id'),
    pgPolicy('audit_seen', {
      for: 'select',
      to: appRole,
      using: sql`subject_id = ${actor} or actor_id = ${actor} or on_behalf_of = ${actor} or gym_id = any (${subjects})`,
    }),
    pgPolicy('audit_add', { for: 'insert', to: appRole, withCheck: sql`actor_id = ${actor}` }),
  ],
)
