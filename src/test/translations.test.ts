/** The words of the other languages: each message there, asking for what the English one gives, in plurals that exist. */
import { readdirSync, readFileSync } from 'node:fs'
import compile from 'icu-minify/compile'
import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../modules/exercises/data/catalogue.ts'
import { createMatcher } from '../modules/exercises/rules/match.ts'
import { READY_PROGRAMS } from '../modules/programs/data/ready.ts'
import { LANGUAGES, TRANSLATIONS } from '../shared/languages.ts'

const CATALOGUES = ['athlete', 'athlete-today', 'athlete-programs', 'athlete-elsewhere']
const MESSAGES = new URL('../messages/', import.meta.url)
type Tree = { [key: string]: string | Tree }

const read = (language: string, name: string): Tree =>
  JSON.parse(readFileSync(new URL(`${language}/${name}.json`, MESSAGES), 'utf8'))

function flat(tree: Tree, at = ''): [name: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[at + key, value] as [string, string]] : flat(value, `${at}${key}.`),
  )
}

type Asks = { args: Set<string>; plurals: string[] }

/** What icu-minify made of a message: a text, or a list of texts, zeros for `#`, and `[name, kind, …]`. */
function asksOf(message: unknown, asks: Asks = { args: new Set(), plurals: [] }): Asks {
  if (!Array.isArray(message)) return asks
  for (const node of message) {
    if (!Array.isArray(node)) continue
    const [name, kind, options] = node as [string, unknown, Record<string, unknown>]
    const isChoice = kind === 1 || kind === 2 || kind === 3
    // A select's words are keys of the code; how a number is written is the language's own affair.
    asks.args.add(
      kind === 1 ? `${name} of ${Object.keys(options).sort()}` : typeof kind === 'string' ? `<${name}>` : name,
    )
    if (kind === 2) asks.plurals.push(...Object.keys(options))
    if (isChoice) for (const option of Object.values(options)) asksOf(option, asks)
    else asksOf(node.slice(1), asks)
  }
  return asks
}

test('there is a folder of words for each language, and for no other', () => {
  expect(readdirSync(MESSAGES).sort()).toEqual(Object.keys(LANGUAGES).sort())
})

describe.each(TRANSLATIONS)('%s', (language) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()

  test.each(CATALOGUES)('has every message of %s, with what is put into it', (catalogue) => {
    const english = new Map(flat(read('en', catalogue)))
    const theirs = new Map(flat(read(language, catalogue)))
    expect([...theirs.keys()].sort()).toEqual([...english.keys()].sort())
    const wrong = [...english].flatMap(([name, text]) => {
      const said = theirs.get(name) ?? ''
      const ours = [...asksOf(compile(text)).args].sort().join()
      const asked = [...asksOf(compile(said)).args].sort().join()
      return (said.trim() === '') === (text.trim() === '') && asked === ours
        ? []
        : [`${name}: ${said} (English asks for ${ours})`]
    })
    expect(wrong).toEqual([])
  })

  test.each(CATALOGUES)('counts in %s as the language counts', (catalogue) => {
    const wrong = flat(read(language, catalogue)).filter(([, text]) => {
      const { plurals } = asksOf(compile(text))
      return plurals.some((key) => !key.startsWith('=') && !(pluralCategories as string[]).includes(key))
    })
    expect(wrong).toEqual([])
  })

  test('names every shipped exercise, no two alike', () => {
    const names = read(language, 'exercises') as Record<string, string>
    expect(Object.keys(names).sort()).toEqual(CATALOGUE.map(({ id }) => id).sort())
    const all = Object.values(names).map((name) => name.toLocaleLowerCase(language))
    expect(all.filter((name, i) => name.trim() === '' || all.indexOf(name) !== i)).toEqual([])
  })

  test('gives no exercise the English name of another: an import would mix their histories', () => {
    const names = read(language, 'exercises') as Record<string, string>
    const inEnglish = createMatcher(CATALOGUE)
    const asNamed = createMatcher(
      CATALOGUE.map((one) => ({ ...one, name: names[one.id] ?? '', aliases: [one.name, ...one.aliases] })),
    )
    const wrong = CATALOGUE.flatMap(({ name, aliases }) => [name, ...aliases]).flatMap((name) => {
      const [before, now] = [inEnglish(name), asNamed(name)]
      const isSame = before.how === 'ask' || now.how === 'ask' || before.exerciseId === now.exerciseId
      return isSame ? [] : [`${name}: ${before.exerciseId}, now ${now.exerciseId}`]
    })
    expect(wrong).toEqual([])
  })

  test('tells of every ready program and its days', () => {
    const texts = read(language, 'ready')
    const wanted = READY_PROGRAMS.flatMap(({ id, days }) => [
      ...['title', 'forWhom', 'needs'].map((line) => `${id}.${line}`),
      ...days.map((day) => `${id}.days.${day.id}`),
    ])
    expect(
      flat(texts)
        .map(([name]) => name)
        .sort(),
    ).toEqual([...new Set(wanted)].sort())
  })
})
