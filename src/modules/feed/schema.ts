/**
 * Who follows whom, and what is said about the workouts that somebody put into the feed. A post is a `shared_link` of the
 * kind `post`: its maker and the followers whom they accepted see it, and so its likes and comments; nobody else knows of
 * any of them. Policies here never ask about their own table, which PostgreSQL refuses.
 */
import { sql } from 'drizzle-orm'
import { foreignKey, index, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { appRole } from '../../server/schema.ts'
import { actor, erasable, instant, lookup, person } from '../users/schema.ts'
import { sharedLink } from '../workouts/schema/shares.ts'

const of = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => person.id)

/** The link by which somebody can be asked. It stands as it is: it opens a question and nothing else. */
export const followLink = pgTable(
  'follow_link',
  {
    ownerId: uuid('owner_id')
      .primaryKey()
      .references(() => person.id),
    token: text('token').notNull().unique(),
    createdAt: instant('created_at').notNull(),
  },
  () => [
    erasable('follow_link', 'owner_id'),
    pgPolicy('follow_link_own', { for: 'all', to: appRole, using: sql`owner_id = ${actor}` }),
    pgPolicy('follow_link_seen', { for: 'select', to: appRole, using: sql`token = ${lookup}` }),
  ],
)

/** Asked for by the follower, accepted by who is followed, ended by either: then the row is gone. */
export const follow = pgTable(
  'follow',
  {
    ofId: of('of_id'),
    followerId: of('follower_id'),
    askedAt: instant('asked_at').notNull(),
    /** Null while it is only asked for. */
    acceptedAt: instant('accepted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.ofId, t.followerId] }),
    index('follow_follower').on(t.followerId),
    erasable('follow', 'of_id', 'follower_id'),
    pgPolicy('follow_seen', {
      for: 'select',
      to: appRole,
      using: sql`of_id = ${actor} or follower_id = ${actor}`,
    }),
    pgPolicy('follow_ask', {
      for: 'insert',
      to: appRole,
      withCheck: sql`follower_id = ${actor} and accepted_at is null`,
    }),
    // Who follows may lock it, so that nothing is said after its end; only who is followed changes it.
    pgPolicy('follow_accept', {
      for: 'update',
      to: appRole,
      using: sql`of_id = ${actor} or follower_id = ${actor}`,
      withCheck: sql`of_id = ${actor}`,
    }),
    pgPolicy('follow_end', { for: 'delete', to: appRole, using: sql`of_id = ${actor} or follower_id = ${actor}` }),
  ],
)

/** Whoever is blocked can't ask, and is told by a link of the blocker's what a dead one tells. */
export const followBlock = pgTable(
  'follow_block',
  { byId: of('by_id'), whomId: of('whom_id'), at: instant('at').notNull() },
  (t) => [
    primaryKey({ columns: [t.byId, t.whomId] }),
    index('follow_block_whom').on(t.whomId),
    erasable('follow_block', 'by_id', 'whom_id'),
    pgPolicy('follow_block_own', { for: 'all', to: appRole, using: sql`by_id = ${actor}` }),
    // Never told to them: it only keeps from them what the other says, and their link.
    pgPolicy('follow_block_met', { for: 'select', to: appRole, using: sql`whom_id = ${actor}` }),
  ],
)

/** When the feed was last opened: what came later is new. */
export const feedSeen = pgTable(
  'feed_seen',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => person.id),
    seenAt: instant('seen_at').notNull(),
  },
  () => [
    erasable('feed_seen', 'person_id'),
    pgPolicy('feed_seen_own', { for: 'all', to: appRole, using: sql`person_id = ${actor}` }),
  ],
)

/** Of a post that stands and may be read. */
const readable = sql`exists (
  select 1 from shared_link l where l.athlete_id = maker_id and l.id = post_id and l.posted_at is not null)`

/** Also under posts that were taken back: whoever ends a follow deletes what was said, and deletes what they can see. */
const byMeOrToMe = (column: string) => sql`${sql.raw(column)} = ${actor} or maker_id = ${actor}`

