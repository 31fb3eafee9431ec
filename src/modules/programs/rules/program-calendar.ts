/**
 * A program's days on days of the week, and as an iCalendar file (RFC 5545). Days come in their order, one on each chosen
 * weekday: a day that is missed moves nothing in a calendar that was saved before.
 */
import { dayOf, isoDate, localTimeOf, weekStartDay } from '../../../shared/local-day.ts'
import type { ProgramVersion } from '../model.ts'
import type { NextDay } from './next-session.ts'

export type PlannedOn = NextDay & { localDay: number }

/** How far ahead a program without an end is written down. */
export const CALENDAR_WEEKS = 12

/** Spread over the week: 1 = Monday … 7 = Sunday. */
export function usualWeekdays(daysAWeek: number): number[] {
  return (
    [[], [1], [1, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 5, 6], [1, 2, 3, 4, 5, 6]][daysAWeek] ?? [1, 2, 3, 4, 5, 6, 7]
  )
}

/** `toCome`: what is left of the round under way. Ends with the program, or after twelve weeks. */
export function plannedOn(
  program: Pick<ProgramVersion, 'days' | 'rounds'>,
  toCome: readonly NextDay[],
  { from, weekdays }: { from: number; weekdays: readonly number[] },
): PlannedOn[] {
  const planned: PlannedOn[] = []
  const left = [...toCome]
  const begun = toCome[0]
  if (!begun) return planned
  let { round } = begun
  for (let localDay = from; localDay < from + CALENDAR_WEEKS * 7; localDay++) {
    if (!weekdays.includes(localDay - weekStartDay(localDay, 1) + 1)) continue
    if (left.length === 0) {
      round += 1
      if (round >= (program.rounds ?? Number.POSITIVE_INFINITY)) break
      left.push(...program.days.map((day) => ({ round, day })))
    }
    const next = left.shift()
    if (next) planned.push({ ...next, localDay })
  }
  return planned
}

type Told = { title: string; text: string }

/** All-day events. `id` names the program as it is followed, so that a calendar that reads the file twice has each once. */
export function icsOf(
  name: string,
  planned: readonly PlannedOn[],
  { id, now, tell }: { id: string; now: number; tell: (day: PlannedOn) => Told },
): string {
  const plain = (day: number) => isoDate(day).replaceAll('-', '')
  const { hour, minute, second } = localTimeOf(now, 'UTC')
  const two = (n: number) => String(n).padStart(2, '0')
  const stamp = `${plain(dayOf(now, 'UTC'))}T${two(hour)}${two(minute)}${two(second)}Z`
  const events = planned.flatMap((one) => {
    const { title, text } = tell(one)
    return [
      'BEGIN:VEVENT',
      `UID:${id}-${one.round}-${one.day.id}@spotter`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plain(one.localDay)}`,
      `DTEND;VALUE=DATE:${plain(one.localDay + 1)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]
  })
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Spotter//Program//EN', `X-WR-CALNAME:${escaped(name)}`]
  return `${[...head, ...events, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

const encoder = new TextEncoder()

/** Lines of 75 octets at most; what goes on begins with a space. No letter is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let [now, size] = ['', 0]
  for (const letter of line) {
    const octets = encoder.encode(letter).length
    if (size + octets > 75) {
      lines.push(now)
      now = ' '
      size = 1
    }
    now += letter
    size += octets
  }
  return [...lines, now].join('\r\n')
}
