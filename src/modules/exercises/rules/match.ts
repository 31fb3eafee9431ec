/**
 * Finds the exercise that a name in a file means: by its name, by an alias, by the same words in another order or another
 * language. Anything less certain, a tie above all, is asked, never guessed: a wrong match would mix two exercises' histories for good.
 */
import type { Exercise } from '../model.ts'
import { bagOf, foldName, isOwn, wordsOf } from './names.ts'
import { inEnglish } from './other-languages.ts'

export type Matched = { how: 'exact' | 'alias' | 'words'; exerciseId: string }
export type Candidate = { exerciseId: string; name: string; score: number }
export type Match = Matched | { how: 'ask'; candidates: Candidate[] }

type Named = Pick<Exercise, 'id' | 'name' | 'aliases'>

const MOST_CANDIDATES = 6
/** A word that no exercise has counts little: it is a colour of the name, a typo, another language. */
const UNKNOWN_WORD = 25

function add(index: Map<string, Set<string>>, key: string, id: string): void {
  if (key === '') return
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

/** The one that is meant, if it is one. What the athlete named so themselves comes before what is shipped. */
function only(ids: Set<string> | undefined): string | null {
  if (!ids) return null
  if (ids.size === 1) return [...ids][0] ?? null
  const own = [...ids].filter(isOwn)
  return own.length === 1 ? (own[0] ?? null) : null
}

/** Indexes the exercises once; the answer is for one name of a file. */
export function createMatcher(exercises: readonly Named[]): (name: string) => Match {
  const names = new Map<string, Set<string>>()
  const aliases = new Map<string, Set<string>>()
  const bags = new Map<string, Set<string>>()
  const words: { exercise: Named; bags: Set<string>[] }[] = []
  const frequency = new Map<string, number>()
  for (const exercise of exercises) {
    add(names, foldName(exercise.name), exercise.id)
    for (const alias of exercise.aliases) add(aliases, foldName(alias), exercise.id)
    const all = [exercise.name, ...exercise.aliases]
    for (const name of all) add(bags, bagOf(name), exercise.id)
    const sets = all.map((name) => new Set(wordsOf(name)))
    words.push({ exercise, bags: sets })
    for (const word of new Set(sets.flatMap((set) => [...set]))) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  }
  /** Rare words say more: "zottman" names an exercise, "dumbbell" forty. */
  const weight = (word: string) => 1 / Math.sqrt(frequency.get(word) ?? UNKNOWN_WORD)

  const candidatesOf = (name: string): Candidate[] => {
    const asked = new Set([...new Set(wordsOf(name))].map((word) => nearest(word, frequency)))
    const total = [...asked].reduce((sum, word) => sum + weight(word), 0)
    const scored = words.map(({ exercise, bags: sets }) => {
      let score = 0
      for (const set of sets) {
        let shared = 0
        let extra = 0
        for (const word of set) {
          if (asked.has(word)) shared += weight(word)
          else extra += weight(word)
        }
        score = Math.max(score, shared / (total + extra || 1))
      }
      return { exerciseId: exercise.id, name: exercise.name, score: Math.round(score * 1000) / 1000 }
    })
    return scored
      .filter(({ score }) => score >= 0.25)
      .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
      .slice(0, MOST_CANDIDATES)
  }

  const sure = (name: string): Match | null => {
    const steps = [
      ['exact', names.get(foldName(name))],
      ['alias', aliases.get(foldName(name))],
      ['words', bags.get(bagOf(name))],
    ] as const
    for (const [how, ids] of steps) {
      const id = only(ids)
      if (id !== null) return { how, exerciseId: id }
      // A tie: two exercises answer to this name, and no weaker step may decide between them.
      if (ids) return { how: 'ask', candidates: tied(ids, exercises) }
    }
    return null
  }

  return (name) => {
    const found = sure(name)
    if (found) return found
    const english = inEnglish(name)
    const translated = english === null ? null : sure(english)
    if (translated?.how === 'ask' || translated === null) {
      return translated ?? { how: 'ask', candidates: candidatesOf(english ?? name) }
    }
    return { how: 'words', exerciseId: translated.exerciseId }
  }
}

function tied(ids: Set<string>, exercises: readonly Named[]): Candidate[] {
  return exercises.filter(({ id }) => ids.has(id)).map(({ id, name }) => ({ exerciseId: id, name, score: 1 }))
}

/** A mistyped word stands for the known one that it is one or two letters away from. */
function nearest(word: string, known: ReadonlyMap<string, number>): string {
  if (known.has(word) || word.length < 4) return word
  const most = word.length >= 7 ? 2 : 1
  let best = word
  let bestDistance = most + 1
  for (const other of known.keys()) {
    if (Math.abs(other.length - word.length) > most) continue
    const distance = editDistance(word, other, bestDistance - 1)
    if (distance < bestDistance) {
      best = other
      bestDistance = distance
    }
  }
  return best
}

/** Letters to insert, drop, change or swap with the next; `most` + 1 as soon as it is more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = row
  }
  return last[b.length] ?? most + 1
}
