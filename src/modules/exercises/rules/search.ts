/**
 * Finds exercises while a name is typed: by the beginnings of words, by aliases, past one or two typos. The index is
 * built once; a search touches each distinct word once and then only the entries that have it.
 */
import type { Exercise } from '../model.ts'
import { editDistance } from './match.ts'
import { foldName, wordsOf } from './names.ts'

export type SearchEntry = Pick<Exercise, 'id' | 'name' | 'aliases'>
export type Search = (query: string, limit?: number) => string[]

type Posting = { entry: number; weight: number }

const NAME_WEIGHT = 1
const ALIAS_WEIGHT = 0.8

export function createSearch(entries: readonly SearchEntry[]): Search {
  const postings = new Map<string, Posting[]>()
  const names = entries.map(({ name }) => foldName(name))
  const otherNames = entries.map(({ aliases }) => new Set(aliases.map(foldName)))
  entries.forEach(({ name, aliases }, entry) => {
    const weights = new Map<string, number>()
    const index = (text: string, weight: number) => {
      for (const word of [...wordsOf(text), ...foldName(text).split(' ')]) {
        weights.set(word, Math.max(weights.get(word) ?? 0, weight))
      }
    }
    index(name, NAME_WEIGHT)
    for (const alias of aliases) index(alias, ALIAS_WEIGHT)
    for (const [word, weight] of weights) {
      const list = postings.get(word)
      if (list) list.push({ entry, weight })
      else postings.set(word, [{ entry, weight }])
    }
  })
  const vocabulary = [...postings.keys()]

  return (query, limit = 50) => {
    const typed = foldName(query)
    if (typed === '') return entries.slice(0, limit).map(({ id }) => id)
    const isFinished = /[\s)]$/.test(query)
    const raw = typed.split(' ')
    const scores = best(postings, vocabulary, raw, isFinished, entries.length)
    // "db row" and "pull up" are found by what the short forms and the two words stand for.
    const meant = best(postings, vocabulary, wordsOf(query), isFinished, entries.length)
    return entries
      .map(({ id }, entry) => {
        const name = names[entry] ?? ''
        const score = Math.max(scores[entry] ?? 0, meant[entry] ?? 0)
        const start = name === typed ? 1 : otherNames[entry]?.has(typed) ? 0.8 : name.startsWith(typed) ? 0.5 : 0
        return { id, name, score: score === 0 ? 0 : score + start }
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id)
  }
}

/** A score per entry: every word must be found, or the entry has none. */
function best(
  postings: ReadonlyMap<string, Posting[]>,
  vocabulary: readonly string[],
  words: readonly string[],
  isFinished: boolean,
  entries: number,
): Float64Array {
  const total = new Float64Array(entries)
  const hits = new Uint16Array(entries)
  words.forEach((word, i) => {
    const mayGrow = i === words.length - 1 && !isFinished
    const found = new Float64Array(entries)
    for (const known of vocabulary) {
      const likeness = likenessOf(word, known, mayGrow)
      if (likeness === 0) continue
      for (const { entry, weight } of postings.get(known) ?? []) {
        found[entry] = Math.max(found[entry] ?? 0, likeness * weight)
      }
    }
    for (let entry = 0; entry < entries; entry++) {
      if (!found[entry]) continue
      total[entry] = (total[entry] ?? 0) + (found[entry] ?? 0)
      hits[entry] = (hits[entry] ?? 0) + 1
    }
  })
  for (let entry = 0; entry < entries; entry++) {
    if (hits[entry] !== words.length) total[entry] = 0
    else total[entry] = (total[entry] ?? 0) / words.length
  }
  return total
}

/** 1 for the word itself, less for its beginning, least for a typo in it; 0 for another word. */
function likenessOf(word: string, known: string, mayGrow: boolean): number {
  if (word === known) return 1
  if (known.startsWith(word)) return (mayGrow ? 0.9 : 0.7) * (0.9 + (0.1 * word.length) / known.length)
  if (word.length < 4) return 0
  const most = word.length >= 7 ? 2 : 1
  const distance = editDistance(word, known, most)
  if (distance <= most) return 0.6 / distance
  // A typo in a word that is still being typed: its beginning is compared.
  if (!mayGrow || known.length <= word.length) return 0
  const start = editDistance(word, known.slice(0, word.length), most)
  return start <= most ? 0.4 / start : 0
}
