import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BAR_G, PLATES, type PlateStock, platesFor } from './plates.ts'

const kg = (...plates: number[]) => plates.map((plate) => plate * 1000)
const pairs = (...stock: [plateKg: number, pairs: number][]): PlateStock[] =>
  stock.map(([plate, count]) => ({ plateG: plate * 1000, pairs: count }))

describe('plates', () => {
  it('30 kg a side of one 25, one 20 and one 10 is 20 + 10, which taking the heaviest first misses', () => {
    expect(platesFor({ targetG: 80_000, plates: pairs([25, 1], [20, 1], [10, 1]) })).toMatchObject({
      state: 'exact',
      side: kg(20, 10),
    })
  })

  it('100 kg on a 20 kg bar is 25 and 15 a side', () => {
    expect(platesFor({ targetG: 100_000 })).toMatchObject({ state: 'exact', side: kg(25, 15), deltaG: 0 })
  })

  it('never loads more than the target, and says what is missing and what comes next', () => {
    expect(platesFor({ targetG: 61_000 })).toMatchObject({
      state: 'nearest_below',
      totalG: 60_000,
      deltaG: 1000,
      nextUpG: 62_500,
    })
  })

  it('the bar alone, and less than the bar', () => {
    expect(platesFor({ targetG: 20_000 })).toMatchObject({ state: 'exact', side: [], totalG: 20_000 })
    expect(platesFor({ targetG: 15_000 })).toEqual({ state: 'below_bar', barG: 20_000, deltaG: -5000 })
  })

  it('135 lb is one 45 a side although no pound is a whole gram', () => {
    expect(platesFor({ targetG: 61_235, barG: BAR_G.lb, plates: PLATES.lb })).toMatchObject({
      state: 'exact',
      side: [20_412],
      totalG: 61_235,
    })
    // 315 and 405 lb, three and four pairs
    expect(platesFor({ targetG: 142_882, barG: BAR_G.lb, plates: PLATES.lb })).toMatchObject({ state: 'exact' })
    expect(platesFor({ targetG: 183_705, barG: BAR_G.lb, plates: PLATES.lb })).toMatchObject({
      state: 'exact',
      side: [20_412, 20_412, 20_412, 20_412],
    })
  })

  it('says what to add and remove against the last set', () => {
    expect(platesFor({ targetG: 65_000, onBar: kg(20) })).toMatchObject({
      side: kg(20, 2.5),
      change: { add: kg(2.5), remove: [] },
    })
    expect(platesFor({ targetG: 40_000, onBar: kg(20, 2.5) })).toMatchObject({
      change: { add: kg(10), remove: kg(20, 2.5) },
    })
  })

  it('of two ways with as many plates it keeps what is on the bar', () => {
    const plates = pairs([25, 2], [20, 2], [15, 2], [10, 2])
    expect(platesFor({ targetG: 90_000, plates, onBar: kg(20) })).toMatchObject({ side: kg(20, 15) })
    expect(platesFor({ targetG: 90_000, plates, onBar: kg(10) })).toMatchObject({ side: kg(25, 10) })
  })

  it('one side, for a belt or a pin', () => {
    expect(platesFor({ targetG: 22_500, barG: 0, sides: 1 })).toMatchObject({ side: kg(20, 2.5), state: 'exact' })
  })

  it('collars weigh too', () => {
    expect(platesFor({ targetG: 65_000, collarsG: 5000 })).toMatchObject({ side: kg(20), state: 'exact' })
  })

  it('is as good as trying everything', () => {
    const anyStock = fc.array(fc.tuple(fc.constantFrom(25, 20, 15, 10, 5, 2.5, 1.25), fc.integer({ min: 1, max: 2 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(anyStock, fc.integer({ min: 20, max: 180 }), (stock, target) => {
        const plates = pairs(...new Map(stock))
        let sums = [{ g: 0, count: 0 }]
        for (const { plateG, pairs: most } of plates) {
          sums = sums.flatMap(({ g, count }) =>
            Array.from({ length: (most ?? 0) + 1 }, (_, n) => ({ g: g + n * plateG, count: count + n })),
          )
        }
        const side = (target * 1000 - 20_000) / 2
        const best = Math.max(...sums.filter(({ g }) => g <= side).map(({ g }) => g))
        const fewest = Math.min(...sums.filter(({ g }) => g === best).map(({ count }) => count))
        const found = platesFor({ targetG: target * 1000, plates })
        if (found.state === 'below_bar') throw new Error('The bar is lighter.')
        expect(found.side.reduce((sum, plate) => sum + plate, 0)).toBe(best)
        expect(found.side).toHaveLength(fewest)
      }),
    )
  })
})
