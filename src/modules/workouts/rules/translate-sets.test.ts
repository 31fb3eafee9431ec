import { describe, expect, it } from 'vitest'
import { BARBELL, done, planned, warmup } from './fixtures.ts'
import { translateSets } from './translate-sets.ts'

const TO = { ...BARBELL, loadMode: 'external' as const }
const FROM = { measure: 'load_reps' as const }
const told = (sets: ReturnType<typeof translateSets>) =>
  sets?.map(({ kind, loadG, reps }) => `${kind} ${loadG === null ? '–' : loadG / 1000}×${reps}`)

describe('the sets of an exercise that is swapped', () => {
  it('keep their number, kinds and reps, and take the load that the other asks for at those reps', () => {
    const last = { sets: [warmup(20, 10), done(60, 8), done(60, 7)] }
    expect(told(translateSets([planned(100, 5), planned(100, 5), planned(90, 8)], FROM, TO, last))).toEqual([
      ...['normal 66.207×5', 'normal 66.207×5', 'normal 60×8'],
    ])
  })

  it('warm-ups and drops keep their share of the work', () => {
    const sets = [planned(40, 5, { kind: 'warmup' }), planned(100, 8), planned(80, 8, { kind: 'drop' })]
    expect(told(translateSets(sets, FROM, TO, { sets: [done(60, 8)] }))).toEqual([
      ...['warmup 24×5', 'normal 60×8', 'drop 48×8'],
    ])
  })

  it('as many left as last time: how hard it felt changes nothing', () => {
    expect(told(translateSets([planned(100, 8)], FROM, TO, { sets: [done(60, 8, { rir2: 4 })] }))).toEqual([
      'normal 60×8',
    ])
  })

  it('have no load without a last time, beyond the formula, or of one’s own weight', () => {
    expect(told(translateSets([planned(100, 5)], FROM, TO, null))).toEqual(['normal –×5'])
    expect(told(translateSets([planned(40, 20)], FROM, TO, { sets: [done(60, 8)] }))).toEqual(['normal –×20'])
    const body = { ...TO, loadMode: 'bodyweight_plus' as const }
    expect(told(translateSets([planned(100, 5)], FROM, body, { sets: [done(60, 8)] }))).toEqual(['normal –×5'])
    expect(translateSets([planned(100, 5)], FROM, { ...TO, measure: 'duration' }, null)).toBeNull()
  })
})
