import { describe, expect, it } from 'vitest'
import { e1rmOfSet } from './e1rm.ts'
import { BARBELL, done, planned, warmup } from './fixtures.ts'
import { effectiveLoadG, movedLoadG } from './load.ts'
import { setMarks } from './set-kinds.ts'
import { countedReps, hardSets, isWorkSet, tonnageG } from './volume.ts'

const drop = (kg: number, reps: number) => done(kg, reps, { kind: 'drop' })
const hard = (...sets: Parameters<typeof hardSets>[0]) => hardSets(sets, BARBELL, null, null)

describe('the load of a set', () => {
  const PULL_UP = { ...BARBELL, bodyweightFraction: 0.95 }
  const load = (loadMode: 'bodyweight' | 'bodyweight_plus' | 'assisted' | 'band' | 'none', kg: number | null) =>
    effectiveLoadG(done(kg, 5, { loadMode }), 80_000, PULL_UP)

  it('bodyweight × fraction + added − assistance', () => {
    expect(load('bodyweight', null)).toBe(76_000)
    expect(load('bodyweight_plus', 10)).toBe(86_000)
    expect(load('assisted', 20)).toBe(56_000)
    expect(load('assisted', 200)).toBe(0)
    expect(load('band', null)).toBeNull()
    expect(load('none', null)).toBeNull()
  })

  it('is unknown without a bodyweight, never zero', () => {
    expect(effectiveLoadG(done(10, 5, { loadMode: 'bodyweight_plus' }), null, PULL_UP)).toBeNull()
  })

  it('is spoken of per dumbbell and moved twice', () => {
    const dumbbells = { ...BARBELL, implements: 2 as const }
    expect(effectiveLoadG(done(20, 10), null, dumbbells)).toBe(20_000)
    expect(movedLoadG(done(20, 10), null, dumbbells)).toBe(40_000)
  })
})

describe('hard sets', () => {
  it('counts working sets and sets to failure, not warm-ups, plans or failed attempts', () => {
    expect(hard(warmup(20, 10), done(60, 5), done(60, 5, { kind: 'failure' }), planned(60, 5), done(60, 0))).toBe(2)
  })

  it('rest-pause and myo sets go on from the set above: one, however many; as many reps as possible is one more', () => {
    const paused = [done(60, 12), done(60, 4, { kind: 'restpause' }), done(60, 3, { kind: 'restpause' })]
    const myo = [done(40, 15), ...[5, 5, 4].map((reps) => done(40, reps, { kind: 'myo' }))]
    expect(hard(...paused, ...myo, done(50, 11, { kind: 'amrap' }))).toBe(3)
    expect(tonnageG(paused, BARBELL, null)).toBe(19 * 60_000)
  })

  it('partial, forced, slow and held sets are each one hard set, and only slow reps say how strong', () => {
    const sets = (['partial', 'forced', 'tempo', 'hold'] as const).map((kind) => done(60, 5, { kind }))
    expect(hard(...sets)).toBe(4)
    expect(sets.map((set) => e1rmOfSet(set, null, BARBELL)?.g ?? null)).toEqual([null, null, 67_500, null])
    expect(setMarks([done(60, 5), ...sets])).toEqual(['1', '2P', '3FR', '4T', '5H'])
  })

  it('each side did its own reps, and the weaker one says how strong', () => {
    const lunge = { ...BARBELL, laterality: 'unilateral' as const }
    const set = done(20, 8, { repsRight: 6 })
    expect(countedReps(set, lunge)).toBe(14)
    expect(countedReps(done(20, 8), lunge)).toBe(16)
    expect(isWorkSet(done(20, 0, { repsRight: 3 }))).toBe(true)
    expect(e1rmOfSet(set, null, lunge)).toEqual(e1rmOfSet(done(20, 6), null, lunge))
  })

  it('a drop chain is one, and its reps and tonnage add up', () => {
    const chain = [done(60, 8), drop(50, 6), drop(40, 6)]
    expect(hard(...chain)).toBe(1)
    expect(tonnageG(chain, BARBELL, null)).toBe(60_000 * 8 + 50_000 * 6 + 40_000 * 6)
    expect(hard(...chain, done(60, 8), drop(50, 5))).toBe(2)
  })

  it('drops whose first set was marked a drop too are still one', () => {
    expect(hard(warmup(20, 10), drop(60, 8), drop(50, 6))).toBe(1)
    expect(hard(done(60, 8), warmup(20, 10), drop(60, 8), drop(50, 6))).toBe(2)
  })

  it('RIR 4 is hard, 4.5 is not, unknown is', () => {
    expect(hard(done(60, 5, { rir2: 8 }), done(60, 5, { rir2: 9 }), done(60, 5))).toBe(2)
  })

  it('under 30 % of a known maximum is not hard', () => {
    const sets = [done(30, 10), done(29.999, 10)]
    expect(hardSets(sets, BARBELL, null, 100_000)).toBe(1)
    expect(hardSets(sets, BARBELL, null, null)).toBe(2)
  })

  it('a plank is hard by its time', () => {
    expect(hard(done(null, null, { durationMs: 60_000, loadMode: 'none' }))).toBe(1)
    expect(hard(done(null, null, { loadMode: 'none' }))).toBe(0)
  })
})

describe('tonnage', () => {
  it('of someone who logs in pounds is not nothing', () => {
    const set = done(null, 10, { loadG: 61_235, enteredLoad: '135', enteredUnit: 'lb' })
    expect(tonnageG([set, set], BARBELL, null)).toBe(1_224_700)
  })

  it('counts both dumbbells and both sides, and no warm-up', () => {
    const oneArm = { ...BARBELL, laterality: 'unilateral' as const }
    const pair = { ...BARBELL, implements: 2 as const }
    expect(tonnageG([warmup(20, 10), done(20, 10)], oneArm, null)).toBe(400_000)
    expect(tonnageG([done(20, 10)], pair, null)).toBe(400_000)
  })

  it('adds the body of a weighted pull-up once, not per implement', () => {
    const pair = { ...BARBELL, implements: 2 as const, bodyweightFraction: 1 }
    expect(tonnageG([done(10, 1, { loadMode: 'bodyweight_plus' })], pair, 80_000)).toBe(100_000)
  })

  it('a work set is done, no warm-up and has work in it', () => {
    expect([done(60, 5), planned(60, 5), warmup(60, 5), done(60, 0), done(60, null)].map(isWorkSet)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
