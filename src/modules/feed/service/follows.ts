/**
 * Who follows whom. Promises: nobody is followed who did not accept it; nobody is found but by a link that they gave away;
 * whoever was declined, removed or blocked sees nothing any more, and what they said goes with them.
 */
import { randomBytes } from 'node:crypto'
import { NOBODY, type Tx, withActor } from '../../../server/db.ts'
import { takePoint } from '../../../server/rate-limit.ts'
import type { Actor } from '../../../shared/actor.ts'
import { appError } from '../../../shared/errors.ts'
import { type Met, MOST_FOLLOWS, type People } from '../model.ts'
import * as queries from '../queries/follows.ts'
import { deleteSaid } from '../queries/posts.ts'
import { metAs, standingOf } from '../rules/access.ts'

const DEAD = 'This link leads to nobody any more, or a part of it is missing. Ask who sent it to you for a new one.'
const NO_PERSON = 'They are not in your list any more: reload it.'

/** Names of people whose ids the actor was just told; whoever is leaving has none. */
export function namesOf(actor: Actor, ids: readonly string[]): Promise<Map<string, string>> {
  return withActor(actor, ids, (tx) => queries.findNames(tx, { ids }), { readOnly: true })
}

/** A new link; the one before leads nowhere from now on. */
export async function makeLink(actor: Actor, now = Date.now()): Promise<{ token: string }> {
  await takePoint('follow-link', actor.userId)
  const token = randomBytes(18).toString('base64url')
  await withActor(actor, [], (tx) => queries.putToken(tx, { ownerId: actor.userId, token, at: now }))
  return { token }
}

/** A dead link, one of somebody who is leaving and one of somebody who blocked the reader answer alike. */
export async function meet(args: { token: string; ip: string; reader: Actor | null }): Promise<Met> {
  await takePoint('follow-ip', args.ip)
  const reader = args.reader ?? NOBODY
  const { ownerId, follow } = await withActor(reader, [], async (tx) => {
    const found = await queries.findOwner(tx, { token: args.token, readerId: reader.userId })
    if (!found) throw appError('not_found', DEAD)
    return { ownerId: found, follow: await queries.findFollow(tx, { ofId: found, followerId: reader.userId }) }
  })
  const name = (await namesOf(reader, [ownerId])).get(ownerId)
  if (name === undefined) throw appError('not_found', DEAD)
  return { name, standing: metAs({ ownerId, readerId: args.reader && reader.userId, follow }) }
}

export async function ask(actor: Actor, args: { token: string }, now = Date.now()): Promise<void> {
  await takePoint('follow-ask', actor.userId)
  const find = (tx: Tx) => queries.findOwner(tx, { token: args.token, readerId: actor.userId })
  const owner = await withActor(actor, [], find, { readOnly: true })
  if (!owner || !(await namesOf(actor, [owner])).has(owner)) throw appError('not_found', DEAD)
  await withActor(actor, [], async (tx) => {
    const ownerId = await find(tx)
    if (!ownerId) throw appError('not_found', DEAD)
    await askFor(tx, actor, ownerId, now)
  })
}

/** Without their link: of whoever follows the actor, or asks to. */
export async function askBack(actor: Actor, args: { personId: string }, now = Date.now()): Promise<void> {
  await takePoint('follow-ask', actor.userId)
  if (!(await namesOf(actor, [args.personId])).has(args.personId)) throw appError('not_found', NO_PERSON)
  await withActor(actor, [], async (tx) => {
    // Held, so that who blocks the actor meanwhile is not asked.
    const follows = await queries.holdFollow(tx, { ofId: actor.userId, followerId: args.personId })
    if (!follows) throw appError('not_found', NO_PERSON)
    await askFor(tx, actor, args.personId, now)
  })
}

