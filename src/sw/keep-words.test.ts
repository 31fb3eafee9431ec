import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dropOlder, keepOnly, storedWords, storeWords, takeAlong, type Words } from './keep-words.ts'

/** A build's words: their text says which build. */
const revision = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
const wordsOf = (build: string): Words =>
  Object.fromEntries(
    ['de', 'fr'].map((language) => {
      const url = `/train/words/${language}.json`
      return [language, [{ url, revision: revision(`${language} of ${build}`) }]]
    }),
  )

const ORIGIN = 'https://spotter.test'
let onServer = 'A'
let hasSignal = true

/** As browsers do it: keys are whole addresses. */
function cacheStorage() {
  const held = new Map<string, Response>()
  const whole = (key: string | Request) => new URL(typeof key === 'string' ? key : key.url, ORIGIN).href
  const cache = {
    match: async (key: string) => held.get(whole(key))?.clone(),
    put: async (key: string, response: Response) => void held.set(whole(key), response),
    delete: async (key: Request) => held.delete(whole(key)),
    keys: async () => [...held.keys()].map((url) => new Request(url)),
  }
  return { open: async () => cache }
}

beforeEach(() => {
  onServer = 'A'
  hasSignal = true
  vi.stubGlobal('caches', cacheStorage())
  vi.stubGlobal('fetch', async (url: string) => {
    if (!hasSignal) throw new TypeError('Failed to fetch')
    const [, language = ''] = /words\/(\w+)\.json/.exec(url) ?? []
    return new Response(`${language} of ${onServer}`)
  })
})
afterEach(() => vi.unstubAllGlobals())

const a = wordsOf('A')
const b = wordsOf('B')
const textOf = async (words: Words, language: string) => {
  const [file] = words[language] ?? []
  return file && (await storedWords(file))?.text()
}

it('words that a newer app took along outlive the older one’s look at what it holds, and stand when it takes over offline', async () => {
  await takeAlong(a, ['de-DE'])
  onServer = 'B'
  await takeAlong(b, ['de-DE'])
  await keepOnly(a.de ?? [])
  hasSignal = false
  await dropOlder(Object.values(b).flat())
  expect(await textOf(b, 'de')).toBe('de of B')
  expect(await textOf(a, 'de')).toBeUndefined()
})

it('a first app with words stores those of the phone; English needs none', async () => {
  await takeAlong(a, ['fi-FI', 'fr-CA', 'de'])
  expect([await textOf(a, 'fr'), await textOf(a, 'de')]).toEqual(['fr of A', undefined])
  vi.stubGlobal('caches', cacheStorage())
  await takeAlong(a, ['en-US', 'de'])
  expect(await textOf(a, 'de')).toBeUndefined()
})

it('of a language that is not spoken any more nothing stays', async () => {
  await takeAlong(a, ['de'])
  await Promise.all((a.fr ?? []).map(storeWords))
  await keepOnly(a.fr ?? [])
  expect([await textOf(a, 'fr'), await textOf(a, 'de')]).toEqual(['fr of A', undefined])
})

it('the words of another build are nobody’s, and an app without its words is not installed', async () => {
  onServer = 'B'
  await expect(storeWords(a.de?.[0] ?? { url: '', revision: '' })).rejects.toThrow(
    '/train/words/de.json is of another build',
  )
  expect(await textOf(a, 'de')).toBeUndefined()
  hasSignal = false
  await expect(takeAlong(b, ['de'])).rejects.toThrow()
})
