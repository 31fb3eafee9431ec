import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { e1rmOfSet, estimateE1rm, loadForG, mayBeE1rmRecord, shareTenths } from './e1rm.ts'
import { BARBELL, done, planned, warmup } from './fixtures.ts'

const g = (reps: number, rir2: number | null = null, loadG = 100_000) => estimateE1rm(loadG, reps, rir2)?.g ?? null

describe('without a rating of effort', () => {
  it('a single is the load itself, not 103 % of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), (loadG) => void expect(g(1, null, loadG)).toBe(loadG)),
    )
  })

  it.each([
    [1, 100_000],
    [2, 102_857],
    [3, 105_882],
    [5, 112_500],
    [8, 124_138],
    [9, 128_571],
    [10, 133_333],
    [11, 136_667],
    [12, 140_000],
  ])('100 kg for %d is %d g: Brzycki under ten, Epley from ten', (reps, expected) => expect(g(reps)).toBe(expected))

  it('both formulas meet at ten', () => {
    expect(Math.round((36 * 100_000) / (37 - 10))).toBe(g(10))
  })

  it('36, 37 and 40 reps give no estimate, not an infinite or a negative one', () => {
    for (const reps of [13, 20, 36, 37, 38, 40, 2000]) expect(g(reps)).toBeNull()
  })

  it('rises with every rep and every gram', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 400_000 }), fc.integer({ min: 1, max: 11 }), (loadG, reps) => {
        expect(g(reps + 1, null, loadG)).toBeGreaterThan(g(reps, null, loadG) ?? Number.NaN)
        expect(g(reps, null, loadG + 1)).toBeGreaterThanOrEqual(g(reps, null, loadG) ?? Number.NaN)
      }),
    )
  })
})

describe('with a rating of effort: the RTS chart', () => {
  const CHART: Record<number, number[]> = {
    10: [100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0],
    9: [95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3],
    8: [92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6],
    7: [89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9],
    6: [86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.4],
  }

  it.each(Object.entries(CHART))('the row of RPE %s', (rpe, percents) => {
    for (const [index, percent] of percents.entries()) {
      expect(shareTenths(index + 1, 2 * (10 - Number(rpe)))).toBe(Math.round(percent * 10))
    }
  })

  it('half steps lie between', () => {
    expect(shareTenths(1, 1)).toBe(978)
    expect(shareTenths(5, 3)).toBe(824)
  })

  it('a single at RPE 7 is not the maximum', () => expect(g(1, 6)).toBe(112_108))
  it('a single at RPE 10 is', () => expect(g(1, 0)).toBe(100_000))
  it('under RPE 6 or over 12 reps there is no saying', () => {
    expect(g(5, 9)).toBeNull()
    expect(g(13, 0)).toBeNull()
  })

  it('gives the load for a target back', () => {
    expect(loadForG(112_108, 1, 6)).toBe(100_000)
    expect(loadForG(100_000, 5, 4)).toBe(81_100)
    expect(loadForG(100_000, 13, 0)).toBeNull()
  })
})

describe('how sure it is', () => {
  it.each([
    [1, null, 'high'],
    [5, null, 'high'],
    [6, null, 'medium'],
    [10, 2, 'medium'],
    [11, null, 'low'],
    [5, 6, 'high'],
    [5, 8, 'medium'],
    [12, 8, 'low'],
  ])('%d reps at RIR×2 %s: %s', (reps, rir2, confidence) => {
    expect(estimateE1rm(100_000, reps, rir2)?.confidence).toBe(confidence)
  })

  it('over ten reps it is no record unless effort was rated', () => {
    expect(mayBeE1rmRecord({ reps: 10, rir2: null })).toBe(true)
    expect(mayBeE1rmRecord({ reps: 11, rir2: null })).toBe(false)
    expect(mayBeE1rmRecord({ reps: 12, rir2: 2 })).toBe(true)
  })
})

describe('which sets give one', () => {
  it('never a warm-up, a drop, a set that is only planned, a failed attempt', () => {
    expect(e1rmOfSet(warmup(60, 5), null, BARBELL)).toBeNull()
    expect(e1rmOfSet(done(60, 5, { kind: 'drop' }), null, BARBELL)).toBeNull()
    expect(e1rmOfSet(planned(60, 5), null, BARBELL)).toBeNull()
    expect(e1rmOfSet(done(60, 0), null, BARBELL)).toBeNull()
    expect(e1rmOfSet(done(60, 5), null, { ...BARBELL, measure: 'load_duration' })).toBeNull()
    expect(e1rmOfSet(done(60, 5, { kind: 'failure' }), null, BARBELL)?.g).toBe(67_500)
  })

  it('assisted without a bodyweight gives none, with one it does', () => {
    const pullUp = { ...BARBELL, bodyweightFraction: 0.95 }
    const set = done(20, 5, { loadMode: 'assisted' })
    expect(e1rmOfSet(set, null, pullUp)).toBeNull()
    expect(e1rmOfSet(set, 80_000, pullUp)?.g).toBe(63_000) // 76 − 20 = 56 kg × 36/32
  })
})
