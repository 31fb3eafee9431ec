import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { warmupRamp } from './warmup-ramp.ts'

const to2500 = (g: number) => Math.round(g / 2500) * 2500
const ramp = (workG: number | null, change: Partial<Parameters<typeof warmupRamp>[0]> = {}) =>
  warmupRamp({ workG, startG: 20_000, round: to2500, isIsolation: false, alreadyDone: 0, ...change })
const told = (of: ReturnType<typeof ramp>) =>
  of.kind === 'none' ? of.why : of.steps.map(({ loadG, reps }) => `${loadG / 1000}×${reps}`).join(' ')

describe('the way up to a work set', () => {
  it('begins with the empty bar and ends under nine tenths', () => {
    expect(told(ramp(100_000))).toBe('20×10 40×5 60×3 80×2')
    expect(told(ramp(142_500))).toBe('20×10 57.5×5 85×3 115×2')
  })

  it('leaves out what the bar alone is, and what rounding makes the same', () => {
    expect(told(ramp(45_000))).toBe('20×10 27.5×3 35×2')
    expect(told(ramp(60_000, { round: (g) => Math.round(g / 20_000) * 20_000 }))).toBe('20×10 40×3')
  })

  it('needs no bar where there is none, and says why there is none at all', () => {
    expect(told(ramp(40_000, { startG: null }))).toBe('15×5 25×3 32.5×2')
    expect(told(ramp(25_000))).toBe('light')
    expect(told(ramp(null))).toBe('unloaded')
    expect(told(ramp(100_000, { isIsolation: true }))).toBe('isolation')
    expect(told(ramp(100_000, { round: () => null, startG: null }))).toBe('light')
  })

  it('is one set to feel the load when the muscles have worked today', () => {
    expect(told(ramp(100_000, { alreadyDone: 2 }))).toBe('60×4')
    expect(told(ramp(100_000, { alreadyDone: 1 }))).toBe('20×10 40×5 60×3 80×2')
  })

  it('goes by the steps of one’s own, in their order, by the same rules', () => {
    const own = [
      { percent: 70, reps: 3 },
      { percent: 0, reps: 8 },
      { percent: 50, reps: 5 },
      { percent: 50, reps: 5 },
      { percent: 90, reps: 1 },
    ]
    expect(told(ramp(100_000, { own }))).toBe('20×8 50×5 70×3 90×1')
    expect(told(ramp(100_000, { own: own.slice(0, 1) }))).toBe('70×3')
    expect(told(ramp(100_000, { own, startG: null }))).toBe('50×5 70×3 90×1')
    // Warm already is warm, and an empty bar alone leads nowhere.
    expect(told(ramp(100_000, { own, alreadyDone: 2 }))).toBe('60×4')
    expect(told(ramp(100_000, { own: null }))).toBe('20×10 40×5 60×3 80×2')
  })

  it('always grows, with no more reps than before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), fc.integer({ min: 1, max: 30_000 }), (workG, step) => {
        const made = ramp(workG, { round: (g) => Math.round(g / step) * step })
        const steps = made.kind === 'steps' ? made.steps : []
        for (const [i, one] of steps.entries()) {
          const above = steps[i - 1]
          expect(one.loadG).toBeLessThan(workG)
          if (above) expect(one.loadG > above.loadG && one.reps <= above.reps).toBe(true)
        }
      }),
    )
  })
})
