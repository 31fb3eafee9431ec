import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAILY, MEASURES, type Measurement } from '../model/body.ts'
import { formatChange, formatMeasure, formatRough, measureIn, measureNumber, parseMeasure } from './body-figures.ts'
import { bodyweightNow, latestOf, standings, weekMean } from './latest-measures.ts'
import { weeklyRateG, weightNear, weightTrend } from './weight-trend.ts'

const METRIC = { load: 'kg', length: 'cm' } as const
const IMPERIAL = { load: 'lb', length: 'in' } as const
const value = (text: string, kind: Measurement['kind'], units: typeof METRIC | typeof IMPERIAL = METRIC) => {
  const parsed = parseMeasure(text, kind, units)
  return parsed.ok ? parsed.value : parsed.why
}
let ids = 0
const measured = (kind: Measurement['kind'], localDay: number, amount: number, hour = 8): Measurement => ({
  ...{ id: `m${++ids}`, kind, value: amount, localDay },
  at: localDay * 86_400_000 + hour * 3_600_000,
})
const weighed = (localDay: number, kg: number, hour = 8) => measured('weight', localDay, Math.round(kg * 1000), hour)

it('there are seventeen, and outside of them what a day held', () => {
  expect(new Set(MEASURES).size).toBe(17)
  expect(DAILY).toEqual(['sleep', 'energy', 'protein'])
})

describe('what a day held', () => {
  it('sleep is typed as a clock or as hours, and kept in minutes; kcal and grams are whole', () => {
    for (const text of ['7:30', '7.5', '7,5', ' 07:30 ']) expect(value(text, 'sleep')).toBe(450)
    expect(value('7:61', 'sleep')).toBe('not_a_number')
    expect(value('25', 'sleep')).toBe('too_large')
    expect(value('2450', 'energy')).toBe(2450)
    expect(value('162,4', 'protein', IMPERIAL)).toBe(162)
    expect(value('1620', 'protein')).toBe('too_large')
  })

  it('is shown as it can be typed', () => {
    expect(formatMeasure(455, 'sleep', METRIC, 'en')).toBe('7:35\u00a0h')
    expect(value(measureNumber(455, 'sleep', METRIC, 'en'), 'sleep')).toBe(455)
    expect(formatMeasure(2450, 'energy', METRIC, 'en')).toBe('2450\u00a0kcal')
    expect(formatChange(-120, 'energy', METRIC, 'en')).toBe('−120\u00a0kcal')
    expect(formatChange(30, 'sleep', METRIC, 'en')).toBe('+0.5\u00a0h')
  })

  it('is read as the mean of the last seven days, each day once', () => {
    const all = [measured('sleep', 93, 300), measured('sleep', 94, 420), measured('sleep', 100, 480)]
    expect(weekMean([...all, measured('sleep', 100, 360, 20)], 'sleep', 100)).toBe(420)
    expect(weekMean(all, 'sleep', 108)).toBeNull()
    expect(weekMean(all, 'energy', 100)).toBeNull()
  })
})

describe('what is typed', () => {
  it('93,5 is never 935 (openScale #589): comma, point and Arabic signs are the same', () => {
    for (const text of ['93,5', '93.5', '٩٣٫٥', '۹۳٫۵', ' 93,50 ']) expect(value(text, 'weight')).toBe(93_500)
    expect(value('93,5', 'waist')).toBe(935)
    expect(value('18,5', 'body_fat')).toBe(185)
  })

  it('in pounds and inches', () => {
    expect(value('206.1', 'weight', IMPERIAL)).toBe(93_485)
    expect(value('36.25', 'waist', IMPERIAL)).toBe(921)
    expect(value('18.5', 'body_fat', IMPERIAL)).toBe(185)
  })

  it('what no body measures is refused with the reason', () => {
    expect(value('935', 'weight')).toBe('too_large')
    expect(value('0', 'weight')).toBe('too_small')
    expect(value('9350', 'waist')).toBe('too_large')
    expect(value('120', 'body_fat')).toBe('too_large')
    expect(value('-3', 'waist')).toBe('negative')
    expect(value('NaN', 'weight')).toBe('not_a_number')
    expect(value('', 'weight')).toBe('empty')
  })

  it('and is shown as it was typed', () => {
    const show = (text: string, kind: Measurement['kind'], units: typeof METRIC | typeof IMPERIAL) =>
      measureNumber(Number(value(text, kind, units)), kind, units, 'en')
    expect(show('36.25', 'waist', IMPERIAL)).toBe('36.25')
    expect(formatMeasure(921, 'waist', IMPERIAL, 'en')).toBe('36.25\u00a0in')
    expect(formatMeasure(93_500, 'weight', METRIC, 'de')).toBe('93,5\u00a0kg')
    expect(formatMeasure(185, 'body_fat', METRIC, 'en')).toBe('18.5%')
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1600 }), (twentieths) => {
        const text = String(twentieths / 20)
        expect(show(text, 'hips', IMPERIAL)).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 5_000, max: 150_000 }), (hundredths) => {
        const text = String(hundredths / 100)
        expect(show(text, 'weight', IMPERIAL)).toBe(text)
      }),
    )
  })

  it('a change has its sign', () => {
    expect(formatChange(-1_240, 'weight', METRIC, 'en')).toBe('−1.2\u00a0kg')
    expect(formatChange(15, 'waist', METRIC, 'en')).toBe('+1.5\u00a0cm')
    expect(formatChange(20, 'weight', METRIC, 'en')).toBe('±0.0\u00a0kg')
  })

  it('what is known roughly is said to a tenth of the unit that is shown', () => {
    expect(formatRough(81_646, 'weight', METRIC, 'en')).toBe('81.6\u00a0kg')
    expect(formatRough(81_646, 'weight', IMPERIAL, 'en')).toBe('180.0\u00a0lb')
  })
})

