/** When a workout was, as its form has it: a day, a time on the wall and how long it took. */
import { civilOf, isoDate, localTimeOf } from '../../../shared/local-day.ts'
import { dayFromIso, instantOfLocal } from '../../../shared/local-instant.ts'
import type { Workout } from '../model.ts'

export type When = {
  /** "2026-11-23" */
  date: string
  /** "18:05" */
  time: string
  minutes: number | null
}

export type WhenFields = Pick<Workout, 'startedAt' | 'zone' | 'localDay' | 'endedAt' | 'activeMs'>

/** "18:05" on a clock in that zone. */
export function timeOnWall(at: number, zone: string): string {
  const { hour, minute } = localTimeOf(at, zone)
  return [hour, minute].map((n) => String(n).padStart(2, '0')).join(':')
}

/** Hour and minute of "18:05"; null for what is no time. */
export function clockOf(text: string): [hour: number, minute: number] | null {
  const clock = /^(\d{2}):(\d{2})/.exec(text)
  return clock && [Number(clock[1]), Number(clock[2])]
}

export function whenOf({ startedAt, zone, localDay, activeMs }: Omit<WhenFields, 'endedAt'>): When {
  return {
    date: isoDate(localDay),
    time: timeOnWall(startedAt, zone),
    minutes: activeMs === null ? null : Math.round(activeMs / 60_000),
  }
}

/** Null when it can't be: no date, no time, or it would begin after `now`. */
export function fieldsOfWhen({ date, time, minutes }: When, zone: string, now: number): WhenFields | null {
  const localDay = dayFromIso(date)
  const clock = clockOf(time)
  if (localDay === null || !clock) return null
  const { year, month, day } = civilOf(localDay)
  const startedAt = instantOfLocal(year, month, day, ...clock, 0, zone)
  if (startedAt > now) return null
  const activeMs = minutes === null ? null : Math.round(minutes * 60_000)
  return { startedAt, zone, localDay, endedAt: startedAt + (activeMs ?? 0), activeMs }
}
