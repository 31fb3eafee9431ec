/** Figures of made-up tracks whose answers are known beforehand. */
import { describe, expect, test } from 'vitest'
import { evenOut, gainM } from './elevation.ts'
import { figuresOfTrack } from './figures.ts'
import { goOn, type Made, START, standing, straight } from './fixtures.ts'
import { betweenMm, outlineOf } from './geo.ts'
import type { RawTrack, Sport } from './track.ts'

const track = (segments: Made[][], sport: Sport | null = 'run'): RawTrack => ({
  ...{ name: '', sport, isIndoors: false, offsetMin: null, segments, totals: null },
})
function told(segments: Made[][], sport?: Sport | null) {
  const found = figuresOfTrack(track(segments, sport))
  if (typeof found === 'string') throw new Error(found)
  return { ...found.figures, sport: found.sport }
}
const MINUTE = 60_000

describe('a straight line along a meridian', () => {
  test('5.2 km in 26 minutes: splits of five minutes, and every standard distance at that pace', () => {
    const figures = told([straight({ metres: 5200, seconds: 1560 })])
    expect(figures).toMatchObject({ distanceM: 5200, elapsedMs: 26 * MINUTE, movingMs: 26 * MINUTE, gainM: null })
    expect(figures.splits).toEqual([...Array(5).fill([1000, 300_000, 0, 0]).flat(), 200, 60_000, 0, 0])
    expect(figures.mileSplits).toEqual([...Array(3).fill([1609, 482_800, 0, 0]).flat(), 372, 111_600, 0, 0])
    expect(figures.bests).toEqual([400, 120_000, 800, 240_000, 1000, 300_000, 1609, 483_000, 5000, 1_500_000])
  })

  test('across the date line it is as long as anywhere', () => {
    expect(betweenMm({ lat: 0, lon: 179.9995 }, { lat: 0, lon: -179.9995 })).toBeCloseTo(
      betweenMm({ lat: 0, lon: 0 }, { lat: 0, lon: 0.001 }),
      3,
    )
    const over = straight({ metres: 0, seconds: 600, lat: -17 }).map((point, i) => {
      const lon = 179.995 + i * 0.00003
      return { ...point, lon: lon > 180 ? lon - 360 : lon }
    })
    const { distanceM, outline } = told([over])
    expect(distanceM).toBe(1914)
    expect(outline.slice(-2)).toEqual([1914, 0])
  })

  test('over the hour that daylight saving takes away, time goes on evenly', () => {
    // 29 March 2026, 01:00 UTC: clocks in Ljubljana jump from two to three.
    const figures = told([straight({ metres: 2000, seconds: 600, from: Date.UTC(2026, 2, 29, 0, 55) })])
    expect(figures).toMatchObject({ elapsedMs: 10 * MINUTE, movingMs: 10 * MINUTE })
    expect(figures.splits).toEqual([1000, 300_000, 0, 0, 1000, 300_000, 0, 0])
  })
})

describe('pauses', () => {
  const twoWithRest = (seconds: number) =>
    goOn(
      goOn(straight({ metres: 1000, seconds: 300 }), (from, lat) => standing(from, lat, seconds)),
      (from, lat) => straight({ metres: 1000, seconds: 240, from, lat }),
    )

  test('two minutes at a red light are elapsed, not moved', () => {
    const figures = told([twoWithRest(120)])
    expect(figures).toMatchObject({ distanceM: 2000, elapsedMs: 11 * MINUTE, movingMs: 9 * MINUTE })
    expect(figures.splits).toEqual([1000, 300_000, 0, 0, 1000, 240_000, 0, 0])
  })

  test('a receiver that stutters for five seconds has nobody stand', () => {
    expect(told([twoWithRest(5)])).toMatchObject({ elapsedMs: 545_000, movingMs: 545_000 })
  })

  test('no rest makes a stretch faster: the fastest mile counts the pause in it, the fastest kilometre has none', () => {
    const { bests } = told([twoWithRest(120)])
    expect(bests).toEqual([400, 96_000, 800, 192_000, 1000, 240_000, 1609, 543_000])
  })

  test('a stop of the recorder is a pause, and what was covered in it was not run', () => {
    const first = straight({ metres: 1000, seconds: 300 })
    const later = straight({ metres: 500, seconds: 150, from: START + 20 * MINUTE, lat: 46.2 })
    expect(told([first, later])).toMatchObject({ distanceM: 1500, movingMs: 450_000, elapsedMs: 1_350_000 })
  })

  test('a lap that begins in the next second is none', () => {
    const whole = straight({ metres: 1500, seconds: 450 })
    expect(told([whole.slice(0, 200), whole.slice(200)])).toMatchObject({ distanceM: 1500, movingMs: 450_000 })
  })

  test('who walks up a hill at 2 km/h moves; who rides at it stands', () => {
    const slow = straight({ metres: 200, seconds: 360 })
    expect(told([slow], 'hike').movingMs).toBe(360_000)
    expect(told([slow], 'ride').movingMs).toBe(0)
  })

  test('a gap in a tunnel is moved through as fast as it was', () => {
    const run = straight({ metres: 1200, seconds: 360 })
    expect(told([[...run.slice(0, 100), ...run.slice(190)]])).toMatchObject({ distanceM: 1200, movingMs: 360_000 })
  })
})

