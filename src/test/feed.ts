/** Friends and their posts, for stories about the feed. */
import { accept, ask, makeLink } from '../modules/feed/service/follows.ts'
import { comment, like } from '../modules/feed/service/posts.ts'
import { type SharedLink, sharedLinks } from '../modules/workouts/model/shares.ts'
import { withActor } from '../server/db.ts'
import type { Actor } from '../shared/actor.ts'
import { newId } from '../shared/id.ts'
import { withSpace } from '../sync/server/space.ts'
import type { TestDatabase } from './database.ts'
import { newPerson, type Person } from './people.ts'

/** A workout that its maker put into the feed. */
export async function putPost(maker: Actor, fields: Partial<SharedLink> = {}): Promise<SharedLink> {
  const link: SharedLink = {
    ...{ id: newId(), kind: 'post', ofId: newId(), token: newId(), fromName: null, createdAt: 5, revokedAt: null },
    document: {
      ...{ title: 'Push day', notes: '', localDay: 20_000, activeMs: 3_600_000, own: [] },
      exercises: [{ slot: '1', exerciseId: 'bench-press', notes: '', restS: null, superset: null, sets: [] }],
    },
    ...fields,
  }
  await withActor(maker, [maker.userId], (tx) => withSpace(tx, maker.userId, (space) => space.put(sharedLinks, link)))
  return link
}

export async function setRevoked(maker: Actor, id: string, revokedAt: number | null): Promise<void> {
  await withActor(maker, [maker.userId], (tx) =>
    withSpace(tx, maker.userId, (space) => space.patch(sharedLinks, id, { revokedAt })),
  )
}

/** By the maker's link, and accepted. */
export async function beFollowed(maker: Actor, follower: Actor): Promise<void> {
  const { token } = await makeLink(maker)
  await ask(follower, { token })
  await accept(maker, { personId: follower.userId })
}

/** Ida, and Ben who follows her, whom no other story has. */
export async function twoFriends(): Promise<[ida: Person, ben: Person]> {
  const [ida, ben] = [await newPerson('Ida'), await newPerson('Ben')]
  await beFollowed(ida, ben)
  return [ida, ben]
}

export const postOf = ({ userId }: Actor, postId: string) => ({ makerId: userId, postId })

/** A post of the victim's with what a friend said; the stranger has the same friend, which opens nothing. */
export async function befriend(victim: Actor, stranger: Actor): Promise<{ postId: string; commentId: string }> {
  const friend = await newPerson('Their Friend')
  for (const one of [victim, stranger]) {
    await beFollowed(one, friend)
    await beFollowed(friend, one)
  }
  const { id: postId } = await putPost(victim)
  const commentId = newId()
  await comment(friend, { makerId: victim.userId, postId, id: commentId, text: 'To the Victim' })
  await like(friend, { makerId: victim.userId, postId, isLiked: true })
  return { postId, commentId }
}

/** All that the feed holds of somebody, behind row-level security. */
export async function feedRowsOf({ admin }: Pick<TestDatabase, 'admin'>, userId: string): Promise<unknown[]> {
  return [
    await admin`select * from shared_link where athlete_id = ${userId}`,
    await admin`select * from follow where ${userId} in (of_id, follower_id) order by of_id, follower_id`,
    await admin`select * from follow_link where owner_id = ${userId}`,
    await admin`select * from follow_block where ${userId} in (by_id, whom_id)`,
    await admin`select * from post_like where maker_id = ${userId}`,
    await admin`select * from post_closed where maker_id = ${userId}`,
    await admin`select * from post_comment where maker_id = ${userId}`,
  ]
}

const of = (verbs: readonly string[], sentence: string) => verbs.map((verb) => [`feed.${verb}`, sentence] as const)

/** What is said to who comes with another person's ids. */
export const FEED_SENTENCES: Record<string, string | null> = {
  'feed.older': null,
  'feed.removeComment': 'This comment is not here any more.',
  ...Object.fromEntries([
    ...of(['post', 'like', 'comment', 'closeComments'], 'This workout is not shown any more. Go back to the list.'),
    ...of(
      ['askBack', 'accept', 'removeFollower', 'unfollow', 'block', 'unblock'],
      'They are not in your list any more: reload it.',
    ),
  ]),
}
