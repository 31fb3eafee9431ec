/** When something was measured, as its form has it: a day and a time on the wall. */
import { civilOf, dayOf, isoDate } from '../../../shared/local-day.ts'
import { dayFromIso, instantOfLocal } from '../../../shared/local-instant.ts'
import { clockOf, timeOnWall } from './when.ts'

export type BodyWhen = { date: string; time: string }
export type Moment = { at: number; localDay: number }

/** The day is the one that it was where it was measured, wherever it is looked at. */
export function bodyWhenOf({ at, localDay }: Moment, zone: string): BodyWhen {
  return { date: isoDate(localDay), time: timeOnWall(at, zone) }
}

/**
 * Null where there is no such day, or it is to come; without a time it was noon. As long as nobody changes it, it is the
 * very moment that the form was opened with: of two within a minute the later one stands, and in another zone it is of
 * the day that it was.
 */
export function momentOf(when: BodyWhen, first: Moment, zone: string, now: number): Moment | null {
  const { date, time } = bodyWhenOf(first, zone)
  if (when.date === date && when.time === time) return first
  const localDay = dayFromIso(when.date)
  if (localDay === null || localDay > dayOf(now, zone)) return null
  const [hour, minute] = clockOf(when.time) ?? [12, 0]
  const { year, month, day } = civilOf(localDay)
  // Later today is now: a clock that is a minute ahead is no reason to refuse a weight.
  return { at: Math.min(instantOfLocal(year, month, day, hour, minute, 0, zone), now), localDay }
}
