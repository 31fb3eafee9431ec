/**
 * SQL on posts and what is said about them, by ids: who of them is still here is asked apart. What somebody said who
 * follows no more was deleted with their following.
 */
import type { Tx } from '../../../server/db.ts'
import type { SharedDocument } from '../../workouts/model/shares.ts'
import type { Cursor, Tiding } from '../model.ts'

type At = { makerId: string; postId: string }

export type PostRow = {
  makerId: string
  id: string
  postedAt: number
  document: SharedDocument
  /** By whom: whoever of them left is not counted. */
  likedBy: string[]
  saidBy: string[]
  isClosed: boolean
}

/** Not of those whom the reader blocked, nor of those who blocked the reader: under a common friend's post neither sees the other. */
const heard = (tx: Tx, column: string, readerId: string) => tx`
  not exists (select 1 from follow_block b
    where (b.by_id = ${readerId} and b.whom_id = ${tx(column)}) or (b.by_id = ${tx(column)} and b.whom_id = ${readerId}))`

const columns = (tx: Tx, readerId: string) => tx`
  l.athlete_id as "makerId", l.id, l.posted_at as "postedAt", l.document,
  array(select k.person_id from post_like k
    where k.maker_id = l.athlete_id and k.post_id = l.id and ${heard(tx, 'person_id', readerId)}
    order by k.at, k.person_id) as "likedBy",
  array(select c.writer_id from post_comment c
    where c.maker_id = l.athlete_id and c.post_id = l.id and ${heard(tx, 'writer_id', readerId)}) as "saidBy",
  exists (select 1 from post_closed o where o.maker_id = l.athlete_id and o.post_id = l.id) as "isClosed"`

/**
 * The newest posts before a cursor, the reader's own among them; one row more than `limit` says that there is another
 * page. Of each author the index is asked for one row; only those who are the newest by it can have anything on this page.
 */
export async function findPosts(
  tx: Tx,
  args: { readerId: string; before: Cursor | null; limit: number },
): Promise<PostRow[]> {
  const { readerId, before } = args
  const most = args.limit + 1
  const earlier = before
    ? tx`and l.posted_at <= ${before.at}
        and (l.posted_at, l.id, l.athlete_id) < (${before.at}::bigint, ${before.id}, ${before.makerId}::uuid)`
    : tx``
  return tx<PostRow[]>`
    with author as (
      select ${readerId}::uuid as id
      union all
      select f.of_id from follow f join person p on p.id = f.of_id
      where f.follower_id = ${readerId} and f.accepted_at is not null and p.leaving_at is null
    ), head as (
      select a.id from author a cross join lateral (
        select l.posted_at, l.id from shared_link l
        where l.athlete_id = a.id and l.posted_at is not null ${earlier}
        order by l.posted_at desc, l.id desc limit 1) newest
      order by newest.posted_at desc, newest.id desc, a.id desc limit ${most}
    ), page as materialized (
      select one.* from head cross join lateral (
        select l.athlete_id, l.id, l.posted_at from shared_link l
        where l.athlete_id = head.id and l.posted_at is not null ${earlier}
        order by l.posted_at desc, l.id desc limit ${most}) one
      order by one.posted_at desc, one.id desc, one.athlete_id desc limit ${most}
    )
    select ${columns(tx, readerId)}
    from page join shared_link l on l.athlete_id = page.athlete_id and l.id = page.id
    order by l.posted_at desc, l.id desc, l.athlete_id desc`
}

export async function findPost(tx: Tx, args: At & { readerId: string }): Promise<PostRow | null> {
  const { makerId, postId, readerId } = args
  const [row] = await tx<PostRow[]>`
    select ${columns(tx, readerId)} from shared_link l join person p on p.id = l.athlete_id
    where l.athlete_id = ${makerId} and l.id = ${postId} and l.posted_at is not null and p.leaving_at is null`
  return row ?? null
}

export type CommentRow = { id: string; writerId: string; text: string; at: number }

/** The newest last. */
export async function findComments(tx: Tx, args: At & { readerId: string }): Promise<CommentRow[]> {
  return tx<CommentRow[]>`
    select c.id, c.writer_id as "writerId", c.text, c.at from post_comment c
    where c.maker_id = ${args.makerId} and c.post_id = ${args.postId} and ${heard(tx, 'writer_id', args.readerId)}
    order by c.at, c.id`
}

