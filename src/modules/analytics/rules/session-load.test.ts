import { describe, expect, it } from 'vitest'
import { sessionLoad, trainingLoad } from './session-load.ts'

const TODAY = 20_786
const HOUR = 3_600_000
const session = (back: number, sessionRpe: number | null, activeMs: number | null = HOUR) => ({
  ...{ localDay: TODAY - back, sessionRpe, activeMs },
})

describe('the load of sessions', () => {
  it('is rating times minutes, and nothing where one is missing', () => {
    expect(sessionLoad(session(0, 7))).toBe(420)
    expect(sessionLoad(session(0, 5, 90_000))).toBe(8)
    expect(sessionLoad(session(0, 0))).toBe(0)
    expect([sessionLoad(session(0, null)), sessionLoad(session(0, 7, null))]).toEqual([null, null])
  })

  it('two sessions of a day are added; seven days are compared with twenty-eight', () => {
    const days = [0, 2, 4, 7, 9, 11, 14, 16, 18, 21, 23, 25, 27]
    const load = trainingLoad([...days.map((back) => session(back, 5)), session(0, 5)], TODAY)
    expect(load).toMatchObject({ week: 1200, usualWeek: 1050, changePercent: 14, unrated: 0 })
    expect(load?.days.at(-1)).toEqual({ day: TODAY, load: 600 })
    expect(load?.days).toHaveLength(28)
  })

  it('has the monotony and strain of the published way: mean by deviation, load times monotony', () => {
    // 600, 0, 300, 0, 300, 0, 0: mean 171.4, deviation 218.7.
    const sessions = [session(6, 10), session(4, 5), session(2, 5), session(27, 1)]
    expect(trainingLoad(sessions, TODAY)).toMatchObject({ week: 1200, monotonyTenths: 8, strain: 941 })
  })

  it('days that are all the same have no monotony and no strain, rather than an infinite one', () => {
    const same = Array.from({ length: 28 }, (_, back) => session(back, 5))
    expect(trainingLoad(same, TODAY)).toMatchObject({
      week: 2100,
      changePercent: 0,
      monotonyTenths: null,
      strain: null,
    })
  })

  it('is not told before three weeks of it', () => {
    expect(trainingLoad([], TODAY)).toBeNull()
    expect(trainingLoad([session(19, 5), session(0, 5)], TODAY)).toBeNull()
    // Three weeks are compared as three, not as four with an empty one.
    const sessions = [0, 7, 14, 20].map((back) => session(back, 5))
    expect(trainingLoad(sessions, TODAY)).toMatchObject({ week: 300, usualWeek: 400, changePercent: -25 })
  })

  it('says how many nobody rated, and counts none of them', () => {
    expect(trainingLoad([session(25, 5), session(3, null), session(1, null)], TODAY)).toMatchObject({
      ...{ week: 0, unrated: 2, monotonyTenths: null },
    })
  })
})
