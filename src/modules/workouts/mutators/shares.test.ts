import { expect, test } from 'vitest'
import { newId } from '../../../shared/id.ts'
import { mutationSpace } from '../../../test/mutation-space.ts'
import { sharedLinks } from '../model/shares.ts'
import { postIdOf } from '../rules/post-id.ts'
import { makeLink, revokeLink } from './shares.ts'

const document = { title: 'Push', notes: '', localDay: 1, activeMs: null, exercises: [], own: [] }
const ofId = newId()
const postOf = (taken: string[], token: string) => ({
  ...{ id: postIdOf(ofId, new Set(taken)), kind: 'post' as const, ofId, token, fromName: null, document, createdAt: 5 },
})

test('a workout that is posted on two phones stands in the feed once, and taken back it can be posted anew', () => {
  const log = mutationSpace()
  const first = postOf([], 'a'.repeat(24))
  const second = postOf([], 'b'.repeat(24))
  log.do(makeLink, first)
  log.do(makeLink, second)
  expect(log.row(sharedLinks, first.id)).toMatchObject({ token: first.token, revokedAt: null })
  expect(second.id).toBe(first.id)

  log.do(revokeLink, { id: first.id, revokedAt: 9 })
  const again = postOf([first.id], 'c'.repeat(24))
  log.do(makeLink, again)
  expect(log.row(sharedLinks, first.id)).toMatchObject({ revokedAt: 9 })
  expect(log.row(sharedLinks, again.id)).toMatchObject({ token: again.token, revokedAt: null })
})