export async function insertLike(tx: Tx, args: At & { personId: string; at: number }): Promise<void> {
  await tx`
    insert into post_like (maker_id, post_id, person_id, at)
    values (${args.makerId}, ${args.postId}, ${args.personId}, ${args.at}) on conflict do nothing`
}

export async function deleteLike(tx: Tx, args: At & { personId: string }): Promise<void> {
  await tx`
    delete from post_like
    where maker_id = ${args.makerId} and post_id = ${args.postId} and person_id = ${args.personId}`
}

/** False when it is there: its answer was lost, and it was sent again. */
export async function insertComment(
  tx: Tx,
  args: At & { id: string; writerId: string; text: string; at: number },
): Promise<boolean> {
  const rows = await tx`
    insert into post_comment (maker_id, post_id, id, writer_id, text, at)
    values (${args.makerId}, ${args.postId}, ${args.id}, ${args.writerId}, ${args.text}, ${args.at})
    on conflict do nothing returning 1`
  return rows.length === 1
}

export async function findWriter(tx: Tx, args: At & { id: string }): Promise<string | null> {
  const [row] = await tx<{ writerId: string }[]>`
    select writer_id as "writerId" from post_comment
    where id = ${args.id} and maker_id = ${args.makerId} and post_id = ${args.postId}`
  return row?.writerId ?? null
}

export async function deleteComment(tx: Tx, args: { id: string }): Promise<void> {
  await tx`delete from post_comment where id = ${args.id}`
}

/** Only of a post that is there, which `findPost` says. */
export async function putClosed(tx: Tx, args: At & { isClosed: boolean; at: number }): Promise<void> {
  const { makerId, postId, isClosed, at } = args
  if (isClosed) {
    await tx`
      insert into post_closed (maker_id, post_id, at) values (${makerId}, ${postId}, ${at}) on conflict do nothing`
  } else await tx`delete from post_closed where maker_id = ${makerId} and post_id = ${postId}`
}

/** All that somebody said about somebody's posts. */
export async function deleteSaid(tx: Tx, args: { makerId: string; personId: string }): Promise<void> {
  await tx`delete from post_like where maker_id = ${args.makerId} and person_id = ${args.personId}`
  await tx`delete from post_comment where maker_id = ${args.makerId} and writer_id = ${args.personId}`
}

export type TidingRow = Omit<Tiding, 'name'> & { byId: string }

/** What others did since the reader last looked, the newest first. */
export async function findTidings(tx: Tx, args: { readerId: string; limit: number }): Promise<TidingRow[]> {
  const { readerId, limit } = args
  return tx<TidingRow[]>`
    with since as (
      select coalesce((select seen_at from feed_seen where person_id = ${readerId}), 0) as at
    ), told as (
      (select 'ask' as kind, f.follower_id as by, f.asked_at as at, null as post_id, null as title
        from follow f where f.of_id = ${readerId} and f.accepted_at is null and f.asked_at > (select at from since)
        order by f.asked_at desc limit ${limit})
      union all
      (select 'like', k.person_id, k.at, k.post_id, l.document->>'title'
        from post_like k join shared_link l on l.athlete_id = k.maker_id and l.id = k.post_id
        where k.maker_id = ${readerId} and k.person_id <> ${readerId} and k.at > (select at from since)
          and l.posted_at is not null
        order by k.at desc limit ${limit})
      union all
      (select 'comment', c.writer_id, c.at, c.post_id, l.document->>'title'
        from post_comment c join shared_link l on l.athlete_id = c.maker_id and l.id = c.post_id
        where c.maker_id = ${readerId} and c.writer_id <> ${readerId} and c.at > (select at from since)
          and l.posted_at is not null
        order by c.at desc limit ${limit})
    )
    select t.kind, t.by as "byId", t.at, t.post_id as "postId", t.title from told t
    where ${heard(tx, 'by', readerId)} order by t.at desc, t.by limit ${limit}`
}

export async function markSeen(tx: Tx, args: { personId: string; at: number }): Promise<void> {
  await tx`
    insert into feed_seen (person_id, seen_at) values (${args.personId}, ${args.at})
    on conflict (person_id) do update set seen_at = greatest(feed_seen.seen_at, excluded.seen_at)`
}

export async function countComments(tx: Tx, args: At): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*)::int as n from post_comment where maker_id = ${args.makerId} and post_id = ${args.postId}`
  return row?.n ?? 0
}
