import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countHeaders } from './columns.ts'
import { csvRows, sniffDelimiter } from './csv.ts'

const read = (text: string, delimiter = ',') =>
  [...csvRows(text, delimiter)].map(({ line, cells }) => ({ line, cells }))
const cells = (text: string, delimiter = ',') => read(text, delimiter).map((row) => row.cells)

describe('reading CSV', () => {
  test.each([
    ['plain cells', 'a,b,c', [['a', 'b', 'c']]],
    ['quoted cells, doubled quotes, delimiters in quotes', '"a ""b""","c,d",', [['a "b"', 'c,d', '']]],
    [
      'line ends of Unix, Windows and old Macs',
      'a,1\nb,2\r\nc,3\rd,4',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
        ['d', '4'],
      ],
    ],
    [
      'a byte order mark',
      '\uFEFFa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line breaks inside quotes',
      '"one\ntwo\r\nthree",x\ny,z',
      [
        ['one\ntwo\r\nthree', 'x'],
        ['y', 'z'],
      ],
    ],
    [
      'empty lines between and at the end',
      'a,b\n\n\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes that were never doubled',
      '"he said "hi" to me",2\nnext,3',
      [
        ['he said "hi" to me', '2'],
        ['next', '3'],
      ],
    ],
    [
      'a quote in an unquoted cell',
      '5" band,3\nnext,4',
      [
        ['5" band', '3'],
        ['next', '4'],
      ],
    ],
    ['blanks behind a closing quote', '"a" ,b', [['a', 'b']]],
  ])('%s', (_, text, expected) => expect(cells(text)).toEqual(expected))

  test('says on which line a row starts, notes of several lines counted', () => {
    expect(read('h,i\n"a\nb\nc",2\nx,3').map(({ line }) => line)).toEqual([1, 2, 5])
  })

  test('an unclosed quote costs its own line and nothing after it', () => {
    const text = 'name,reps\nsquat,5\n"bench,6\nrow,7\n"press",8\ncurl,9'
    const rows = [...csvRows(text, ',')]
    expect(rows.filter(({ damaged }) => damaged).map(({ line }) => line)).toEqual([3])
    expect(rows.filter(({ damaged }) => !damaged).map((row) => row.cells[1])).toEqual(['reps', '5', '7', '8', '9'])
  })

  test('whatever is written by the rules is read back, in any delimiter and line end', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\t', '\n', '\r\n', ' ', '0', '.') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, eol) => {
          const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter)).join(eol)
          expect(cells(text, delimiter)).toEqual(rows)
        },
      ),
      { numRuns: 300, seed: 20261123 },
    )
  })

  test('never hangs and never throws, whatever it is given', () => {
    const junk = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'x', '""'), maxLength: 200 })
    fc.assert(
      fc.property(junk, (text) => {
        const rows = [...csvRows(text, ',')]
        expect(rows.length).toBeLessThanOrEqual(text.length + 1)
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  test.each(['^', '~', ':', ' ', '#', '/', '\u001f'])(
    'finds %j where it cuts the header and all rows alike',
    (sign) => {
      const rows = [
        ['Date', 'Exercise', 'Reps', 'Notes'],
        ['2025-03-01', 'Squat', '5', '"easy, but deep"'],
        ['2025-03-02', 'Plank', '1', ''],
      ]
      expect(sniffDelimiter(rows.map((row) => row.join(sign)).join('\n'), countHeaders)).toBe(sign)
    },
  )

  test('takes no sign that cuts only some of the rows: a text of words is no table', () => {
    const prose = 'Date Exercise Reps\nI did some squats on Monday\nand rested'
    expect(sniffDelimiter(prose, countHeaders)).toBe(',')
    expect(sniffDelimiter('Date Exercise Reps', countHeaders)).toBe(',')
  })

  test('finds the delimiter, also where notes are full of another one', () => {
    expect(sniffDelimiter('Date,Exercise Name,Reps\n1,2,3', countHeaders)).toBe(',')
    expect(sniffDelimiter('Date;Exercise Name;Notes\n1;2;"a, b, c, d"\n1;2;"e, f, g, h"', countHeaders)).toBe(';')
    expect(sniffDelimiter('Date\tExercise\tReps\n1\t2\t3', countHeaders)).toBe('\t')
    expect(sniffDelimiter('sep=|\nfoo|bar\n1|2', countHeaders)).toBe('|')
    expect(sniffDelimiter('foo;bar\n1,5;2\n3,5;4', countHeaders)).toBe(';')
  })
})