describe('the trend of the weight', () => {
  it('goes a tenth of the way each day, worked out by hand', () => {
    const trend = weightTrend([weighed(1, 80), weighed(2, 81), weighed(3, 79)])
    // 80; 80 + 0.1 × 1; 80.1 + 0.1 × (79 − 80.1)
    expect(trend.map(({ trendG }) => trendG)).toEqual([80_000, 80_100, 79_990])
  })

  it('after a gap it goes as far as if the old trend had faded on each of its days', () => {
    const [, after] = weightTrend([weighed(1, 80), weighed(8, 82)])
    // 0.9^7 is 0.4783: 82 − 2 × 0.4783
    expect(after?.trendG).toBe(81_043)
    const [, much] = weightTrend([weighed(1, 80), weighed(366, 70)])
    expect(much?.trendG).toBe(70_000)
  })

  it('takes the mean of a day, whatever the order in which it was written down', () => {
    const all = [weighed(1, 80), weighed(2, 81, 7), weighed(2, 83, 22), weighed(5, 79)]
    expect(weightTrend(all)[1]).toMatchObject({ weightG: 82_000, trendG: 80_200 })
    expect(weightTrend(all.toReversed())).toEqual(weightTrend(all))
  })

  it('stays within what was weighed, in whole grams', () => {
    const weights = fc.array(fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 30_000, max: 300_000 })), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(weights, (all) => {
        const trend = weightTrend(all.map(([day, g]) => measured('weight', day, g)))
        const weighings = all.map(([, g]) => g)
        for (const { trendG } of trend) {
          expect(Number.isInteger(trendG)).toBe(true)
          expect(trendG).toBeGreaterThanOrEqual(Math.min(...weighings))
          expect(trendG).toBeLessThanOrEqual(Math.max(...weighings))
        }
      }),
    )
  })

  it('says grams a week over four weeks, and nothing over less than one', () => {
    expect(weeklyRateG([])).toBe(null)
    expect(weeklyRateG(weightTrend([weighed(1, 80), weighed(7, 79)]))).toBe(null)
    const steady = Array.from({ length: 120 }, (_, day) => weighed(day, 90 - day * 0.05))
    expect(weeklyRateG(weightTrend(steady))).toBe(-350)
  })

  it('of a day is that of the weighing before it, not of one long ago', () => {
    const trend = weightTrend([weighed(10, 80), weighed(20, 81)])
    expect(weightNear(trend, 12)?.weightG).toBe(80_000)
    expect(weightNear(trend, 9)).toBe(null)
    expect(weightNear(trend, 19)).toBe(null)
  })
})

describe('what stands now', () => {
  it('is the latest by its moment, not by when it was written down', () => {
    const all = [weighed(20, 82), weighed(10, 84), weighed(20, 81.6, 20)]
    expect(latestOf(all, 'weight')?.value).toBe(81_600)
    expect(bodyweightNow(all)).toBe(81_600)
    expect(bodyweightNow([measured('waist', 3, 900)])).toBe(undefined)
  })

  it('with its change over four weeks, or since the first', () => {
    const all = [
      measured('waist', 1, 900),
      measured('waist', 30, 890),
      measured('waist', 60, 880),
      measured('neck', 5, 400),
    ]
    expect(standings(all).map(({ kind, change, since }) => [kind, change, since])).toEqual([
      ['neck', null, null],
      ['waist', -10, 30],
    ])
  })
})

it('inches are shown to a twentieth', () => {
  expect(measureIn(921, 'waist', IMPERIAL)).toBe(36.25)
})
