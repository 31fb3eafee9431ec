/**
 * What the engine keeps beside the synced tables. A space is one athlete's data, so every table is closed by the same
 * row-level security as theirs; the jobs' role walks across spaces for the relay and for retention.
 */
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { appRole, jobsRole } from '../../server/schema.ts'

/** Cursors are compared in the database and on the phone, so their order must not depend on a locale. */
const byteText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })
const count = (name: string) => bigint(name, { mode: 'number' })

const policies = (table: string, column: string, orVisible = '') => [
  pgPolicy(`${table}_subject`, {
    for: 'all',
    to: appRole,
    using: sql.raw(`${column} = any ((select app_subjects())::uuid[])${orVisible}`),
    withCheck: sql.raw(`${column} = any ((select app_subjects())::uuid[])`),
  }),
  pgPolicy(`${table}_jobs`, { for: 'all', to: jobsRole, using: sql`true`, withCheck: sql`true` }),
]

/** One row: renewed after a restore, so that phones notice that the history is another one. */
export const syncEpoch = pgTable(
  'sync_epoch',
  { one: integer('one').primaryKey(), epoch: uuid('epoch').notNull() },
  () => [
    pgPolicy('sync_epoch_app', {
      for: 'all',
      to: appRole,
      using: sql`cardinality((select app_subjects())) > 0`,
      withCheck: sql`cardinality((select app_subjects())) > 0`,
    }),
    pgPolicy('sync_epoch_jobs', { for: 'all', to: jobsRole, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** The lock that serialises one athlete's writes, and the version that every committed batch raises by one. */
export const syncSpace = pgTable(
  'sync_space',
  {
    spaceId: uuid('space_id').primaryKey(),
    version: count('version').notNull().default(0),
    /** Tombstones up to this version are gone: an older cursor must bootstrap. */
    gcFloor: count('gc_floor').notNull().default(0),
  },
  () => [
    ...policies('sync_space', 'space_id'),
    // An offline phone must not make the log of somebody who was erased anew.
    pgPolicy('sync_space_erased', {
      as: 'restrictive',
      for: 'insert',
      to: appRole,
      withCheck: sql`not exists (select 1 from person p where p.id = space_id and p.erased_at is not null)`,
    }),
  ],
)

export const syncDevice = pgTable(
  'sync_device',
  {
    spaceId: uuid('space_id').notNull(),
    deviceId: uuid('device_id').notNull(),
    principal: uuid('principal').notNull(),
    lastSeq: count('last_seq').notNull(),
    /** The ms of its last stamp: stamps of one device never go back. */
    lastMs: count('last_ms').notNull(),
    schemaV: integer('schema_v').notNull(),
    build: text('build').notNull(),
    seenAt: count('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.deviceId] }), ...policies('sync_device', 'space_id')],
)

/** What became of each mutation, kept 42 days: the answer to every repetition of it. */
export const syncReceipt = pgTable(
  'sync_receipt',
  {
    spaceId: uuid('space_id').notNull(),
    deviceId: uuid('device_id').notNull(),
    seq: count('seq').notNull(),
    mid: uuid('mid').notNull(),
    status: text('status').notNull(),
    code: text('code'),
    message: text('message'),
    receivedAt: count('received_at').notNull(),
    /** What it did, for the timeline: see effects.ts. Null in receipts of an older build, and where nothing was written. */
    journal: jsonb('journal'),
  },
  (t) => [
    primaryKey({ columns: [t.spaceId, t.deviceId, t.seq] }),
    uniqueIndex('sync_receipt_applied').on(t.spaceId, t.mid).where(sql`status = 'applied'`),
    index('sync_receipt_not_applied').on(t.spaceId, t.mid).where(sql`status <> 'applied'`),
    index('sync_receipt_age').on(t.receivedAt),
    ...policies('sync_receipt', 'space_id'),
  ],
)

/** Which version last touched a row: what pull reads. Outlives the row as its tombstone. */
export const syncRow = pgTable(
  'sync_row',
  {
    spaceId: uuid('space_id').notNull(),
    entity: byteText('entity').notNull(),
    id: byteText('id').notNull(),
    rowVersion: count('row_version').notNull(),
    deleted: boolean('deleted').notNull(),
    deletedAt: count('deleted_at'),
    /** Time has taken its data; what is left is the tombstone. */
    forgotten: boolean('forgotten').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.spaceId, t.entity, t.id] }),
    index('sync_row_version').on(t.spaceId, t.rowVersion, t.entity, t.id),
    index('sync_row_deleted').on(t.forgotten, t.deletedAt).where(sql`deleted`),
    ...policies('sync_row', 'space_id'),
  ],
)

/** Edits and deletes of rows that nobody has put yet, or whose data is gone: merged when the row arrives. */
export const syncPart = pgTable(
  'sync_part',
  {
    spaceId: uuid('space_id').notNull(),
    entity: byteText('entity').notNull(),
    id: byteText('id').notNull(),
    data: jsonb('data').notNull(),
    stamps: jsonb('stamps').notNull(),
    deleted: boolean('deleted').notNull(),
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.entity, t.id] }), ...policies('sync_part', 'space_id')],
)

