import { expect, test } from 'vitest'
import { mayRemove, metAs, standingOf } from './access.ts'

test('only an accepted ask is following', () => {
  expect(standingOf(null)).toBe('none')
  expect(standingOf({ acceptedAt: null })).toBe('asked')
  expect(standingOf({ acceptedAt: 5 })).toBe('following')
})

test('who opens a link is nobody yet, its owner, or stands to them as they do', () => {
  const follow = { acceptedAt: null }
  expect(metAs({ ownerId: 'a', readerId: null, follow: null })).toBe('nobody')
  expect(metAs({ ownerId: 'a', readerId: 'a', follow: null })).toBe('self')
  expect(metAs({ ownerId: 'a', readerId: 'b', follow })).toBe('asked')
})

test('a comment is taken away by its writer and by whose post it is under', () => {
  const of = { writerId: 'w', makerId: 'm' }
  expect(['w', 'm', 'x'].map((actorId) => mayRemove({ ...of, actorId }))).toEqual([true, true, false])
})
