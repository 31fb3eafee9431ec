/** When something was measured, as its form has it: a day and a time on the wall. */
import { civilOf, dayFromIso, dayOf, instantOfLocal, isoDate, localTimeOf } from '../../../shared/local-day.ts'

export type BodyWhen = { date: string; time: string }
export type Moment = { at: number; localDay: number }

const two = (n: number) => String(n).padStart(2, '0')

export function bodyWhenOf(at: number, zone: string): BodyWhen {
  const { hour, minute } = localTimeOf(at, zone)
  return { date: isoDate(dayOf(at, zone)), time: `${two(hour)}:${two(minute)}` }
}

/** Null where there is no such day, or it is to come; without a time it was noon. */
export function momentOf({ date, time }: BodyWhen, zone: string, now: number): Moment | null {
  const localDay = dayFromIso(date)
  if (localDay === null || localDay > dayOf(now, zone)) return null
  const clock = /^(\d{2}):(\d{2})/.exec(time)
  const { year, month, day } = civilOf(localDay)
  // Later today is now: a clock that is a minute ahead is no reason to refuse a weight.
  const at = instantOfLocal(year, month, day, Number(clock?.[1] ?? 12), Number(clock?.[2] ?? 0), 0, zone)
  return { at: Math.min(at, now), localDay }
}
