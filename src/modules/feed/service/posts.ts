/**
 * What those whom somebody follows have put into the feed, and what is said about it. Promises: a post that was taken
 * back, deleted, or is not for the reader answers like one that never was; what is sent twice is there once.
 */
import { type Tx, withActor } from '../../../server/db.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { type Cursor, type FeedHome, type FeedPage, MOST_COMMENTS, type Post, type WholePost } from '../model.ts'
import * as follows from '../queries/follows.ts'
import * as queries from '../queries/posts.ts'
import { mayRemove } from '../rules/access.ts'
import { glanceOf } from '../rules/glance.ts'
import { namesOf } from './follows.ts'

const NO_POST = 'This workout is not shown any more. Go back to the list.'
/** insufficient_privilege, of PostgreSQL. */
const REFUSED_BY_POLICY = '42501'
const PAGE = 20
const MOST_TIDINGS = 20

type At = { makerId: string; postId: string }

type Names = ReadonlyMap<string, string>

/** Every id in what was read, to ask once who of them is here. */
const idsIn = (rows: readonly queries.PostRow[]) => rows.flatMap((row) => [row.makerId, ...row.likedBy, ...row.saidBy])

function headOf(row: queries.PostRow, names: Names, { userId }: Actor): Omit<Post, 'glance'> {
  const { makerId, id, postedAt, likedBy, saidBy } = row
  const here = (ids: readonly string[]) => ids.filter((one) => names.has(one)).length
  return {
    ...{ makerId, id, postedAt, name: names.get(makerId) ?? '', isMine: makerId === userId },
    ...{ likes: here(likedBy), isLiked: likedBy.includes(userId), comments: here(saidBy) },
  }
}

function pageOf(rows: readonly queries.PostRow[], names: Names, actor: Actor): FeedPage {
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return {
    posts: shown.map((row) => ({ ...headOf(row, names, actor), glance: glanceOf(row.document) })),
    next: last ? { at: last.postedAt, id: last.id, makerId: last.makerId } : null,
  }
}

/** How the screen begins: the newest posts, and what is new. */
export async function readHome(actor: Actor, now = Date.now()): Promise<FeedHome> {
  const readerId = actor.userId
  const [rows, found, asks] = await withActor(
    actor,
    [],
    (tx) =>
      Promise.all([
        queries.findPosts(tx, { readerId, before: null, limit: PAGE }),
        queries.findTidings(tx, { readerId, limit: MOST_TIDINGS }),
        follows.countAsks(tx, { ofId: readerId }),
      ]),
    { readOnly: true },
  )
  const names = await namesOf(actor, [...new Set([...idsIn(rows), ...found.map(({ byId }) => byId)])])
  const tidings = found.flatMap(({ byId, ...tiding }) => {
    const name = names.get(byId)
    return name === undefined ? [] : [{ ...tiding, name }]
  })
  return { ...pageOf(rows, names, actor), tidings, asks, readAt: now }
}

export async function readOlder(actor: Actor, args: { before: Cursor }): Promise<FeedPage> {
  const asked = { readerId: actor.userId, before: args.before, limit: PAGE }
  const rows = await withActor(actor, [], (tx) => queries.findPosts(tx, asked), { readOnly: true })
  return pageOf(rows, await namesOf(actor, [...new Set(idsIn(rows))]), actor)
}

/** Whether there is something that `readHome` would tell. */
export async function hasTidings(actor: Actor): Promise<boolean> {
  const asked = { readerId: actor.userId, limit: MOST_TIDINGS }
  const found = await withActor(actor, [], (tx) => queries.findTidings(tx, asked), { readOnly: true })
  if (found.length === 0) return false
  const names = await namesOf(actor, [...new Set(found.map(({ byId }) => byId))])
  return names.size > 0
}

/** What came up to `at` was seen. A phone's clock has no say: it sends back what it was told. */
export async function markSeen(actor: Actor, args: { at: number }, now = Date.now()): Promise<void> {
  await withActor(actor, [], (tx) => queries.markSeen(tx, { personId: actor.userId, at: Math.min(args.at, now) }))
}

