import { expect, test } from 'vitest'
import { usableLocale } from './locale.ts'

test.each([
  ['de-DE', 'de-DE'],
  ['EN-us', 'en-US'],
  ['en-US@posix', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('the browser says %s, Intl gets %s', (said, used) => {
  expect(usableLocale(said)).toBe(used)
  expect(() => new Intl.NumberFormat(usableLocale(said))).not.toThrow()
})
