/**
 * Letters as people type them into a search: lower case, without accents, `ı` as `i`, `ł` as `l`, `æ` as `ae`. One table
 * for every search: `folded-sql.ts` makes the same of a column, and folded.db.test.ts compares the two.
 */

/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels: what is left out where a name is typed. */
export const MARKS =
  '\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670'

/** Letters that no keyboard but their own has and that Unicode doesn't take apart; and the ways to write an apostrophe. */
export const ONE_FOR_ONE: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ŋ: 'n', ə: 'e', ƙ: 'k', ɓ: 'b', ɗ: 'd', ƴ: 'y' },
  ς: 'σ',
  ...{ '’': "'", '‘': "'", '`': "'", '´': "'", ʼ: "'", ʻ: "'" },
}
export const TWO_FOR_ONE: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }

const FOLDED = new Map([...Object.entries(ONE_FOR_ONE), ...Object.entries(TWO_FOR_ONE)])
const marks = new RegExp(`[${MARKS}]`, 'gu')
const letters = new RegExp(`[${[...FOLDED.keys()].join('')}]`, 'gu')
const ASCII = /^[\x20-\x7e]*$/

export function foldLetters(text: string): string {
  // Nearly all of it; the rest costs several times as much.
  if (ASCII.test(text)) return text.toLowerCase().replaceAll('`', "'")
  // Marks go before the case does: the small letter of `İ` would be an `i` with a dot above it.
  return text
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(letters, (letter) => FOLDED.get(letter) ?? letter)
}

/** What was typed into a search, word by word: a name is found by all of them, wherever they stand in it. */
export function searchWords(typed: string): string[] {
  return foldLetters(typed).split(/\s+/).filter(Boolean)
}