export async function readPost(actor: Actor, { makerId, postId }: At): Promise<WholePost> {
  const of = { makerId, postId, readerId: actor.userId }
  const [row, comments] = await withActor(
    actor,
    [],
    (tx) => Promise.all([queries.findPost(tx, of), queries.findComments(tx, of)]),
    { readOnly: true },
  )
  const names = await namesOf(actor, row ? [...new Set(idsIn([row]))] : [])
  if (!row || !names.has(makerId)) throw appError('not_found', NO_POST)
  const said = comments.flatMap(({ writerId, ...comment }) => {
    const name = names.get(writerId)
    if (name === undefined) return []
    return [{ ...comment, name, mayRemove: mayRemove({ actorId: actor.userId, writerId, makerId }) }]
  })
  const likedBy = row.likedBy.flatMap((id) => names.get(id) ?? [])
  return { ...headOf(row, names, actor), document: row.document, isClosed: row.isClosed, likedBy, said }
}

/** Says which it is to be, so that sending it twice changes nothing. */
export async function like(actor: Actor, args: At & { isLiked: boolean }, now = Date.now()): Promise<void> {
  await takePoint('feed-say', actor.userId)
  const { isLiked, ...of } = args
  await saying(actor, async (tx) => {
    await mustRead(tx, actor, of)
    const mine = { ...of, personId: actor.userId }
    await (isLiked ? queries.insertLike(tx, { ...mine, at: now }) : queries.deleteLike(tx, mine))
  })
}

/** `id` is the phone's: the same comment sent again is the same comment. */
export async function comment(actor: Actor, args: At & { id: string; text: string }, now = Date.now()): Promise<void> {
  await takePoint('feed-say', actor.userId)
  const { makerId, postId } = args
  await saying(actor, async (tx) => {
    const { isClosed } = await mustRead(tx, actor, args)
    if (isClosed) throw appError('forbidden', 'No more comments are wanted here.')
    if ((await queries.countComments(tx, { makerId, postId })) >= MOST_COMMENTS) {
      throw appError('too_large', `There are ${MOST_COMMENTS} comments here, and no more can be added.`)
    }
    await queries.insertComment(tx, { ...args, writerId: actor.userId, at: now })
  })
}

/** Of a post of one's own; what was said stays. */
export async function closeComments(
  actor: Actor,
  args: { postId: string; isClosed: boolean },
  now = Date.now(),
): Promise<void> {
  const of = { makerId: actor.userId, postId: args.postId }
  await withActor(actor, [], async (tx) => {
    await mustRead(tx, actor, of)
    await queries.putClosed(tx, { ...of, isClosed: args.isClosed, at: now })
  })
}

/** For good: what a stranger to both asks for answers like a comment that is gone. */
export async function removeComment(actor: Actor, args: At & { id: string }): Promise<void> {
  const { makerId, postId, id } = args
  await withActor(actor, [], async (tx) => {
    const writerId = await queries.findWriter(tx, { makerId, postId, id })
    if (writerId === null || !mayRemove({ actorId: actor.userId, writerId, makerId })) {
      throw appError('not_found', 'This comment is not here any more.')
    }
    await queries.deleteComment(tx, { id })
  })
}

/** What was taken back or closed in that very moment is refused by the database, and answers as if it had been before. */
async function saying(actor: Actor, run: (tx: Tx) => Promise<void>): Promise<void> {
  try {
    await withActor(actor, [], run)
  } catch (error) {
    if ((error as { code?: unknown }).code === REFUSED_BY_POLICY) throw appError('not_found', NO_POST)
    throw error
  }
}

/** Their following is held until the transaction ends: nothing is said after it is over. */
async function mustRead(tx: Tx, { userId }: Actor, { makerId, postId }: At): Promise<queries.PostRow> {
  if (makerId !== userId) await follows.holdFollow(tx, { ofId: makerId, followerId: userId })
  const row = await queries.findPost(tx, { makerId, postId, readerId: userId })
  if (!row) throw appError('not_found', NO_POST)
  return row
}
