/**
 * Finds exercises while a name is typed: by the beginnings of words, by aliases, past one or two typos. The index is
 * built once, ahead in slices or by the first search; a search touches each distinct word once and then only the
 * entries that have it.
 */
import type { Exercise } from '../model.ts'
import { editDistance } from './match.ts'
import { foldName, wordsOf, wordsOfFolded } from './names.ts'

export type SearchEntry = Pick<Exercise, 'id' | 'name' | 'aliases'>
export type Search = {
  (query: string, limit?: number): string[]
  /** Indexes some more of the entries; false when all are. */
  prepare(): boolean
}

type Posting = { entry: number; weight: number }
/** A distinct word, with its letters as bits, and without the second of two equal ones. */
type Known = { word: string; letters: number; flat: string; postings: Posting[] }

/** Entries indexed at once. */
const SLICE = 24

const NAME_WEIGHT = 1
const ALIAS_WEIGHT = 0.8

export function createSearch(entries: readonly SearchEntry[]): Search {
  const vocabulary = new Map<string, Known>()
  const names: string[] = []
  const otherNames: Set<string>[] = []

  function indexNext({ name, aliases }: SearchEntry): void {
    const entry = names.length
    const weights = new Map<string, number>()
    const index = (folded: string, weight: number) => {
      for (const word of [...wordsOfFolded(folded), ...folded.split(' ')]) {
        weights.set(word, Math.max(weights.get(word) ?? 0, weight))
      }
    }
    const folded = foldName(name)
    const others = aliases.map(foldName)
    index(folded, NAME_WEIGHT)
    for (const alias of others) index(alias, ALIAS_WEIGHT)
    for (const [word, weight] of weights) {
      const known = vocabulary.get(word)
      if (known) known.postings.push({ entry, weight })
      else vocabulary.set(word, { word, letters: lettersOf(word), flat: flatOf(word), postings: [{ entry, weight }] })
    }
    names.push(folded)
    otherNames.push(new Set(others))
  }

  function prepare(): boolean {
    for (const entry of entries.slice(names.length, names.length + SLICE)) indexNext(entry)
    return names.length < entries.length
  }

  function search(query: string, limit = 50): string[] {
    const typed = foldName(query)
    if (typed === '') return entries.slice(0, limit).map(({ id }) => id)
    while (prepare());
    const isFinished = /[\s)]$/.test(query)
    const raw = typed.split(' ')
    const scores = best(vocabulary, raw, isFinished, entries.length)
    // "db row" and "pull up" are found by what the short forms and the two words stand for.
    const words = wordsOf(query).flatMap(apart)
    const meant = words.join(' ') === typed ? scores : best(vocabulary, words, isFinished, entries.length)
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

  return Object.assign(search, { prepare })
}

/** A score per entry: every word must be found, or the entry has none. */
function best(
  vocabulary: ReadonlyMap<string, Known>,
  words: readonly string[],
  isFinished: boolean,
  entries: number,
): Float64Array {
  const total = new Float64Array(entries)
  const hits = new Uint16Array(entries)
  words.forEach((word, i) => {
    const mayGrow = i === words.length - 1 && !isFinished
    const found = new Float64Array(entries)
    const [letters, flat] = [lettersOf(word), flatOf(word)]
    for (const known of vocabulary.values()) {
      const likeness = likenessOf(word, letters, flat, known, mayGrow)
      if (likeness === 0) continue
      for (const { entry, weight } of known.postings) {
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
function likenessOf(
  word: string,
  letters: number,
  flat: string,
  { word: known, letters: others, flat: other }: Known,
  mayGrow: boolean,
): number {
  if (word === known) return 1
  if (known.startsWith(word)) return (mayGrow ? 0.9 : 0.7) * (0.9 + (0.1 * word.length) / known.length)
  if (word.length < 4) return 0
  // "dumbel": how many of a letter there are is what is mistaken most.
  if (flat === other || (mayGrow && other.startsWith(flat))) return 0.6
  const most = word.length >= 7 ? 2 : 1
  // Each letter that the other has not got costs an edit: most words are dismissed by that alone.
  if (bitsIn(letters & ~others) > most) return 0
  const distance = bitsIn(others & ~letters) > most ? most + 1 : editDistance(word, known, most)
  if (distance <= most) return 0.6 / distance
  // A typo in a word that is still being typed: its beginning is compared.
  if (!mayGrow || known.length <= word.length) return 0
  const start = editDistance(word, known.slice(0, word.length), most)
  return start <= most ? 0.4 / start : 0
}

function flatOf(word: string): string {
  return word.replace(/(.)\1+/g, '$1')
}

/** "benchpress": a movement that is written onto what is moved. */
const MOVEMENT = /^(.{3,})(press|curl|raise|squat|thrust|extension|pulldown)$/

function apart(word: string): string[] {
  return MOVEMENT.exec(word)?.slice(1) ?? [word]
}

/** A bit for each letter; signs of other scripts share bits. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

function bitsIn(letters: number): number {
  let count = 0
  for (let rest = letters; rest !== 0; rest &= rest - 1) count++
  return count
}