/** What could not be applied, whole: visible to the athlete and to who sent it, never dropped. */
export const syncQuarantine = pgTable(
  'sync_quarantine',
  {
    spaceId: uuid('space_id').notNull(),
    deviceId: uuid('device_id').notNull(),
    seq: count('seq').notNull(),
    mid: uuid('mid').notNull(),
    principal: uuid('principal').notNull(),
    name: text('name').notNull(),
    v: integer('v').notNull(),
    /** JSON as text: jsonb refuses what may be the very reason that it is here (a NUL, half a surrogate pair). */
    args: text('args').notNull(),
    at: count('at').notNull(),
    /** The time of its stamp when it came; absent in entries of an older build. */
    ms: count('ms'),
    code: text('code').notNull(),
    message: text('message').notNull(),
    receivedAt: count('received_at').notNull(),
    /** Who has looked at it and wants to see it no more. It is kept all the same. */
    hiddenFrom: uuid('hidden_from').array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.spaceId, t.deviceId, t.seq] }),
    pgPolicy('sync_quarantine_sender', {
      for: 'update',
      to: appRole,
      using: sql`principal = (select app_actor())`,
      withCheck: sql`principal = (select app_actor())`,
    }),
    index('sync_quarantine_principal').on(t.principal, t.receivedAt),
    ...policies('sync_quarantine', 'space_id', ' or principal = (select app_actor())'),
  ],
)

/** Days whose rollups are to be rebuilt. The relay deletes a row only at the version it read. */
export const dirtyDay = pgTable(
  'dirty_day',
  {
    athleteId: uuid('athlete_id').notNull(),
    /** Local day number. */
    day: integer('day').notNull(),
    version: count('version').notNull(),
  },
  (t) => [primaryKey({ columns: [t.athleteId, t.day] }), ...policies('dirty_day', 'athlete_id')],
)

/** Jobs that a commit asks for, until one has done them: see job-relay.ts. */
export const jobIntent = pgTable(
  'job_intent',
  {
    id: count('id').primaryKey().generatedAlwaysAsIdentity(),
    athleteId: uuid('athlete_id').notNull(),
    task: text('task').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: count('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Not before then: moved on by each attempt, so that one that died is followed by another. */
    dueAt: count('due_at').notNull().default(0),
    /** Given up: kept for whoever looks into it. */
    deadAt: count('dead_at'),
    /** What went wrong last, by its code. */
    error: text('error'),
  },
  (t) => [
    index('job_intent_athlete').on(t.athleteId),
    index('job_intent_due').on(t.dueAt).where(sql`dead_at is null`),
    ...policies('job_intent', 'athlete_id'),
  ],
)
