import { describe, expect, test } from 'vitest'
import { dayFromCivil } from '../../../../shared/local-day.ts'
import { type DateOrder, readDate, sniffDateOrder } from './dates.ts'
import { readDuration } from './durations.ts'
import { HEVY_DATES, hevyDate } from './fixtures-hevy.ts'
import { sniffDecimalMark, withoutFloatNoise } from './numbers.ts'

const shown = (cell: string, order: DateOrder = 'dmy') => {
  const date = readDate(cell, order)
  if (!date) return null
  const two = (value: number) => String(value).padStart(2, '0')
  const time = date.timed ? ` ${two(date.hour)}:${two(date.minute)}:${two(date.second)}` : ''
  const offset = date.offsetMin === null ? '' : ` ${date.offsetMin}`
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}${time}${offset}`
}

describe('dates', () => {
  test.each([
    ['2020-12-30 18:51:52', '2020-12-30 18:51:52'],
    ['2020-12-30 6:51:52\u202fPM', '2020-12-30 18:51:52'],
    ['2020-12-30 12:05:00\u202fAM', '2020-12-30 00:05:00'],
    ['2020-12-30 12:05:00 PM', '2020-12-30 12:05:00'],
    ['22 Dec 2025, 08:00', '2025-12-22 08:00:00'],
    ['Sep 1, 2026, 6:55 PM', '2026-09-01 18:55:00'],
    ['Sep 1, 2026 at 6:55 p.m.', '2026-09-01 18:55:00'],
    ['25 Juli 2026, 14:21', '2026-07-25 14:21:00'],
    ['19 ago 2026, 14:20', '2026-08-19 14:20:00'],
    ['1 juin 2025, 07:00', '2025-06-01 07:00:00'],
    ['1 juil. 2025 à 07:00', '2025-07-01 07:00:00'],
    ['3 de mar. de 2025, 19:05', '2025-03-03 19:05:00'],
    ['5 мая 2025 г., 19:05', '2025-05-05 19:05:00'],
    ['5 paź 2025, 9:05', '2025-10-05 09:05:00'],
    ['31.12.2025 18:30', '2025-12-31 18:30:00'],
    ['31.12.2025', '2025-12-31'],
    ['2025/12/31', '2025-12-31'],
    ['20251231', '2025-12-31'],
    ['2025-12-31T18:30:05Z', '2025-12-31 18:30:05 0'],
    ['2025-12-31T18:30:05.123+02:00', '2025-12-31 18:30:05 120'],
    ['2025-12-31 18:30:05 -0530', '2025-12-31 18:30:05 -330'],
    ['1767205805000', '2025-12-31 18:30:05 0'],
    ['0202-03-04 10:00:00', '0202-03-04 10:00:00'],
  ])('%s', (cell, expected) => expect(shown(cell)).toBe(expected))

  test.each([
    '',
    'Bench Press',
    '2025-02-30',
    '2025-13-01',
    '32 Jan 2025, 10:00',
    '2025-01-01 25:00',
    '12',
    '80.5',
    'NaN',
  ])('no date: %s', (cell) => expect(readDate(cell, 'dmy')).toBeNull())

  test('every month of every language that Hevy writes', () => {
    for (const dates of HEVY_DATES) {
      for (let month = 1; month <= 12; month++) {
        const day = dayFromCivil(2025, month, 3)
        const expected = `2025-${String(month).padStart(2, '0')}-03 19:05:00`
        expect(shown(hevyDate(day, 19, 5, dates)), `${dates} ${month}`).toBe(expected)
      }
    }
  })

  test('a day past 12 settles which comes first; without one it is asked, with the order that sorts the file', () => {
    expect(sniffDateOrder(['03/04/2025', '25/04/2025'])).toMatchObject({ order: 'dmy', sure: true })
    expect(sniffDateOrder(['03/04/2025', '04/25/2025'])).toMatchObject({ order: 'mdy', sure: true })
    expect(sniffDateOrder(['01/05/2025', '01/12/2025', '02/03/2025'])).toMatchObject({ order: 'mdy', sure: false })
    expect(sniffDateOrder(['2025-01-05'])).toMatchObject({ sure: true, sample: null })
    expect(shown('03/04/2025', 'dmy')).toBe('2025-04-03')
    expect(shown('03/04/2025', 'mdy')).toBe('2025-03-04')
  })
})

describe('durations', () => {
  const minutes = (count: number) => count * 60_000
  test.each([
    ['2h 38m', minutes(158)],
    ['45m', minutes(45)],
    ['1h', minutes(60)],
    ['1 Std. 5 Min.', minutes(65)],
    ['1 ч 5 мин', minutes(65)],
    ['90s', 90_000],
    ['1:02:30', 3_750_000],
    ['12:30', 750_000],
    ['2700', minutes(45)],
    ['12.5', 12_500],
    ['', null],
    ['NaN', null],
    ['soon', 'bad'],
    ['2x 3y', 'bad'],
    ['-5', 'bad'],
  ])('%s', (cell, expected) => expect(readDuration(cell, 's', '.')).toBe(expected))
})

describe('the decimal mark of a file', () => {
  test.each([
    [['82.5', '100'], ',', '.'],
    [['8,5', '100'], ';', ','],
    [['1.250,5'], ';', ','],
    [['1,250.5'], ',', '.'],
    [['5,000'], ',', '.'],
    [['5,000'], ';', ','],
    [['5,000', '82.5'], ';', '.'],
  ] as const)('%j separated by %s', (cells, delimiter, expected) => {
    expect(sniffDecimalMark(cells, delimiter)).toBe(expected)
  })

  test('what a float wrote is cut to what it meant', () => {
    expect(withoutFloatNoise('61.234969949999996')).toBe('61.23497')
    expect(withoutFloatNoise('100.00000000000001')).toBe('100')
    expect(withoutFloatNoise('62.5')).toBe('62.5')
  })
})
