/**
 * Gyms, who works in them and who trains there. A gym's own rows show to whoever was approved for the gym: its id is a
 * subject like an athlete's.
 */
import { sql } from 'drizzle-orm'
import { index, pgPolicy, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
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
