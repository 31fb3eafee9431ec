/** A column's letters as `foldLetters` makes them, in SQL that is built of the same table. */
import { MARKS, ONE_FOR_ONE, TWO_FOR_ONE } from './fold-letters.ts'

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const FROM = quoted(Object.keys(ONE_FOR_ONE).join(''))
const TO = quoted(Object.values(ONE_FOR_ONE).join(''))

/** As text of SQL, for a query and for a generated column alike. `column` is ours, never what somebody typed. */
export function folded(column: string): string {
  // In the order of foldLetters: take apart, leave out marks, lower the case, replace letters.
  const lower = `lower(regexp_replace(normalize(${column}, nfd), '[${MARKS}]', '', 'g'))`
  return Object.entries(TWO_FOR_ONE).reduce(
    (text, [one, two]) => `replace(${text}, ${quoted(one)}, ${quoted(two)})`,
    `translate(${lower}, ${FROM}, ${TO})`,
  )
}

/** Patterns for `like all`: each word of what was typed, anywhere; `%`, `_` and `\` stand for themselves. */
export function likeEachWord(words: readonly string[]): string[] {
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
}
