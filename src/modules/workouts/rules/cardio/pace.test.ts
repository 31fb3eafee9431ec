import { describe, expect, test } from 'vitest'
import { inclineAdjustedM, isBeyondBelief, paceOf } from './pace.ts'

describe('a pace is told as its sport tells it', () => {
  test.each([
    ['a run, per kilometre', 'run', 10_000, 3_120_000, 'km', { kind: 'pace', ms: 312_000, per: 'km' }],
    ['a run, per mile', 'run', 5000, 1_500_000, 'mi', { kind: 'pace', ms: 482_803, per: 'mi' }],
    ['a ride, by the hour', 'ride', 40_000, 5_400_000, 'km', { kind: 'speed', tenths: 267, per: 'km' }],
    ['a ride in miles', 'ride', 40_234, 5_400_000, 'mi', { kind: 'speed', tenths: 167, per: 'mi' }],
    ['a row, per 500 m for everybody', 'row', 2000, 480_000, 'mi', { kind: 'pace', ms: 120_000, per: 500 }],
    ['a swim, per 100 m', 'swim', 1500, 1_800_000, 'km', { kind: 'pace', ms: 120_000, per: 100 }],
  ] as const)('%s', (_what, sport, distanceM, ms, unit, pace) => {
    expect(paceOf(sport, { distanceM, ms }, unit)).toEqual(pace)
  })

  test('of a distance or a time alone there is none', () => {
    expect(paceOf('run', { distanceM: 5000, ms: 0 }, 'km')).toBeNull()
    expect(paceOf('run', { distanceM: 0, ms: 1000 }, 'km')).toBeNull()
  })

  test('two halves of unlike pace are 8 km in 40 minutes, not the mean of 4:00 and 6:40', () => {
    const [quick, slow] = [
      { distanceM: 6000, ms: 1_440_000 },
      { distanceM: 2000, ms: 960_000 },
    ]
    const both = { distanceM: quick.distanceM + slow.distanceM, ms: quick.ms + slow.ms }
    expect(paceOf('run', both, 'km')).toMatchObject({ ms: 300_000 })
  })
})

test('5 km in five minutes is a slip of the thumb on foot, and none on wheels', () => {
  expect(isBeyondBelief('run', 5000, 300_000)).toBe(true)
  expect(isBeyondBelief('ride', 5000, 300_000)).toBe(false)
})

test('up an incline metres are worth more, a tenth more for each percent on top of the last', () => {
  expect(inclineAdjustedM(5000, 0)).toBe(5000)
  expect(inclineAdjustedM(5000, 10)).toBe(5500)
  expect(inclineAdjustedM(5000, 20)).toBe(6050)
  expect(inclineAdjustedM(5000, 15)).toBe(5768)
  // 5 km in 30 minutes at 2 percent: 6:00 is run, 4:57.5 is it worth.
  expect(paceOf('run', { distanceM: inclineAdjustedM(5000, 20), ms: 1_800_000 }, 'km')).toMatchObject({ ms: 297_521 })
})
