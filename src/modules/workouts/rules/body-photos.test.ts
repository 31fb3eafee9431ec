import { describe, expect, it } from 'vitest'
import type { Pose, ProgressPhoto } from '../model/body.ts'
import { bodyWhenOf, momentOf } from './body-when.ts'
import { pairOf } from './photo-pair.ts'

const photo = (id: string, localDay: number, pose: Pose | null): ProgressPhoto => ({ id, pose, localDay, at: localDay })

describe('the two that stand side by side', () => {
  const all = [photo('d', 40, 'side'), photo('c', 30, 'front'), photo('b', 20, null), photo('a', 10, 'front')]
  const ids = (pair: ReturnType<typeof pairOf>) => pair && [pair.before.id, pair.after.id]

  it('are the oldest and the newest of one pose, or of all where no pose was taken twice', () => {
    expect(ids(pairOf(all))).toEqual(['a', 'c'])
    expect(ids(pairOf(all.slice(0, 3)))).toEqual(['b', 'd'])
  })

  it('are those that were chosen, as long as they are there', () => {
    expect(ids(pairOf(all, { before: 'd', after: 'b' }))).toEqual(['d', 'b'])
    expect(ids(pairOf(all, { before: 'gone', after: 'b' }))).toEqual(['a', 'b'])
  })

  it('are not there with fewer than two', () => {
    expect(pairOf([])).toBe(null)
    expect(pairOf(all.slice(0, 1))).toBe(null)
  })
})

describe('when it was measured', () => {
  const zone = 'Europe/Ljubljana'
  const now = Date.UTC(2026, 2, 29, 12, 0)

  const first = { at: now, localDay: 20_541 }
  const typed = (date: string, time: string) => momentOf({ date, time }, first, zone, now)

  it('is a day and a time on the wall, over the night in which clocks go forward, too', () => {
    const moment = typed('2026-03-29', '02:30')
    expect(moment && bodyWhenOf(moment, zone)).toEqual({ date: '2026-03-29', time: '03:30' })
    expect(typed('2026-01-05', '')).toEqual({ at: Date.UTC(2026, 0, 5, 11), localDay: 20_458 })
  })

  it('is never to come', () => {
    expect(typed('2026-03-30', '08:00')).toBe(null)
    expect(typed('soon', '08:00')).toBe(null)
    expect(typed('2026-03-29', '23:00')?.at).toBe(now)
  })

  it('stays the day that it was in another zone, and the very moment, as long as nobody changes it', () => {
    // Just after midnight in Tokyo; at home it was the evening before.
    const inTokyo = { at: Date.UTC(2026, 2, 28, 15, 30, 12), localDay: 20_541 }
    const form = bodyWhenOf(inTokyo, zone)
    expect(form).toEqual({ date: '2026-03-29', time: '16:30' })
    expect(momentOf(form, inTokyo, zone, now)).toEqual(inTokyo)
    expect(momentOf({ ...form, date: '2026-03-28' }, inTokyo, zone, now)?.localDay).toBe(20_540)
  })
})
