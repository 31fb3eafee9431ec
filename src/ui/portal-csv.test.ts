import { expect, test } from 'vitest'
import { csvOf, tsvOf } from './portal-csv.ts'

test.each([
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['+44 1', "'+44 1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tTab', "'\tTab"],
  ['\rReturn', `"'\rReturn"`],
  ["'=1", "''=1"],
  ['O’Neill, “Bob”', '"O’Neill, “Bob”"'],
  ["'t Hooft", "'t Hooft"],
  ['a-b', 'a-b'],
])('%j is no formula in a file', (name, cell) => {
  expect(csvOf([[name, -1, null]])).toBe(`\uFEFF${cell},-1,\r\n`)
})

test('copied rows stay one cell each, and no formula', () => {
  expect(tsvOf([['=1\t2', 'a\nb', 3]])).toBe("'=1 2\ta b\t3")
})
