/**
 * Gyms, who works in them and who trains there. A gym's own rows show to whoever was approved for the gym: its id is a
 * subject like an athlete's. A member sees the rows about themselves.
 */
import { sql } from 'drizzle-orm'
import {
  bigint,
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
import { folded } from '../../shared/folded-sql.ts'
import { actor, erasable, instant, lookup, person, subjects } from '../users/schema.ts'

/** Ordered byte by byte, as JavaScript compares. */
const byteText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

const ofGym = sql`gym_id = any (${subjects})`
/** Rows about a member who is erased. */
const ofErased = sql`member_id in (select m.id from gym_member m where m.user_id = any (${subjects}))`

export const gym = pgTable(
  'gym',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** IANA zone of the building: its days and classes are in it. */
    zone: text('zone').notNull(),
    /** Who was not seen for so many weeks is called absent. */
    absentWeeks: integer('absent_weeks').notNull().default(4),
    /** The number that the next member gets. */
    nextNumber: integer('next_number').notNull().default(1),
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

/** A building or a floor of a gym. One that closed keeps its row: members and visits name it. */
export const location = pgTable(
  'location',
  {
    id: uuid('id').primaryKey(),
    gymId: uuid('gym_id')
      .notNull()
      .references(() => gym.id),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [
    index('location_gym').on(t.gymId),
    pgPolicy('location_seen', { for: 'select', to: appRole, using: ofGym }),
    pgPolicy('location_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('location_change', { for: 'update', to: appRole, using: ofGym }),
  ],
)

/** Who works in a gym, as what, from when to when. Rows end, they never vanish; another role is another row. */
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
    endedBy: uuid('ended_by'),
  },
  (t) => [
    uniqueIndex('gym_staff_current').on(t.gymId, t.userId).where(sql`${t.endedAt} is null`),
    index('gym_staff_user').on(t.userId),
    erasable('gym_staff', 'user_id'),
    pgPolicy('gym_staff_seen', { for: 'select', to: appRole, using: sql`user_id = ${actor} or ${ofGym}` }),
    pgPolicy('gym_staff_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('gym_staff_change', { for: 'update', to: appRole, using: ofGym }),
  ],
)

/**
 * A person in a gym: may have no account yet. Name and contact only, never training data. An assigned coach is who looks
 * after them, and sees nothing by that. Their state is derived (rules/roster.ts), never stored.
 */
export const gymMember = pgTable(
  'gym_member',
  {
    id: uuid('id').primaryKey(),
    gymId: uuid('gym_id')
      .notNull()
      .references(() => gym.id),
    /** Counted in the gym: what is typed at the desk, and what stays when the person is erased. */
    number: integer('number').notNull(),
    userId: uuid('user_id').references(() => person.id, { onDelete: 'set null' }),
    /** Empty once the person is erased. */
    name: text('name').notNull(),
    /** The name as it is sorted. */
    nameKey: byteText('name_key').generatedAlwaysAs(sql.raw(folded('name'))),
    email: text('email'),
    phone: text('phone'),
    locationId: uuid('location_id').references(() => location.id),
    coachId: uuid('coach_id').references(() => person.id, { onDelete: 'set null' }),
    importId: uuid('import_id'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
    /** The latest visit that counts. The database keeps it by itself (`attendance_seen`): a roster can't ask ten thousand times. */
    lastSeenAt: instant('last_seen_at'),
  },
  (t) => [
    uniqueIndex('gym_member_current').on(t.gymId, t.userId).where(sql`${t.endedAt} is null`),
    uniqueIndex('gym_member_number').on(t.gymId, t.number),
    index('gym_member_name').on(t.gymId, t.nameKey, t.number),
    index('gym_member_user').on(t.userId),
    index('gym_member_coach').on(t.coachId),
    index('gym_member_import').on(t.importId).where(sql`${t.importId} is not null`),
    erasable('gym_member', 'user_id', 'coach_id', 'gym_id'),
    pgPolicy('gym_member_seen', { for: 'select', to: appRole, using: sql`user_id = ${actor} or ${ofGym}` }),
    pgPolicy('gym_member_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('gym_member_change', { for: 'update', to: appRole, using: ofGym }),
    // What an import brought by mistake is gone with it, as long as nobody has taken it for their own.
    pgPolicy('gym_member_drop', {
      for: 'delete',
      to: appRole,
      using: sql`${ofGym} and import_id is not null and user_id is null`,
    }),
  ],
)

/** A link to a gym, for its staff or for a member. The link holds the token, here is only its hash. */
export const gymInvite = pgTable(
  'gym_invite',
  {
    id: uuid('id').primaryKey(),
    gymId: uuid('gym_id')
      .notNull()
      .references(() => gym.id),
    /** Of staff: as what. Null invites a member. */
    role: text('role'),
    /** The row of the roster that gets the account of who accepts; null for staff. */
    memberId: uuid('member_id').references(() => gymMember.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    maxUses: integer('max_uses').notNull(),
    uses: integer('uses').notNull().default(0),
    revokedAt: instant('revoked_at'),
    /** When a letter took it to the address that the member has still; null for a link that was handed on. */
    mailedAt: instant('mailed_at'),
  },
  (t) => [
    index('gym_invite_gym').on(t.gymId, t.createdAt),
    index('gym_invite_member').on(t.memberId),
    pgPolicy('gym_invite_erase', { for: 'all', to: jobsRole, using: ofErased }),
    pgPolicy('gym_invite_seen', { for: 'select', to: appRole, using: sql`${ofGym} or token_hash = ${lookup}` }),
    pgPolicy('gym_invite_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('gym_invite_change', { for: 'update', to: appRole, using: ofGym }),
    pgPolicy('gym_invite_drop', { for: 'delete', to: appRole, using: ofGym }),
  ],
)

/** That a member was there. One taken back keeps its row: the log of the desk is a log. */
export const attendance = pgTable(
  'attendance',
  {
    id: uuid('id').primaryKey(),
    gymId: uuid('gym_id')
      .notNull()
      .references(() => gym.id),
    memberId: uuid('member_id')
      .notNull()
      .references(() => gymMember.id),
    locationId: uuid('location_id').references(() => location.id),
    at: instant('at').notNull(),
    way: text('way').notNull(),
    /** Who stood at the desk. */
    byId: uuid('by_id').notNull(),
    /** Of a code: which half minute it was of, so that it counts once. */
    codeStep: bigint('code_step', { mode: 'number' }),
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by'),
  },
  (t) => [
    index('attendance_seen_last').on(t.gymId, t.memberId, t.at).where(sql`${t.undoneAt} is null`),
    index('attendance_day').on(t.gymId, t.at),
    uniqueIndex('attendance_code').on(t.memberId, t.codeStep).where(sql`${t.codeStep} is not null`),
    pgPolicy('attendance_seen', {
      for: 'select',
      to: appRole,
      using: sql`${ofGym} or member_id in (select m.id from gym_member m where m.user_id = ${actor})`,
    }),
    pgPolicy('attendance_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('attendance_change', { for: 'update', to: appRole, using: ofGym }),
  ],
)

/** A file of members, brought in at once and taken out at once. */
export const memberImport = pgTable(
  'member_import',
  {
    id: uuid('id').primaryKey(),
    gymId: uuid('gym_id')
      .notNull()
      .references(() => gym.id),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    fileName: text('file_name').notNull(),
    /** Which of its columns was what: the next file with the same titles is read alike. */
    columns: jsonb('columns').notNull(),
    added: integer('added').notNull(),
    updated: integer('updated').notNull(),
    skipped: integer('skipped').notNull(),
    /** Rows for members who were changed or erased since the preview: they stayed as they were. */
    leftAlone: integer('left_alone').notNull().default(0),
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by'),
  },
  (t) => [
    index('member_import_gym').on(t.gymId, t.createdAt),
    pgPolicy('member_import_seen', { for: 'select', to: appRole, using: ofGym }),
    pgPolicy('member_import_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('member_import_change', { for: 'update', to: appRole, using: ofGym }),
  ],
)

/** A member before and after an import, which tells what was done with them since; forgotten when it can't be undone any more. */
export const memberImportChange = pgTable(
  'member_import_change',
  {
    gymId: uuid('gym_id').notNull(),
    importId: uuid('import_id')
      .notNull()
      .references(() => memberImport.id),
    memberId: uuid('member_id')
      .notNull()
      .references(() => gymMember.id, { onDelete: 'cascade' }),
    /** Null where the import brought them. */
    before: jsonb('before'),
    after: jsonb('after').notNull(),
    /** For the jobs' role, which forgets by age. */
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.memberId] }),
    index('member_import_change_member').on(t.memberId),
    pgPolicy('member_import_change_seen', { for: 'select', to: appRole, using: ofGym }),
    pgPolicy('member_import_change_add', { for: 'insert', to: appRole, withCheck: ofGym }),
    pgPolicy('member_import_change_change', { for: 'update', to: appRole, using: ofGym }),
    pgPolicy('member_import_change_drop', { for: 'delete', to: appRole, using: ofGym }),
    pgPolicy('member_import_change_age', { for: 'all', to: jobsRole, using: sql`true` }),
  ],
)

/** Names cross the staff of one gym: whoever was approved for it sees who works or worked there. */
export const personOfStaff = pgPolicy('person_staff', {
  for: 'select',
  to: appRole,
  using: sql`id in (select s.user_id from gym_staff s where s.gym_id = any (${subjects}))`,
}).link(person)
