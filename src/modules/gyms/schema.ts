/**
 * Gyms, who works in them, who trains there, and the log of every change to people, roles and consent. A gym's own rows
 * show to whoever was approved for the gym: its id is a subject like an athlete's.
 */
import { sql } from 'drizzle-orm'
import { index, jsonb, pgPolicy, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { appRole } from '../../server/schema.ts'
import { actor, instant, person, subjects } from '../users/schema.ts'

const ofGym = sql`gym_id = any (${subjects})`

export const gym = pgTable(
  'gym',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** IANA zone of the building: its days and classes are in it. */
    zone: text('zone').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  () => [
    pgPolicy('gym_seen', {
      for: 'select',
      to: appRole,
      using: sql`id = any (${subjects})
        or id in (select s.gym_id from gym_staff s where s.user_id = ${actor} and s.ended_at is null)
        or id in (select m.gym_id from gym_member m where m.user_id = ${actor})`,
    }),
    pgPolicy('gym_add', { for: 'insert', to: appRole, withCheck: sql`id = any (${subjects})` }),
    pgPolicy('gym_edit', { for: 'update', to: appRole, using: sql`id = any (${subjects})` }),
  ],
)

/** Who works in a gym, as what, from when to when. Rows end, they never vanish. */
export const gymStaff = pgTable(
  'gym_staff',
  {
    id: uuid('id').primaryKey(),
    gymId: uuid('gym_id')
      .notNull()
      .references(() => gym.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => person.id),
    role: text('role').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('gym_staff_current').on(t.gymId, t.userId).where(sql`${t.endedAt} is null`),
    index('gym_staff_user').on(t.userId),
    pgPolicy('gym_staff_seen', { for: 'select', to: appRole, using: sql`user_id = ${actor} or ${ofGym}` }),
    pgPolicy('gym_staff_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('gym_staff_change', { for: 'update', to: appRole, using: ofGym }),
  ],
)

/** A person in a gym: may have no account yet. Name and contact only, never training data. */
export const gymMember = pgTable(
  'gym_member',
  {
    id: uuid('id').primaryKey(),
    gymId: uuid('gym_id')
      .notNull()
      .references(() => gym.id),
    userId: uuid('user_id').references(() => person.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    email: text('email'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('gym_member_current').on(t.gymId, t.userId).where(sql`${t.endedAt} is null`),
    index('gym_member_name').on(t.gymId, sql`lower(${t.name})`, t.id),
    index('gym_member_user').on(t.userId),
    pgPolicy('gym_member_seen', { for: 'select', to: appRole, using: sql`user_id = ${actor} or ${ofGym}` }),
    pgPolicy('gym_member_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('gym_member_change', { for: 'update', to: appRole, using: ofGym }),
  ],
)

/** Append-only: no policy lets the app change or remove a row. No foreign keys, so that it outlives whoever it names. */
export const audit = pgTable(
  'audit',
  {
    id: uuid('id').primaryKey(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id').notNull(),
    onBehalfOf: uuid('on_behalf_of'),
    /** The person it is about. */
    subjectId: uuid('subject_id'),
    gymId: uuid('gym_id'),
    action: text('action').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    reason: text('reason'),
  },
  (t) => [
    index('audit_subject').on(t.subjectId, t.at),
    index('audit_gym').on(t.gymId, t.at),
    pgPolicy('audit_seen', {
      for: 'select',
      to: appRole,
      using: sql`subject_id = ${actor} or actor_id = ${actor} or gym_id = any (${subjects})`,
    }),
    pgPolicy('audit_add', { for: 'insert', to: appRole, withCheck: sql`actor_id = ${actor}` }),
  ],
)
