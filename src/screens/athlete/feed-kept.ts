/** What of the feed stays on the screen when it is asked for anew. */
import type { FeedPage, Post, Tiding } from '../../modules/feed/model.ts'

/** What was shown as new, and to whom. Once shown it counts as seen; who follows one of three comes back for the others. */
let kept: { account: string | null; tidings: readonly Tiding[] } = { account: null, tidings: [] }

export const tidingKey = ({ kind, at, name, postId }: Tiding) => [kind, at, name, postId].join()

/** What is new, and what was since the feed was opened; of asks as long as there are any. */
export function keepTidings(account: string | null, fresh: readonly Tiding[], asks: number): readonly Tiding[] {
  const known = new Set(fresh.map(tidingKey))
  const before = kept.account === account ? kept.tidings : []
  const still = before.filter((tiding) => !known.has(tidingKey(tiding)) && (tiding.kind !== 'ask' || asks > 0))
  kept = { account, tidings: [...fresh, ...still] }
  return kept.tidings
}

export function forgetTidings(): void {
  kept = { account: null, tidings: [] }
}

export const postKey = ({ makerId, id }: Post) => makerId + id

/** The first page anew, and under it what was read before; that alone where what lies between was never read. */
export function readAnew(before: FeedPage, home: FeedPage): FeedPage {
  const here = new Set(home.posts.map(postKey))
  const last = home.posts.at(-1)
  if (!home.next || !last || !before.posts.some((post) => here.has(postKey(post)))) return home
  const below = before.posts.filter((post) => post.postedAt <= last.postedAt && !here.has(postKey(post)))
  return below.length > 0 ? { posts: [...home.posts, ...below], next: before.next } : home
}
