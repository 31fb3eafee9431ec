import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlateStock, Weight } from '../../gyms/model/places.ts'
import { type Amount, amountG, NOTHING } from '../../gyms/rules/amount.ts'
import { platesFor, ROUNDING_G, STANDARD_PLATES } from './plates.ts'

const kg = (...plates: number[]): Weight[] => plates.map((plate) => ({ milli: plate * 1000, unit: 'kg' }))
const lb = (...plates: number[]): Weight[] => plates.map((plate) => ({ milli: plate * 1000, unit: 'lb' }))
const pairs = (unit: 'kg' | 'lb', ...stock: [plate: number, pairs: number | null][]): PlateStock[] =>
  stock.map(([plate, count]) => ({ milli: plate * 1000, unit, pairs: count }))
const kilos = (value: number): Amount => ({ kg: value * 1000, lb: 0 })
const pounds = (value: number): Amount => ({ kg: 0, lb: value * 1000 })

const STANDARD = { start: kilos(20), sides: 2, plates: STANDARD_PLATES.kg } as const
const IN_LB = { start: pounds(45), sides: 2, plates: STANDARD_PLATES.lb } as const

describe('plates', () => {
  it('30 kg a side of one 25, one 20 and one 10 is 20 + 10, which taking the heaviest first misses', () => {
    const plates = pairs('kg', [25, 1], [20, 1], [10, 1])
    expect(platesFor({ ...STANDARD, targetG: 80_000, plates })).toMatchObject({ state: 'exact', side: kg(20, 10) })
    const greedy = [25, 20, 10].reduce((left, plate) => (plate <= left ? left - plate : left), 30)
    expect(greedy).toBe(5)
  })

  it('100 kg on a 20 kg bar is 25 and 15 a side', () => {
    expect(platesFor({ ...STANDARD, targetG: 100_000 })).toMatchObject({
      state: 'exact',
      side: kg(25, 15),
      total: kilos(100),
      above: kilos(102.5),
    })
  })

  it('never loads more than the target, and says what comes next below and above', () => {
    expect(platesFor({ ...STANDARD, targetG: 61_000 })).toMatchObject({
      state: 'between',
      total: kilos(60),
      above: kilos(62.5),
    })
    const few = pairs('kg', [20, 1])
    expect(platesFor({ ...STANDARD, targetG: 100_000, plates: few })).toMatchObject({ total: kilos(60), above: null })
  })

  it('the bar alone, and less than the bar', () => {
    expect(platesFor({ ...STANDARD, targetG: 20_000 })).toMatchObject({ state: 'exact', side: [], total: kilos(20) })
    expect(platesFor({ ...STANDARD, targetG: 15_000 })).toEqual({ state: 'below_start', above: kilos(20) })
    expect(platesFor({ ...STANDARD, targetG: 40_000, plates: [] })).toMatchObject({ total: kilos(20), above: null })
  })

  it('pounds come out in whole pounds, however many plates', () => {
    for (const [target, grams] of [
      [135, 61_235],
      [315, 142_882],
      [405, 183_705],
      [765, 346_998],
    ] as const) {
      const found = platesFor({ ...IN_LB, targetG: grams })
      expect(found).toMatchObject({ state: 'exact', total: pounds(target) })
      expect(found.state === 'exact' && amountG(found.total)).toBe(grams)
    }
    expect(platesFor({ ...IN_LB, targetG: 183_000 })).toMatchObject({ total: pounds(400), above: pounds(405) })
  })

  it('one place may own kilograms and pounds', () => {
    const plates = [...pairs('kg', [20, 1]), ...pairs('lb', [45, 1], [5, 1])]
    expect(platesFor({ ...STANDARD, targetG: 60_824, plates })).toMatchObject({ state: 'exact', side: lb(45) })
    const [five] = lb(5)
    expect(platesFor({ ...STANDARD, targetG: 65_000, plates })).toMatchObject({
      state: 'between',
      total: { kg: 60_000, lb: 10_000 },
      side: [...kg(20), five],
    })
  })

  it('what was typed in the other unit, rounded to two decimals, is that load', () => {
    expect(platesFor({ ...IN_LB, targetG: 102_060 })).toMatchObject({ state: 'exact', total: pounds(225) })
  })

  it('says what to add and remove against the last set', () => {
    expect(platesFor({ ...STANDARD, targetG: 65_000, onBar: kg(20) })).toMatchObject({
      side: kg(20, 2.5),
      change: { add: kg(2.5), remove: [] },
    })
    expect(platesFor({ ...STANDARD, targetG: 40_000, onBar: kg(20, 2.5) })).toMatchObject({
      change: { add: kg(10), remove: kg(20, 2.5) },
    })
  })

  it('of two ways with as many plates it keeps what is on the bar, else puts the largest inside', () => {
    const plates = pairs('kg', [25, 2], [20, 2], [15, 2], [10, 2])
    expect(platesFor({ ...STANDARD, targetG: 90_000, plates, onBar: kg(20) })).toMatchObject({ side: kg(20, 15) })
    expect(platesFor({ ...STANDARD, targetG: 90_000, plates, onBar: kg(10) })).toMatchObject({ side: kg(25, 10) })
    expect(platesFor({ ...STANDARD, targetG: 90_000, plates })).toMatchObject({ side: kg(25, 10) })
  })

  it('one side, for a belt or a pin, takes both plates of a pair', () => {
    const plates = pairs('kg', [10, 1])
    expect(platesFor({ targetG: 20_000, start: NOTHING, sides: 1, plates })).toMatchObject({ side: kg(10, 10) })
    expect(platesFor({ targetG: 20_000, start: NOTHING, sides: 2, plates })).toMatchObject({ side: kg(10) })
  })

  it('plates weighed to the gram are searched as exactly, and a slip of the thumb ends at the most there is', () => {
    const plates = [9_985, 10_020, 4_997, 5_003, 1_251, 1_249].map((milli) => ({
      milli,
      unit: 'kg' as const,
      pairs: 1,
    }))
    expect(platesFor({ ...STANDARD, targetG: 20_000 + 2 * (9_985 + 5_003 + 1_249), plates })).toMatchObject({
      state: 'exact',
      side: [{ milli: 9_985 }, { milli: 5_003 }, { milli: 1_249 }],
    })
    expect(platesFor({ ...STANDARD, targetG: 2_000_000 })).toMatchObject({ total: kilos(820), above: null })
  })

  const anyStock = (unit: 'kg' | 'lb', sizes: number[]) =>
    fc
      .uniqueArray(fc.tuple(fc.constantFrom(...sizes), fc.integer({ min: 0, max: 2 })), {
        maxLength: 3,
        selector: ([size]) => size,
      })
      .map((stock) => pairs(unit, ...stock))

  it('is as good as trying everything, in both units together', () => {
    const any = fc.tuple(anyStock('kg', [25, 20, 15, 10, 5, 2.5, 1.25, 0.37]), anyStock('lb', [45, 35, 25, 10, 5, 2.5]))
    fc.assert(
      fc.property(any, fc.integer({ min: 20_000, max: 180_000 }), fc.constantFrom(1, 2), (stock, targetG, sides) => {
        const plates = stock.flat()
        let sums = [{ amount: NOTHING, count: 0 }]
        for (const { milli, unit, pairs: most } of plates) {
          sums = sums.flatMap(({ amount, count }) =>
            Array.from({ length: (most ?? 0) * (sides === 1 ? 2 : 1) + 1 }, (_, n) => ({
              amount: { ...amount, [unit]: amount[unit] + n * milli },
              count: count + n,
            })),
          )
        }
        const totals = sums.map(({ amount, count }) => ({
          count,
          g: amountG({ kg: 20_000 + amount.kg * sides, lb: amount.lb * sides }),
        }))
        const start = kilos(20)
        const found = platesFor({ targetG, start, sides: sides as 1 | 2, plates })
        if (found.state === 'below_start') throw new Error('The bar is lighter.')
        const farG = (g: number) => Math.abs(g - targetG)
        // At the very edge of the tolerance a rounded gram decides.
        fc.pre(!totals.some(({ g }) => farG(g) > ROUNDING_G - 2 && farG(g) < ROUNDING_G + 2))
        const exact = totals.filter(({ g }) => farG(g) <= ROUNDING_G)
        const below = Math.max(...totals.filter(({ g }) => g < targetG).map(({ g }) => g))
        const above = Math.min(...totals.filter(({ g }) => g > targetG + ROUNDING_G).map(({ g }) => g))
        if (exact.length > 0) {
          expect(found.state).toBe('exact')
          expect(found.side.length).toBeLessThanOrEqual(Math.min(...exact.map(({ count }) => count)))
        } else if (found.state === 'between') {
          expect(Math.abs(amountG(found.total) - below)).toBeLessThanOrEqual(1)
          const fewest = Math.min(...totals.filter(({ g }) => g === amountG(found.total)).map(({ count }) => count))
          expect(found.side).toHaveLength(fewest)
          if (found.above) expect(Math.abs(amountG(found.above) - above)).toBeLessThanOrEqual(1)
          else expect(above).toBe(Number.POSITIVE_INFINITY)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('changes nothing twice: what is on the bar and what is added less what is taken is what is to be on it', () => {
    const targets = fc.array(fc.integer({ min: 8, max: 100 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(anyStock('kg', [25, 20, 15, 10, 5, 2.5, 1.25]), targets, (plates, steps) => {
        let onBar: Weight[] = []
        for (const step of steps) {
          const found = platesFor({ ...STANDARD, targetG: step * 2500, plates, onBar })
          if (found.state === 'below_start') throw new Error('The bar is lighter.')
          const { add, remove } = found.change
          const sum = (of: readonly Weight[]) => of.reduce((all, { milli }) => all + milli, 0)
          expect(sum(onBar) + sum(add) - sum(remove)).toBe(sum(found.side))
          expect(add.filter((plate) => remove.some(({ milli }) => milli === plate.milli))).toEqual([])
          onBar = found.side
        }
      }),
    )
  })
})