async function askFor(tx: Tx, { userId }: Actor, ofId: string, now: number): Promise<void> {
  if (ofId === userId) throw appError('bad_input', 'This is your own link: send it to a friend.')
  await queries.holdSelf(tx, { personId: userId })
  if (await queries.findFollow(tx, { ofId, followerId: userId })) return
  if (await queries.isBlocked(tx, { byId: userId, whomId: ofId })) {
    throw appError('conflict', 'You blocked them. Undo that first, in the list of who follows whom.')
  }
  if ((await queries.countFollowing(tx, { followerId: userId })) >= MOST_FOLLOWS) {
    throw appError(
      'too_large',
      `You follow ${MOST_FOLLOWS} people, which is as many as there can be. Unfollow somebody first.`,
    )
  }
  await queries.insertAsk(tx, { ofId, followerId: userId, at: now })
}

export async function accept(actor: Actor, args: { personId: string }, now = Date.now()): Promise<void> {
  const pair = { ofId: actor.userId, followerId: args.personId }
  await withActor(actor, [], async (tx) => {
    await queries.holdSelf(tx, { personId: actor.userId })
    const asked = await queries.findFollow(tx, pair)
    if (!asked) throw appError('not_found', NO_PERSON)
    if (asked.acceptedAt === null && (await queries.countFollowers(tx, { ofId: actor.userId })) >= MOST_FOLLOWS) {
      throw appError(
        'too_large',
        `${MOST_FOLLOWS} people follow you, which is as many as there can be. Remove somebody first.`,
      )
    }
    if (!(await queries.acceptAsk(tx, { ...pair, at: now }))) throw appError('not_found', NO_PERSON)
  })
}

/** Declines an ask, or takes a follower away again. */
export async function removeFollower(actor: Actor, args: { personId: string }): Promise<void> {
  await withActor(actor, [], (tx) => end(tx, { ofId: actor.userId, followerId: args.personId }))
}

/** Or takes an ask back. */
export async function unfollow(actor: Actor, args: { personId: string }): Promise<void> {
  await withActor(actor, [], (tx) => end(tx, { ofId: args.personId, followerId: actor.userId }))
}

async function end(tx: Tx, pair: { ofId: string; followerId: string }): Promise<void> {
  if (!(await queries.deleteFollow(tx, pair))) throw appError('not_found', NO_PERSON)
  await deleteSaid(tx, { makerId: pair.ofId, personId: pair.followerId })
}

/** Ends it both ways. Only of somebody who is in one of the actor's lists: nobody is found by this. */
export async function block(actor: Actor, args: { personId: string }, now = Date.now()): Promise<void> {
  const [me, them] = [actor.userId, args.personId]
  await withActor(actor, [], async (tx) => {
    if (!(await queries.deleteFollows(tx, { oneId: me, otherId: them }))) throw appError('not_found', NO_PERSON)
    await queries.insertBlock(tx, { byId: me, whomId: them, at: now })
    // In one order for both of them, should each block the other at once.
    for (const makerId of [me, them].sort()) await deleteSaid(tx, { makerId, personId: makerId === me ? them : me })
  })
}

/** They may ask again. */
export async function unblock(actor: Actor, args: { personId: string }): Promise<void> {
  const gone = await withActor(actor, [], async (tx) => {
    // An ask that slipped in beside the block is none.
    await queries.deleteFollow(tx, { ofId: actor.userId, followerId: args.personId })
    return queries.deleteBlock(tx, { byId: actor.userId, whomId: args.personId })
  })
  if (!gone) throw appError('not_found', NO_PERSON)
}

export async function listPeople(actor: Actor): Promise<People> {
  const { userId } = actor
  const [token, followers, following, blocked] = await withActor(
    actor,
    [],
    (tx) =>
      Promise.all([
        queries.findToken(tx, { ownerId: userId }),
        queries.findFollowers(tx, { ofId: userId }),
        queries.findFollowing(tx, { followerId: userId }),
        queries.findBlocked(tx, { byId: userId }),
      ]),
    { readOnly: true },
  )
  const back = new Map(following.map((one) => [one.id, one]))
  return {
    token,
    asks: followers.filter(({ acceptedAt }) => acceptedAt === null).map(({ id, name }) => ({ id, name })),
    followers: followers
      .filter(({ acceptedAt }) => acceptedAt !== null)
      .map(({ id, name }) => ({ id, name, back: standingOf(back.get(id)) })),
    following: following.map((one) => ({ id: one.id, name: one.name, standing: standingOf(one) })),
    blocked,
  }
}
