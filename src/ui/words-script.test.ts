import { expect, it } from 'vitest'
import { phonesLanguage, wordsScript } from './words-script.ts'

/** A page on a phone that reads these languages, after somebody chose one or none. */
async function openPage(languages: string[], chosen: string | null = null, isThere = true) {
  const root = { lang: 'en', dataset: {} as { words?: string; locale?: string } }
  const asked: string[] = []
  const page: { spotterWords?: Promise<unknown> } = {}
  const fetch = async (url: string) => {
    asked.push(url)
    return { ok: isThere, json: async () => ({ tabs: {} }) }
  }
  new Function('navigator', 'localStorage', 'document', 'fetch', 'window', wordsScript)(
    { languages, language: languages[0] ?? '' },
    { getItem: () => chosen },
    { documentElement: root },
    fetch,
    page,
  )
  return { lang: root.lang, ...root.dataset, asked, arrived: await page.spotterWords }
}

it('speaks the first language of the phone that there are words of, as that phone writes it', async () => {
  expect(await openPage(['de-AT', 'en'])).toMatchObject({
    lang: 'de',
    locale: 'de-AT',
    words: 'coming',
    asked: ['/train/words/de.json'],
    arrived: { tabs: {} },
  })
  expect(await openPage(['fi-FI', 'es-419', 'en'])).toMatchObject({ lang: 'es', locale: 'es-419' })
})

it('speaks English to who reads it, or none of the others, with the days and figures of the phone', async () => {
  for (const languages of [['en-US'], ['en-GB', 'de'], ['fi-FI']]) {
    expect(await openPage(languages)).toEqual({ lang: 'en', locale: languages[0], asked: [], arrived: undefined })
  }
})

it('speaks what was chosen', async () => {
  expect(await openPage(['de-DE'], 'en')).toMatchObject({ lang: 'en', locale: 'en-GB', asked: [] })
  expect(await openPage(['de-DE', 'en-US'], 'en')).toMatchObject({ lang: 'en', locale: 'en-US' })
  expect(await openPage(['en-US', 'de-CH'], 'de')).toMatchObject({ lang: 'de', locale: 'de-CH' })
  expect(await openPage(['en-US'], 'fr')).toMatchObject({ lang: 'fr', locale: 'fr' })
  expect(await openPage(['en-US'], 'klingon')).toMatchObject({ lang: 'en' })
})

it('goes on in English where the words cannot be had, or the tag is none', async () => {
  expect(await openPage(['de-DE'], null, false)).toMatchObject({ lang: 'de', words: 'coming', arrived: null })
  expect(await openPage(['en-US@posix'])).toMatchObject({ lang: 'en', locale: 'en' })
  expect(await openPage([])).toMatchObject({ lang: 'en', locale: 'en' })
  expect([phonesLanguage(['fi', 'es-419']), phonesLanguage(['fi']), phonesLanguage([])]).toEqual(['es', 'en', 'en'])
})