describe('the fastest stretch', () => {
  test('is found anywhere: a fast kilometre in the middle of five slow ones, not at a full kilometre', () => {
    const run = goOn(
      goOn(straight({ metres: 1700, seconds: 680 }), (from, lat) =>
        straight({ metres: 1000, seconds: 230, from, lat }),
      ),
      (from, lat) => straight({ metres: 2300, seconds: 920, from, lat }),
    )
    const { bests, splits } = told([run])
    expect(bests.slice(0, 6)).toEqual([400, 92_000, 800, 184_000, 1000, 230_000])
    expect(splits.filter((_, i) => i % 4 === 1)).toEqual([400_000, 349_000, 281_000, 400_000, 400_000])
  })

  test('is none of a distance that was not covered', () => {
    expect(told([straight({ metres: 399, seconds: 120 })]).bests).toEqual([])
    expect(told([straight({ metres: 4990, seconds: 1500 })]).bests.filter((_, i) => i % 2 === 0)).toEqual([
      400, 800, 1000, 1609,
    ])
  })

  test('is not flown: a position a kilometre off for a second changes nothing', () => {
    const run = straight({ metres: 3000, seconds: 900 })
    const spoilt = run.map((point, i) => (i === 450 ? { ...point, lon: 14.52 } : point))
    expect(told([spoilt])).toEqual(told([run.filter((_, i) => i !== 450)]))
  })
})

describe('metres climbed', () => {
  const hill = (noise: number) => (second: number) =>
    300 + (40 * (1 - Math.cos((second / 900) * 2 * Math.PI))) / 2 + (second % 2 === 0 ? noise : -noise)

  test('a hill of 40 m is 40 m, with two metres of trembling or without', () => {
    expect(told([straight({ metres: 3000, seconds: 900, height: hill(0) })]).gainM).toBe(40)
    expect(told([straight({ metres: 3000, seconds: 900, height: hill(2) })]).gainM).toBe(40)
  })

  test('a flat road with two metres of trembling is none', () => {
    const { gainM: gain, parts } = told([
      straight({ metres: 3000, seconds: 900, height: (second) => 300 + ((second * 7919) % 5) - 2 }),
    ])
    expect(gain).toBe(0)
    expect(parts).toHaveLength(180)
  })

  test('an even climb counts to its last metre, and swings under three metres do not', () => {
    const times = Array.from({ length: 200 }, (_, i) => i * 1000)
    expect(
      gainM(
        evenOut(
          times.map((_, i) => i),
          times,
        ),
      ),
    ).toBe(199)
    expect(gainM([0, 2.9, 0, 2.9, 0])).toBe(0)
    expect(gainM([0, 3, 0, 3, 1.5, 5])).toBe(8)
  })
})

describe('whose count of metres counts', () => {
  test("the recorder's, where it has one: of a wheel, a foot pod, a belt", () => {
    const run = straight({ metres: 1000, seconds: 300 }).map((point, i) => ({ ...point, along: (1020 * i) / 300 }))
    expect(told([run]).distanceM).toBe(1020)
    const indoors = run.map((point) => ({ ...point, lat: null, lon: null }))
    expect(told([indoors])).toMatchObject({
      distanceM: 1020,
      outline: [],
      bests: [400, 118_000, 800, 235_000, 1000, 294_000],
    })
  })

  test('positions, where it lost count', () => {
    const run = straight({ metres: 1000, seconds: 300 }).map((point, i) => ({
      ...point,
      along: i > 200 ? null : 5 * i,
    }))
    expect(told([run]).distanceM).toBe(1000)
  })
})

test('heart rates are weighed by the time in motion', () => {
  const run = goOn(straight({ metres: 1000, seconds: 300, hr: () => 140 }), (from, lat) =>
    straight({ metres: 1000, seconds: 100, from, lat, hr: () => 180 }),
  )
  const { avgHr, maxHr, splits } = told([run])
  expect({ avgHr, maxHr }).toEqual({ avgHr: 150, maxHr: 180 })
  expect(splits.filter((_, i) => i % 4 === 3)).toEqual([140, 180])
})

test('a sport that no file names is told by its speed', () => {
  expect(told([straight({ metres: 10_000, seconds: 1200 })], null).sport).toBe('ride')
  expect(told([straight({ metres: 3000, seconds: 900 })], null).sport).toBe('run')
  expect(told([straight({ metres: 1000, seconds: 720 })], null).sport).toBe('walk')
})

test('rows are split by 500 m and swims by 100 m, in metres for everybody', () => {
  const row = told([straight({ metres: 1000, seconds: 240 })], 'row')
  expect(row.splits).toEqual([500, 120_000, 0, 0, 500, 120_000, 0, 0])
  expect(row.mileSplits).toEqual([])
  expect(told([straight({ metres: 300, seconds: 360 })], 'swim').splits).toEqual(
    Array(3).fill([100, 120_000, 0, 0]).flat(),
  )
})

test('the drawn route says nothing about where it is: the same in Ljubljana and in Sydney', () => {
  const here = straight({ metres: 1000, seconds: 300, lat: 46 })
  const there = straight({ metres: 1000, seconds: 300, lat: -33.8, lon: 151 })
  const outline = (points: Made[]) => outlineOf(points.map(({ lat, lon }) => ({ lat: lat ?? 0, lon: lon ?? 0 })))
  expect(outline(here)).toEqual(outline(there))
  expect(outline(here).slice(0, 2)).toEqual([0, 0])
})
