import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameValue } from './same-value.ts'

/** The same value, the keys of every object the other way round, as another program may write it. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, inner]) => [key, turned(inner)]))
}

test('a document is the same in whatever order its keys come back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // A number of JSON has no minus zero.
      const plain = JSON.parse(JSON.stringify(value)) as unknown
      expect(isSameValue(plain, turned(plain))).toBe(true)
    }),
  )
})

test('and another where anything in it is another', () => {
  expect(isSameValue({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
  expect(isSameValue({ a: 1 }, { a: 1, b: null })).toBe(false)
  expect(isSameValue([], {})).toBe(false)
  expect(isSameValue([1], [1, 2])).toBe(false)
  expect(isSameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(isSameValue(null, {})).toBe(false)
})
