import { describe, expect, it } from 'vitest'
import { loadForG, shareTenths } from './e1rm.ts'
import { explainE1rm } from './e1rm-why.ts'

describe('where an estimate comes from', () => {
  it('is the lift itself for one rep with none left', () => {
    expect(explainE1rm(140_000, 1, null)).toMatchObject({ by: 'single', g: 140_000, lowG: 140_000, highG: 140_000 })
    expect(explainE1rm(140_000, 1, 0)).toMatchObject({ by: 'single', tenths: 1000 })
  })

  it('names the formula, and a range that never falls under what was lifted', () => {
    expect(explainE1rm(100_000, 5, null)).toMatchObject({ by: 'brzycki', g: 112_500, lowG: 109_687, highG: 115_313 })
    expect(explainE1rm(100_000, 10, null)).toMatchObject({ by: 'epley', g: 133_333, confidence: 'medium' })
    expect(explainE1rm(100_000, 5, 4)).toMatchObject({ by: 'chart', tenths: 811, confidence: 'high' })
    expect(explainE1rm(100_000, 2, null)).toMatchObject({ lowG: 100_286 })
  })

  it('says what it lacks instead of guessing', () => {
    expect(explainE1rm(null, 5, null)).toEqual({ by: null, lacks: 'load' })
    expect(explainE1rm(60_000, 0, null)).toEqual({ by: null, lacks: 'reps' })
    expect(explainE1rm(60_000, 13, null)).toEqual({ by: null, lacks: 'many' })
    expect(explainE1rm(60_000, 5, 12)).toEqual({ by: null, lacks: 'effort' })
  })
})

/** As published: reps 1–12 down, RPE 10, 9, 8, 7 and 6 across. */
const CHART = [
  [100, 95.5, 92.2, 89.2, 86.3],
  [95.5, 92.2, 89.2, 86.3, 83.7],
  [92.2, 89.2, 86.3, 83.7, 81.1],
  [89.2, 86.3, 83.7, 81.1, 78.6],
  [86.3, 83.7, 81.1, 78.6, 76.2],
  [83.7, 81.1, 78.6, 76.2, 73.9],
  [81.1, 78.6, 76.2, 73.9, 70.7],
  [78.6, 76.2, 73.9, 70.7, 68.0],
  [76.2, 73.9, 70.7, 68.0, 65.3],
  [73.9, 70.7, 68.0, 65.3, 62.6],
  [70.7, 68.0, 65.3, 62.6, 59.9],
  [68.0, 65.3, 62.6, 59.9, 57.4],
]

describe('published tables', () => {
  it('the RTS chart, cell by cell', () => {
    const made = CHART.map((_, i) => [0, 2, 4, 6, 8].map((rir2) => (shareTenths(i + 1, rir2) ?? 0) / 10))
    expect(made).toEqual(CHART)
  })

  it('the chart leads back to the load', () => {
    for (const [i, row] of CHART.entries()) {
      for (const [j, percent] of row.entries()) {
        expect(loadForG(100_000, i + 1, j * 2)).toBe(Math.round(percent * 1000))
      }
    }
  })
})
