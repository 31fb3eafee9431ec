import { afterEach, expect, test, vi } from 'vitest'
import { nextPage, signIn } from './account.ts'

afterEach(() => void vi.unstubAllGlobals())

test('a server that can’t be reached or never answers is told; every request has an end', async () => {
  const given = { email: 'ana@example.test', password: 'squat every day' }
  for (const failure of [new TypeError('Failed to fetch'), new DOMException('signal timed out', 'TimeoutError')]) {
    vi.stubGlobal('fetch', async (_address: string, { signal }: RequestInit) => {
      expect(signal).toBeInstanceOf(AbortSignal)
      throw failure
    })
    expect(await signIn(given)).toEqual({ ok: false, why: { key: 'noSignal' } })
  }
})

test('after signing in one lands on the page that was asked for', () => {
  expect(nextPage('?next=%2Finvite%2Fabc', '/train')).toBe('/invite/abc')
  expect(nextPage('', '/train')).toBe('/train')
})

test('a link can’t send anyone to another site', () => {
  const odd = ['/\t/evil.example', '/\n/evil.example', '/\r\\evil.example', '\t//evil.example', '/\\\tevil.example']
  for (const evil of [...odd, '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    expect(nextPage(`?next=${encodeURIComponent(evil)}`, '/train')).toBe('/train')
  }
})
