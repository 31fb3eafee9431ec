import { expect, test } from 'vitest'
import { isId, newId } from '../../../shared/id.ts'
import { postIdOf } from './post-id.ts'

test('two phones give the post of a workout the same id, and each that comes after one taken back another', () => {
  const [workout, other] = [newId(), newId()]
  const first = postIdOf(workout, new Set())
  expect(isId(first)).toBe(true)
  // A link by its token is none of the posts.
  expect(postIdOf(workout, new Set([newId()]))).toBe(first)
  const second = postIdOf(workout, new Set([first]))
  expect(second).not.toBe(first)
  expect(postIdOf(workout, new Set([second, first]))).not.toBe(first)
  expect(postIdOf(other, new Set())).not.toBe(first)
})