const post = { makerId: uuid('maker_id').notNull(), postId: text('post_id').notNull() }

/** Where its maker wants no more comments. */
export const postClosed = pgTable('post_closed', { ...post, at: instant('at').notNull() }, (t) => [
  primaryKey({ columns: [t.makerId, t.postId] }),
  foreignKey({ columns: [t.makerId, t.postId], foreignColumns: [sharedLink.athleteId, sharedLink.id] }).onDelete(
    'cascade',
  ),
  erasable('post_closed', 'maker_id'),
  pgPolicy('post_closed_own', { for: 'all', to: appRole, using: sql`maker_id = ${actor}` }),
  pgPolicy('post_closed_seen', { for: 'select', to: appRole, using: readable }),
])

export const postLike = pgTable(
  'post_like',
  { ...post, personId: of('person_id'), at: instant('at').notNull() },
  (t) => [
    primaryKey({ columns: [t.makerId, t.postId, t.personId] }),
    foreignKey({ columns: [t.makerId, t.postId], foreignColumns: [sharedLink.athleteId, sharedLink.id] }).onDelete(
      'cascade',
    ),
    index('post_like_new').on(t.makerId, t.at),
    index('post_like_person').on(t.personId),
    erasable('post_like', 'maker_id', 'person_id'),
    pgPolicy('post_like_seen', { for: 'select', to: appRole, using: sql`${byMeOrToMe('person_id')} or ${readable}` }),
    pgPolicy('post_like_add', { for: 'insert', to: appRole, withCheck: sql`person_id = ${actor} and ${readable}` }),
    pgPolicy('post_like_end', { for: 'delete', to: appRole, using: sql`person_id = ${actor} or maker_id = ${actor}` }),
  ],
)

export const postComment = pgTable(
  'post_comment',
  {
    ...post,
    id: uuid('id').primaryKey(),
    writerId: of('writer_id'),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.makerId, t.postId], foreignColumns: [sharedLink.athleteId, sharedLink.id] }).onDelete(
      'cascade',
    ),
    index('post_comment_post').on(t.makerId, t.postId, t.at),
    index('post_comment_new').on(t.makerId, t.at),
    index('post_comment_writer').on(t.writerId),
    erasable('post_comment', 'maker_id', 'writer_id'),
    pgPolicy('post_comment_seen', {
      for: 'select',
      to: appRole,
      using: sql`${byMeOrToMe('writer_id')} or ${readable}`,
    }),
    pgPolicy('post_comment_add', {
      for: 'insert',
      to: appRole,
      withCheck: sql`writer_id = ${actor} and ${readable} and not exists (
        select 1 from post_closed o where o.maker_id = post_comment.maker_id and o.post_id = post_comment.post_id)`,
    }),
    pgPolicy('post_comment_end', {
      for: 'delete',
      to: appRole,
      using: sql`writer_id = ${actor} or maker_id = ${actor}`,
    }),
  ],
)

/** A post shows itself to its maker and to the followers whom they accepted. */
export const postSeen = pgPolicy('shared_link_followed', {
  for: 'select',
  to: appRole,
  using: sql`posted_at is not null and (athlete_id = ${actor} or exists (
    select 1 from follow f where f.of_id = athlete_id and f.follower_id = ${actor} and f.accepted_at is not null))`,
}).link(sharedLink)

/**
 * Names cross a follow and a block, not of who is leaving. By the follow's key: every question about people asks this, and
 * pays for each of its parts. Names of who said something are asked for by their ids, once it could be read.
 */
export const personMet = pgPolicy('person_with_friends', {
  for: 'select',
  to: appRole,
  using: sql`leaving_at is null and (
    id in (select f.of_id from follow f where f.follower_id = ${actor})
    or id in (select f.follower_id from follow f where f.of_id = ${actor})
    or id in (select b.whom_id from follow_block b where b.by_id = ${actor}))`,
}).link(person)
