import { expect, test } from 'vitest'
import { nextPage } from './account.ts'

test('after signing in one lands on the page that was asked for', () => {
  expect(nextPage('?next=%2Finvite%2Fabc', '/train')).toBe('/invite/abc')
  expect(nextPage('', '/train')).toBe('/train')
})

test('a link can’t send anyone to another site', () => {
  for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    expect(nextPage(`?next=${encodeURIComponent(evil)}`, '/train')).toBe('/train')
  }
})
