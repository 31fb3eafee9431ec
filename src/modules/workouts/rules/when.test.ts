import { expect, test } from 'vitest'
import { dayFromIso } from '../../../shared/local-instant.ts'
import { fieldsOfWhen, whenOf } from './when.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const ZONE = 'Europe/Berlin'

test('a day, a time and minutes become instants in the workout’s own zone, and come back the same', () => {
  const when = { date: '2026-03-29', time: '18:05', minutes: 62 }
  const fields = fieldsOfWhen(when, ZONE, NOW)
  // The day the clocks went forward: 18:05 is two hours ahead of UTC already.
  expect(fields).toEqual({
    startedAt: Date.UTC(2026, 2, 29, 16, 5),
    endedAt: Date.UTC(2026, 2, 29, 17, 7),
    zone: ZONE,
    localDay: dayFromIso('2026-03-29'),
    activeMs: 62 * 60_000,
  })
  expect(fields && whenOf(fields)).toEqual(when)
})

test('no length is no length, not zero minutes', () => {
  const fields = fieldsOfWhen({ date: '2026-03-01', time: '07:00', minutes: null }, ZONE, NOW)
  expect(fields?.activeMs).toBeNull()
  expect(fields?.endedAt).toBe(fields?.startedAt)
})

test.each([
  ['to come', '2026-11-23', '13:01'],
  ['no such day', '2026-02-30', '10:00'],
  ['half typed', '', '10:00'],
  ['no time', '2026-02-03', ''],
])('refuses what is %s', (_what, date, time) => {
  expect(fieldsOfWhen({ date, time, minutes: 60 }, ZONE, NOW)).toBeNull()
})
