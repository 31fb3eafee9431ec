import { expect, test } from 'vitest'
import { englishLocale, usableLocale } from './locale.ts'

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

test.each([
  ['en-GB', 'en-GB'],
  ['en-us', 'en-US'],
  ['en', 'en'],
  ['de-DE', 'en-GB'],
  ['en-US@posix', 'en'],
  ['', 'en'],
])('a reader of %s reads days as %s', (said, used) => expect(englishLocale(said)).toBe(used))
