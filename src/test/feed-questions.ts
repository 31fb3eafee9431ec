/** What the feed is asked that can't be, with its sentence: rows of bad-questions.db.test.ts. */
import { newId } from '../shared/id.ts'

const id = newId()
const post = { makerId: id, postId: id }

export const FEED_QUESTIONS: [procedure: string, input: unknown, sentence: string][] = [
  ['feed.older', { before: { at: 'x', id, makerId: id } }, 'At of before must be a number, but was "x".'],
  ['feed.seen', {}, 'At is missing.'],
  ['feed.post', { makerId: 'x', postId: id }, 'Maker id must be an id (a UUID), but was "x".'],
  ['feed.like', { ...post, isLiked: 'yes' }, 'Is liked must be yes or no, but was "yes".'],
  ['feed.comment', { ...post, id, text: ' ' }, 'Text is blank: fill it in.'],
  [
    'feed.comment',
    { ...post, id, text: 'x'.repeat(501) },
    'Text must be at most 500 characters long, but had 501: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…".',
  ],
  ['feed.closeComments', { postId: id }, 'Is closed is missing.'],
  ['feed.removeComment', { ...post, id: 7 }, 'Id must be text, but was 7.'],
  ['feed.meet', { token: 'short' }, 'Token is not valid: it was something else.'],
  ['feed.ask', {}, 'Token is missing.'],
  ...['askBack', 'accept', 'removeFollower', 'unfollow', 'block', 'unblock'].map((verb): [string, unknown, string] => [
    `feed.${verb}`,
    { personId: 'x' },
    'Person id must be an id (a UUID), but was "x".',
  ]),
]
