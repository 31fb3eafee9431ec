import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '../../../exercises/data/catalogue.ts'
import { decodeText, refuseFile } from './file.ts'
import { madeHistory } from './fixtures.ts'
import { hevyCsv } from './fixtures-hevy.ts'
import { strongCsv } from './fixtures-strong.ts'
import { sentence } from './fixtures-words.ts'
import { planImport } from './plan.ts'
import { readImport } from './read.ts'
import type { ImportAnswers } from './shapes.ts'

const NOW = Date.UTC(2026, 10, 23)
const read = (text: string, fileName = 'export.csv') => readImport(text, { fileName })
const plan = (text: string, answers: ImportAnswers = { loadUnit: 'kg' }, exercises = CATALOGUE) =>
  planImport(read(text), answers, { exercises, existing: [], zone: 'Europe/Berlin', now: NOW })
const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)
const HEAD = 'Date,Exercise,Weight (kg),Reps,RPE\n'
const GOOD = '2025-03-01 10:00,Bench Press,80,5,8\n'
const sets = (text: string) => plan(text).workouts.flatMap(({ entries }) => entries.flatMap((entry) => entry.sets))

describe('files that are refused, with a sentence', () => {
  test.each([
    [
      '100 MB, seen by its size alone',
      refuseFile('strong.csv', 100_000_000, bytes()),
      'strong.csv is 100 MB; files up to 25 MB can be imported, which is decades of training. Check that it is the export of your workouts, or split it by year and import the parts one by one.',
    ],
    ['empty', refuseFile('a.csv', 0, bytes()), 'a.csv is empty. Export your workouts again and choose the new file.'],
    [
      'a picture named .csv',
      refuseFile('a.csv', 900, bytes(0x89, 0x50, 0x4e, 0x47, 0x0d)),
      'a.csv is a picture, not a CSV file, whatever its name says. Export your workouts as CSV and choose that file.',
    ],
    [
      'a spreadsheet named .csv',
      refuseFile('a.csv', 900, bytes(0x50, 0x4b, 0x03, 0x04, 0x14)),
      'a.csv is an Excel or zip file, not a CSV file, whatever its name says. Export your workouts as CSV and choose that file.',
    ],
    [
      'any other binary',
      refuseFile('a.csv', 900, bytes(1, 2, 3, 4, 65, 66, 0, 7)),
      'a.csv is a binary file, not a CSV file, whatever its name says. Export your workouts as CSV and choose that file.',
    ],
    ['a good one', refuseFile('a.csv', 900, utf8(HEAD)), null],
  ])('%s', (_, problem, message) => expect(problem && sentence(problem)).toBe(message))

  test.each([
    ['nothing but blanks', ' \n \n', 'x.csv is empty. Export your workouts again and choose the new file.'],
    [
      'JSON',
      '{"workouts": []}',
      'x.csv is a JSON file, not a CSV file, whatever its name says. Export your workouts as CSV and choose that file.',
    ],
    [
      'the page of a sign-in',
      '<!doctype html><html></html>',
      'x.csv is a web page, not a CSV file, whatever its name says. Export your workouts as CSV and choose that file.',
    ],
    [
      'bytes read as text',
      'PNG\u0000\u0001\u0002',
      'x.csv is a binary file, not a CSV file, whatever its name says. Export your workouts as CSV and choose that file.',
    ],
    [
      'prose',
      'Dear diary\nI lifted a lot today\n',
      'x.csv has no columns that can be told apart: no comma, semicolon or tab stands between them in every line. Choose the CSV export of your workouts.',
    ],
    [
      'headers alone',
      HEAD,
      'x.csv has a row of headers and no workouts below it. Export your workouts again and choose the new file.',
    ],
    [
      '10,000 columns',
      `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(9_999)}1\n`,
      'x.csv has 10,000 columns; a workout export has about 15, and up to 500 can be read. Choose the CSV export of your workouts.',
    ],
    [
      'body measurements',
      'date,weight_kg,fat_percent,neck_cm,waist_cm\n"1 Mar 2025, 10:00",80,15,38,82\n',
      'x.csv holds body measurements and no workouts. Choose the file with your workouts; exports usually have one file for each.',
    ],
    [
      "another app's CSV",
      'Booking date;Payee;Purpose;Amount\n2025-03-01;Gym;Membership;-39,90\n',
      'x.csv doesn’t look like workouts: none of its columns (Booking date, Payee, Purpose, Amount) is known to hold exercises, loads or reps. If it does hold workouts, say which column is which; if its headers are in another language, exporting in English helps.',
    ],
    [
      "a bank's, of which dates and notes are known",
      'Date,Description,Amount\n2026-11-01,Gym membership,-39.90\n2026-11-02,Groceries,-12.50\n',
      'x.csv doesn’t look like workouts: none of its columns (Date, Description, Amount) is known to hold exercises, loads or reps. If it does hold workouts, say which column is which; if its headers are in another language, exporting in English helps.',
    ],
  ])('%s', (_, text, message) => {
    const { problems } = read(text, 'x.csv')
    expect(problems.map(sentence)).toEqual([message])
  })

  test("another app's CSV imports nothing by itself", () => {
    const { workouts, open } = plan('Booking date;Payee;Purpose;Amount\n2025-03-01;Gym;Membership;-39,90\n')
    expect(workouts).toEqual([])
    expect(open.length).toBeGreaterThan(0)
  })
})

