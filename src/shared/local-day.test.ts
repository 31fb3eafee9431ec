import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  civilOf,
  dayFromCivil,
  dayOf,
  isoDate,
  isZone,
  monthKey,
  weekday,
  weekKey,
  weekStartDay,
} from './local-day.ts'
import { dayFromIso, instantOfLocal } from './local-instant.ts'

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/St_Johns',
]
const EPOCH = Temporal.PlainDate.from('1970-01-01')
const plainDate = (day: number) => EPOCH.add({ days: day })
const day = (iso: string) => dayFromIso(iso) ?? Number.NaN

const anyDay = fc.integer({ min: -25_567, max: 47_846 }) // 1900 to 2100
const anyInstant = fc.integer({ min: -2_208_988_800_000, max: 4_133_980_799_000 })
const anyZone = fc.constantFrom(...ZONES)

describe('days agree with Temporal from 1900 to 2100', () => {
  it('names, weekdays, months', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (number, months) => {
        const date = plainDate(number)
        expect(isoDate(number)).toBe(date.toString())
        expect(dayFromIso(date.toString())).toBe(number)
        expect(weekday(number)).toBe(date.dayOfWeek)
        expect(monthKey(number)).toBe(date.toPlainYearMonth().toString())
        expect(isoDate(addMonths(number, months))).toBe(date.add({ months }).toString())
      }),
      { numRuns: 500 },
    )
  })

  it('ISO weeks carry the ISO year', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const date = plainDate(number)
        expect(weekKey(number)).toBe(`${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`)
      }),
      { numRuns: 500 },
    )
  })

  it('the day of an instant, in any zone', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
        expect(isoDate(dayOf(instant, zone))).toBe(zoned.toPlainDate().toString())
      }),
      { numRuns: 500 },
    )
  })

  it('the instant of a local time, in any zone, gaps and overlaps included', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 86_399 }), anyZone, (number, second, zone) => {
        const { year, month, day } = civilOf(number)
        const time = { hour: Math.floor(second / 3600), minute: Math.floor(second / 60) % 60, second: second % 60 }
        const wanted = Temporal.PlainDateTime.from({ year, month, day, ...time }).toZonedDateTime(zone)
        expect(instantOfLocal(year, month, day, time.hour, time.minute, time.second, zone)).toBe(
          wanted.epochMilliseconds,
        )
      }),
      { numRuns: 500 },
    )
  })
})

describe('daylight saving', () => {
  it('moves a time that does not exist forward by the gap', () => {
    const at = instantOfLocal(2026, 3, 29, 2, 30, 0, 'Europe/Berlin')
    expect(new Date(at).toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })

  it('takes the first of a time that happens twice', () => {
    const at = instantOfLocal(2026, 10, 25, 2, 30, 0, 'Europe/Berlin')
    expect(new Date(at).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })

  it('keeps a day that has 23 or 25 hours one day', () => {
    for (const iso of ['2026-03-29', '2026-10-25']) {
      const { year, month, day: date } = civilOf(day(iso))
      const noon = instantOfLocal(year, month, date, 0, 0, 0, 'Europe/Berlin')
      expect(isoDate(dayOf(noon, 'Europe/Berlin'))).toBe(iso)
      expect(isoDate(dayOf(noon - 1, 'Europe/Berlin'))).toBe(isoDate(day(iso) - 1))
    }
  })

  it('knows the day that Samoa skipped', () => {
    const before = instantOfLocal(2011, 12, 29, 23, 0, 0, 'Pacific/Apia')
    expect(isoDate(dayOf(before + 2 * 3_600_000, 'Pacific/Apia'))).toBe('2011-12-31')
  })
})

describe('weeks', () => {
  it('a Sunday belongs to the week that began the Monday before', () => {
    expect(isoDate(weekStartDay(day('2026-11-22'), 1))).toBe('2026-11-16')
    expect(isoDate(weekStartDay(day('2026-11-22'), 7))).toBe('2026-11-22')
    expect(isoDate(weekStartDay(day('2026-11-21'), 7))).toBe('2026-11-15')
  })

  it('a week across a month end is one week of seven days', () => {
    const start = weekStartDay(day('2026-10-01'), 1)
    expect(isoDate(start)).toBe('2026-09-28')
    const keys = new Set([0, 1, 2, 3, 4, 5, 6].map((n) => weekKey(start + n)))
    expect([...keys]).toEqual(['2026-W40'])
    expect(weekKey(start + 7)).toBe('2026-W41')
  })

  it('week 1 of two years never merge', () => {
    expect(weekKey(day('2024-12-30'))).toBe('2025-W01')
    expect(weekKey(day('2024-01-01'))).toBe('2024-W01')
    expect(weekKey(day('2021-01-03'))).toBe('2020-W53')
  })

  it('every week start gives seven days a key, whichever the year', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (number, start) => {
        const first = weekStartDay(number, start)
        expect(weekday(first)).toBe(start)
        expect(number - first).toBeGreaterThanOrEqual(0)
        expect(number - first).toBeLessThan(7)
        expect(weekKey(first, start)).toBe(weekKey(first + 6, start))
        expect(weekKey(first + 7, start)).not.toBe(weekKey(first, start))
      }),
    )
  })
})

describe('what is no date', () => {
  it('is refused', () => {
    for (const text of ['2026-02-30', '2026-13-01', '2026-1-1', '', 'today', '2025-02-29']) {
      expect(dayFromIso(text)).toBeNull()
    }
  })

  it('zones that nobody knows are refused', () => {
    expect(isZone('Europe/Berlin')).toBe(true)
    expect(isZone('Europe/Atlantis')).toBe(false)
    expect(isZone('')).toBe(false)
  })

  it('months run on past the year', () => {
    expect(isoDate(dayFromCivil(2026, 14, 1))).toBe('2027-02-01')
    expect(isoDate(addMonths(day('2024-01-31'), 1))).toBe('2024-02-29')
    expect(isoDate(addMonths(day('2026-03-31'), -1))).toBe('2026-02-28')
  })
})
