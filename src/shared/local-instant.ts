/** From what somebody types to a day or an instant: apart from `local-day.ts`, since an athlete's first screens ask the other way only. */
import { dayFromCivil, isoDate, type LocalTime, localTimeOf } from './local-day.ts'

const DAY_MS = 86_400_000

/** Milliseconds that the zone is ahead of UTC at that instant. */
export function offsetMs(instantMs: number, zone: string): number {
  return asUtc(localTimeOf(instantMs, zone)) - Math.floor(instantMs / 1000) * 1000
}

function asUtc({ year, month, day, hour, minute, second }: LocalTime): number {
  return dayFromCivil(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000
}

/**
 * The instant of a local time. A time that happens twice, when clocks go back, means the first; one that never happens,
 * when they go forward, moves on by the length of the gap (02:30 becomes 03:30).
 */
export function instantOfLocal(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  zone: string,
): number {
  const wall = asUtc({ year, month, day, hour, minute, second })
  const before = offsetMs(wall - DAY_MS, zone)
  const after = offsetMs(wall + DAY_MS, zone)
  const instants = [wall - before, wall - after].filter((instant) => asUtc(localTimeOf(instant, zone)) === wall)
  return instants.length > 0 ? Math.min(...instants) : wall - before
}

/** The day number of "2026-11-23"; null for anything that is no date, 30 February among them. */
export function dayFromIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const dayNumber = dayFromCivil(Number(match[1]), Number(match[2]), Number(match[3]))
  return isoDate(dayNumber) === text ? dayNumber : null
}
