import { beforeEach, expect, test } from 'vitest'
import type { FeedPage, Post, Tiding } from '../../modules/feed/model.ts'
import { forgetTidings, keepTidings, readAnew } from './feed-kept.ts'

const tiding = (kind: Tiding['kind'], at: number): Tiding => ({ kind, name: 'Ben', at, postId: 'p', title: 'Push' })
const [like, comment, ask] = [tiding('like', 1), tiding('comment', 2), tiding('ask', 3)]

beforeEach(forgetTidings)

test('what was new is still told on the way back, with what came meanwhile, and once', () => {
  expect(keepTidings('ida', [comment, like], 0)).toEqual([comment, like])
  expect(keepTidings('ida', [], 0)).toEqual([comment, like])
  const later = tiding('like', 4)
  expect(keepTidings('ida', [later, comment], 0)).toEqual([later, comment, like])
})

test('it is forgotten when the feed is left, told to nobody else, and an ask goes once none is open', () => {
  keepTidings('ida', [ask, like], 1)
  expect(keepTidings('ida', [], 1)).toEqual([ask, like])
  expect(keepTidings('ida', [], 0)).toEqual([like])
  expect(keepTidings('ben', [], 0)).toEqual([])
  keepTidings('ida', [like], 0)
  forgetTidings()
  expect(keepTidings('ida', [], 0)).toEqual([])
})

/** Posts by when they were posted, the newest first, and whether there is more below. */
function page(at: readonly number[], isMore = true): FeedPage {
  const posts = at.map((postedAt) => ({ makerId: 'ben', id: `p${postedAt}`, postedAt }) as Post)
  return { posts, next: isMore ? { at: at.at(-1) ?? 0, id: 'p', makerId: 'ben' } : null }
}

test('read anew, what was loaded further down stays, and what was taken back in between goes', () => {
  const anew = readAnew(page([9, 8, 7, 6, 5, 4], false), page([10, 9, 7]))
  expect(anew).toEqual(page([10, 9, 7, 6, 5, 4], false))
})

test('where more is new than a page holds, or a page holds all, it begins anew', () => {
  expect(readAnew(page([9, 8, 7, 6]), page([14, 13, 12]))).toEqual(page([14, 13, 12]))
  expect(readAnew(page([9, 8, 7, 6]), page([9, 8], false))).toEqual(page([9, 8], false))
})
