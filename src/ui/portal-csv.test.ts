import { expect, it } from 'vitest'
import { csvOf, tsvOf } from './portal-csv.ts'

it('a name that a spreadsheet would run is plain text', () => {
  expect(csvOf([['=HYPERLINK("http://evil")', '+1', '-2', '@x', 'Ann', -3, null]])).toBe(
    '\uFEFF"\'=HYPERLINK(""http://evil"")",\'+1,\'-2,\'@x,Ann,-3,\r\n',
  )
})

it('commas, quotes and line ends stay inside their cell', () => {
  expect(csvOf([['a,b', 'say "hi"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines"\r\n')
  expect(
    tsvOf([
      ['a\tb', 1],
      ['two\nlines', null],
    ]),
  ).toBe('a b\t1\ntwo lines\t')
})