describe('one bad line is reported and never stops the rest', () => {
  test.each([
    [
      'a date in the year 0202',
      '0202-03-04 10:00,Bench Press,80,5,8',
      'Line 3 is left out: its date is in the year 0202. Correct it in the file and import again.',
    ],
    [
      'a date to come',
      '2062-03-04 10:00,Bench Press,80,5,8',
      'Line 3 is left out: its date “2062-03-04 10:00” is in the future. Correct it in the file and import again.',
    ],
    [
      'a day that does not exist',
      '2025-02-30 10:00,Bench Press,80,5,8',
      "Line 3 is left out: its date “2025-02-30 10:00” can't be read. Dates like 2025-12-31 18:30 are understood.",
    ],
    ['no date', ',Bench Press,80,5,8', 'Line 3 is left out: it has no date.'],
    ['no exercise', '2025-03-01 10:00,,80,5,8', 'Line 3 is left out: it names no exercise.'],
    [
      '5,000 kg',
      '2025-03-01 10:00,Bench Press,"5,000",5,8',
      'Line 3 is left out: 5,000 kg is more than the 2,000 kg that a set can hold.',
    ],
    [
      '5000 reps',
      '2025-03-01 10:00,Bench Press,80,5000,8',
      'Line 3 is left out: 5000 reps is more than the 2,000 reps that a set can hold.',
    ],
    [
      'minus five kilograms on a bar',
      '2025-03-01 10:00,Bench Press,-5,5,8',
      "Line 3 is left out: −5 kg can't be: a load is never negative. Only bodyweight exercises take it, as assistance.",
    ],
    [
      'minus five reps',
      '2025-03-01 10:00,Bench Press,80,−5,8',
      "Line 3 is left out: −5 reps can't be: reps are never negative.",
    ],
    [
      'half a rep',
      '2025-03-01 10:00,Bench Press,80,5.5,8',
      "Line 3 is left out: 5.5 reps can't be: reps are whole numbers.",
    ],
    [
      'a word for a load',
      '2025-03-01 10:00,Bench Press,heavy,5,8',
      'Line 3 is left out: its load “heavy” is no number.',
    ],
    [
      'an unquoted comma',
      '2025-03-01 10:00,Bench Press,1,5,5,8',
      'Line 3 is left out: it has 6 cells where the header has 5. A text with a separator in it needs quotation marks.',
    ],
    [
      'an unclosed quote',
      '2025-03-01 10:00,"Bench Press,80,5,8',
      'Line 3 is left out: a quotation mark is opened and never closed. Correct the line and import the file again.',
    ],
  ])('%s', (_, line, message) => {
    const { badRows, workouts } = plan(`${HEAD}${GOOD}${line}\n${GOOD}`)
    expect(badRows.map(sentence)).toEqual([message])
    expect(workouts.flatMap(({ entries }) => entries.flatMap((entry) => entry.sets)).length).toBe(2)
  })

  test.each([
    [
      'RPE that is no number',
      '2025-03-01 10:00,Bench Press,80,5,hard',
      'Line 2: the RPE “hard” is not between 0 and 10; the set is kept without it.',
    ],
    [
      'RPE 80',
      '2025-03-01 10:00,Bench Press,80,5,80',
      'Line 2: the RPE “80” is not between 0 and 10; the set is kept without it.',
    ],
    [
      '900 kg',
      '2025-03-01 10:00,Bench Press,900,5,',
      'Line 2: 900 kg is more than anyone lifts on most exercises. Check it.',
    ],
    ['900 reps', '2025-03-01 10:00,Bench Press,80,900,', 'Line 2: 900 reps are a lot for one set. Check them.'],
    [
      'no figures',
      `2025-03-01 10:00,Bench Press,NaN,NaN,NaN\n${GOOD}`,
      'One line has no figures and is left out, the first is line 2.',
    ],
  ])('kept, with a warning: %s', (_, line, message) => {
    const { warnings, badRows, workouts } = plan(`${HEAD}${line}\n`)
    expect(badRows).toEqual([])
    expect(warnings.map(sentence)).toEqual([message])
    expect(workouts.length).toBe(1)
  })

  test('a file of NaN is no workout, and says so', () => {
    const { workouts, warnings, badRows } = plan(HEAD + '2025-03-01 10:00,Bench Press,NaN,NaN,NaN\n'.repeat(300))
    expect({ workouts, badRows }).toEqual({ workouts: [], badRows: [] })
    expect(warnings.map(sentence)).toEqual(['300 lines have no figures and are left out, the first is line 2.'])
  })

  test('minus twenty on a pull-up is assistance', () => {
    expect(sets(`${HEAD}2025-03-01 10:00,Pull Up,-20,5,\n`)).toMatchObject([
      { loadMode: 'assisted', loadG: 20_000, reps: 5 },
    ])
  })

  test('1,5 is one and a half', () => {
    expect(sets(`${HEAD}2025-03-01 10:00,Bench Press,"1,5",5,\n`)).toMatchObject([{ loadG: 1500, enteredLoad: '1,5' }])
    expect(sets('Datum;Übung;Gewicht (kg);Wiederh.\n01.03.2025 10:00;Bench Press;1.250,5;5\n')).toMatchObject([
      { loadG: 1_250_500 },
    ])
  })

  test('thousands are thousands, in reps and metres too, and what is kept as typed has none', () => {
    const text = 'Date,Exercise,Weight (lbs),Reps,Distance (m)\n2025-03-01 10:00,Leg Press,"1,250.5","1,000","1,500"\n'
    expect(sets(text)).toMatchObject([
      { enteredLoad: '1250.5', enteredUnit: 'lb', loadG: 567_217, reps: 1000, distanceM: 1500 },
    ])
  })

  test('10,000 bad lines are counted, and 500 of them listed', () => {
    const { badRows, counts } = plan(HEAD + GOOD + '2025-03-01 10:00,Bench Press,heavy,5,\n'.repeat(10_000))
    expect(counts.badRows).toBe(10_000)
    expect(badRows.length).toBe(500)
  })

  test('a workout of a thousand sets means that the date is another column', () => {
    const { badRows, workouts } = plan(HEAD + GOOD.repeat(1000))
    expect(workouts).toEqual([])
    expect(badRows.map(sentence)).toEqual([
      'Line 2: the workout would have 1000 sets and is left out; up to 400 fit in one. Check which column holds the date.',
    ])
  })

  test('an end before the beginning leaves the end open', () => {
    const head = 'title,start_time,end_time,exercise_title,set_index,weight_kg,reps\n'
    const text = `${head}Legs,"1 Mar 2025, 10:00","1 Mar 2025, 09:00",Squat (Barbell),0,100,5\n`
    const { workouts, warnings } = plan(text)
    expect(warnings.map(sentence)).toEqual(['Line 2: the workout “Legs” ends before it begins; its end is left open.'])
    expect(workouts[0]?.workout.activeMs).toBeNull()
  })

  test('any one line of a real file broken in any way costs at most that line', () => {
    const history = madeHistory(3, 2)
    const few = CATALOGUE.slice(0, 20)
    for (const [text, sep] of [
      [hevyCsv(history), ','],
      [strongCsv(history, 'D'), ';'],
    ] as const) {
      const lines = text.trimEnd().split('\n')
      const whole = plan(text, {}, few).counts.sets
      for (let i = 1; i < lines.length; i += 7) {
        for (const damage of [
          `"${lines[i]}`,
          `x${sep}`.repeat(40),
          lines[i]?.slice(0, 30) ?? '',
          '"',
          '\u0007\u0007',
          '=cmd()',
        ]) {
          const { counts } = plan(lines.with(i, damage).join('\n'), {}, few)
          // A note of two lines is damaged twice by one of its lines.
          expect(counts.sets, `line ${i + 1}: ${damage.slice(0, 40)}`).toBeGreaterThanOrEqual(whole - 3)
        }
      }
    }
  })
})

describe('encodings', () => {
  const text = `Datum;Übung;Wiederh.\n01.03.2025 10:00;Kniebeuge – tief;5\n`
  const utf16 = (littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
    view.setUint16(0, 0xfeff, littleEndian)
    for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian)
    return new Uint8Array(view.buffer)
  }
  test('UTF-8 with and without its mark, UTF-16 of both kinds, and the Windows code page', () => {
    expect(decodeText(utf8(text))).toBe(text)
    expect(decodeText(utf8(`\uFEFF${text}`))).toBe(text)
    expect(decodeText(utf16(true))).toBe(text)
    expect(decodeText(utf16(false))).toBe(text)
    expect(refuseFile('x.csv', 500, utf16(true))).toBeNull()
    const windows = new Uint8Array([...text].map((char) => (char === '–' ? 0x96 : char.charCodeAt(0))))
    expect(decodeText(windows)).toBe(text)
  })
})
