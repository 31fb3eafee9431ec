/**
 * Calendar days as integers: 0 is 1 January 1970, whatever the zone. All arithmetic on days and weeks happens here and on
 * whole numbers; only `dayOf` and `instantOfLocal` (local-instant.ts) know zones, so daylight saving can't move a workout to another day.
 */

export type Civil = { year: number; month: number; day: number }
export type LocalTime = Civil & { hour: number; minute: number; second: number }

/** Day number of a date of the Gregorian calendar; a month or day past its end runs on into the next. */
export function dayFromCivil(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1)
  const y = Math.floor(months / 12)
  const m = months - y * 12 + 1
  // Years that begin in March put the leap day last, where it disturbs no month's offset.
  const marchYear = m <= 2 ? y - 1 : y
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5)
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468 + (day - 1)
}

export function civilOf(dayNumber: number): Civil {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** "2026-11-23". */
export function isoDate(dayNumber: number): string {
  const { year, month, day } = civilOf(dayNumber)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** 1 = Monday … 7 = Sunday, as ISO counts. */
export function weekday(dayNumber: number): number {
  return mod(dayNumber + 3, 7) + 1
}

/** The first day of the week that holds this day; `weekStart` 1 = Monday … 7 = Sunday. */
export function weekStartDay(dayNumber: number, weekStart: number): number {
  return dayNumber - mod(weekday(dayNumber) - weekStart, 7)
}

/**
 * "2026-W48". A week belongs to the year that holds its fourth day; with weeks from Monday that is ISO 8601. Never the
 * calendar year with the week's number: the last days of December may be week 1 of the next year.
 */
export function weekKey(dayNumber: number, weekStart = 1): string {
  const fourth = weekStartDay(dayNumber, weekStart) + 3
  const { year } = civilOf(fourth)
  return `${pad(year, 4)}-W${pad(Math.floor((fourth - dayFromCivil(year, 1, 1)) / 7) + 1)}`
}

/** "2026-11". */
export function monthKey(dayNumber: number): string {
  return isoDate(dayNumber).slice(0, 7)
}

export function daysInMonth(year: number, month: number): number {
  return dayFromCivil(year, month + 1, 1) - dayFromCivil(year, month, 1)
}

/** The same day of another month, or that month's last: 31 January plus one is 28 or 29 February. */
export function addMonths(dayNumber: number, months: number): number {
  const { year, month, day } = civilOf(dayNumber)
  const first = dayFromCivil(year, month + months, 1)
  const target = civilOf(first)
  return first + Math.min(day, daysInMonth(target.year, target.month)) - 1
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  return clock
}

/** Whether this machine knows the IANA zone. */
export function isZone(zone: string): boolean {
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}

/** What a clock on the wall shows in the zone at that instant. */
export function localTimeOf(instantMs: number, zone: string): LocalTime {
  const time: Record<string, number> = {}
  for (const { type, value } of clockOf(zone).formatToParts(instantMs)) time[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = time
  return { year, month, day, hour, minute, second }
}

/** The local day of an instant: which day the calendar on the wall shows. */
export function dayOf(instantMs: number, zone: string): number {
  const { year, month, day } = localTimeOf(instantMs, zone)
  return dayFromCivil(year, month, day)
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by
}
