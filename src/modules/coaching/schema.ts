/**
 * Who coaches whom and what the athlete shares. Only the athlete can begin a relation or a grant: the policies on insert
 * say so, whatever the code above does. Either side can end them; nothing deletes them.
 */
import { sql } from 'drizzle-orm'
import {
  foreignKey,
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
import { appRole } from '../../server/schema.ts'
import { gym } from '../gyms/schema.ts'
import { actor, erasable, instant, lookup, person, subjects } from '../users/schema.ts'

/** A coach may end what an athlete began; more, or again, only the athlete gives. */
const coachOnlyEnds = sql`athlete_id = ${actor} or (coach_id = ${actor} and ended_at is not null)`
const seenByParties = sql`athlete_id = ${actor} or coach_id = ${actor} or athlete_id = any (${subjects})`
const eitherParty = sql`athlete_id = ${actor} or coach_id = ${actor}`
const athleteOnly = sql`athlete_id = ${actor}`

export const relation = pgTable(
  'relation',
  {
    athleteId: uuid('athlete_id')
      .notNull()
      .references(() => person.id),
    id: uuid('id').notNull(),
    coachId: uuid('coach_id')
      .notNull()
      .references(() => person.id),
    gymId: uuid('gym_id').references(() => gym.id),
    role: text('role').notNull(),
    state: text('state').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    uniqueIndex('relation_current').on(t.athleteId, t.coachId).where(sql`${t.endedAt} is null`),
    index('relation_coach').on(t.coachId, t.athleteId).where(sql`${t.endedAt} is null`),
    erasable('relation', 'athlete_id', 'coach_id'),
    pgPolicy('relation_seen', { for: 'select', to: appRole, using: seenByParties }),
    pgPolicy('relation_begin', { for: 'insert', to: appRole, withCheck: athleteOnly }),
    pgPolicy('relation_change', { for: 'update', to: appRole, using: eitherParty, withCheck: coachOnlyEnds }),
  ],
)

/** What an athlete shares with one coach: one row a domain, with the text they agreed to and the server's time. */
export const consentGrant = pgTable(
  'consent_grant',
  {
    athleteId: uuid('athlete_id').notNull(),
    id: uuid('id').notNull(),
    relationId: uuid('relation_id').notNull(),
    coachId: uuid('coach_id').notNull(),
    domain: text('domain').notNull(),
    level: text('level').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
    textVersion: integer('text_version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.athleteId, t.id] }),
    foreignKey({ columns: [t.athleteId, t.relationId], foreignColumns: [relation.athleteId, relation.id] }),
    uniqueIndex('consent_grant_current').on(t.athleteId, t.relationId, t.domain).where(sql`${t.endedAt} is null`),
    index('consent_grant_coach').on(t.coachId, t.athleteId).where(sql`${t.endedAt} is null`),
    erasable('consent_grant', 'athlete_id', 'coach_id'),
    pgPolicy('consent_grant_seen', { for: 'select', to: appRole, using: seenByParties }),
    pgPolicy('consent_grant_begin', { for: 'insert', to: appRole, withCheck: athleteOnly }),
    pgPolicy('consent_grant_change', { for: 'update', to: appRole, using: eitherParty, withCheck: coachOnlyEnds }),
  ],
)

/** A coach's link. The link holds the token, here is only its hash; whoever names the hash sees the invite. */
export const invite = pgTable(
  'invite',
  {
    id: uuid('id').primaryKey(),
    coachId: uuid('coach_id')
      .notNull()
      .references(() => person.id),
    gymId: uuid('gym_id').references(() => gym.id),
    role: text('role').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    /** What the coach asks for: `{ domain, level }[]`. */
    domains: jsonb('domains').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    maxUses: integer('max_uses').notNull(),
    uses: integer('uses').notNull().default(0),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('invite_coach').on(t.coachId, t.createdAt),
    erasable('invite', 'coach_id'),
    pgPolicy('invite_seen', { for: 'select', to: appRole, using: sql`coach_id = ${actor} or token_hash = ${lookup}` }),
    pgPolicy('invite_add', { for: 'insert', to: appRole, withCheck: sql`coach_id = ${actor}` }),
    pgPolicy('invite_use', { for: 'update', to: appRole, using: sql`coach_id = ${actor} or token_hash = ${lookup}` }),
  ],
)

/** Names cross a relation, nothing else of a person does: a coach's current athletes, an athlete's coaches, an inviter. */
export const personParty = pgPolicy('person_party', {
  for: 'select',
  to: appRole,
  using: sql`id in (select r.athlete_id from relation r where r.coach_id = ${actor} and r.ended_at is null)
    or id in (select r.coach_id from relation r where r.athlete_id = ${actor})
    or id in (select i.coach_id from invite i where i.token_hash = ${lookup})`,
}).link(person)
