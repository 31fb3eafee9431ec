import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../shared/local-day.ts'
import { dayFromIso } from '../../../shared/local-instant.ts'
import { icsOf, plannedOn, usualWeekdays } from './program-calendar.ts'

const days = [
  { id: 'a', title: 'Day A', slots: [] },
  { id: 'b', title: 'Day B', slots: [] },
]
const FROM = dayFromIso('2026-11-25') ?? 0 // a Wednesday
const coming = (...ids: string[]) => days.filter(({ id }) => ids.includes(id)).map((day) => ({ round: 2, day }))
const told = (planned: ReturnType<typeof plannedOn>) =>
  planned.map(({ round, day, localDay }) => `${isoDate(localDay)} ${round} ${day.id}`)

describe('days of a program on days of the week', () => {
  it('come in their order, what is left of this round first', () => {
    const planned = plannedOn({ days }, coming('b'), { from: FROM, weekdays: [1, 3, 5] })
    expect(told(planned).slice(0, 4)).toEqual(['2026-11-25 2 b', '2026-11-27 3 a', '2026-11-30 3 b', '2026-12-02 4 a'])
    expect(planned.length).toBe(36)
  })

  it('end with the program', () => {
    const planned = plannedOn({ days, rounds: 4 }, coming('a', 'b'), { from: FROM, weekdays: [7] })
    expect(told(planned)).toEqual(['2026-11-29 2 a', '2026-12-06 2 b', '2026-12-13 3 a', '2026-12-20 3 b'])
    expect(plannedOn({ days }, [], { from: FROM, weekdays: [7] })).toEqual([])
  })

  it('are spread as usual until the athlete says otherwise', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((n) => usualWeekdays(n).length)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('the file for a calendar', () => {
  const planned = plannedOn({ days, rounds: 3 }, coming('a', 'b'), { from: FROM, weekdays: [3, 5] })
  const file = icsOf('Stark, stärker', planned, {
    ...{ id: 'x', now: Date.UTC(2026, 10, 24, 8, 5, 9, 12) },
    tell: ({ day }) => ({ title: day.title, text: `Kniebeuge 3 × 5; schwer\nBankdrücken ${'ä'.repeat(60)}` }),
  })

  it('is this, to the letter', () => {
    expect(file.split('\r\n').slice(0, 14)).toEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Spotter//Program//EN', 'X-WR-CALNAME:Stark\\, stärker'],
      ...['BEGIN:VEVENT', 'UID:x-2-a@spotter', 'DTSTAMP:20261124T080509Z', 'DTSTART;VALUE=DATE:20261125'],
      ...['DTEND;VALUE=DATE:20261126', 'SUMMARY:Day A'],
      `DESCRIPTION:Kniebeuge 3 × 5\\; schwer\\nBankdrücken ${'ä'.repeat(11)}`,
      ` ${'ä'.repeat(37)}`,
      ` ${'ä'.repeat(12)}`,
      'TRANSP:TRANSPARENT',
    ])
    expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
  })

  it('has no line of more than 75 octets', () => {
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })
})
