/** A column's letters as `foldLetters` makes them, in SQL that is built of the same table. */
import type postgres from 'postgres'
import { MARKS, ONE_FOR_ONE, TWO_FOR_ONE } from '../shared/fold-letters.ts'
import type { Tx } from './db.ts'

type Fragment = postgres.PendingQuery<postgres.Row[]>

const FROM = Object.keys(ONE_FOR_ONE).join('')
const TO = Object.values(ONE_FOR_ONE).join('')
const MARK = `[${MARKS}]`

export function folded(tx: Tx, column: Fragment): Fragment {
  // In the order of foldLetters: take apart, leave out marks, lower the case, replace letters.
  const lower = tx`lower(regexp_replace(normalize(${column}, nfd), ${MARK}, '', 'g'))`
  return Object.entries(TWO_FOR_ONE).reduce<Fragment>(
    (text, [one, two]) => tx`replace(${text}, ${one}, ${two})`,
    tx`translate(${lower}, ${FROM}, ${TO})`,
  )
}

/** Patterns for `like all`: each word of what was typed, anywhere; `%`, `_` and `\` stand for themselves. */
export function likeEachWord(words: readonly string[]): string[] {
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}
