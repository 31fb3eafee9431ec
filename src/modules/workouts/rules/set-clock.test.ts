import { describe, expect, it } from 'vitest'
import { chainedSet } from './chain.ts'
import { done } from './fixtures.ts'
import { endedSets, phaseAt, type SetClock, workSeconds } from './set-clock.ts'

const START = 1_700_000_000_000
const clock = (change: Partial<SetClock>): SetClock => ({
  ...{ workoutId: 'w', entryId: 'e', setIds: ['1', '2', '3'], startedAt: START, everyS: null, workS: null },
  ...change,
})
const told = (of: SetClock, seconds: number) => {
  const phase = phaseAt(of, START + seconds * 1000)
  const left = 'leftMs' in phase && phase.leftMs !== null ? ` ${phase.leftMs / 1000}` : ''
  return `${phase.kind}${'index' in phase ? phase.index + 1 : ''}${left}`
}

describe('what a clock counts', () => {
  const plain = { everyS: null, workS: null }
  const figures = (durationMs: number | null, distanceM: number | null) => ({ durationMs, distanceM })

  it('down from the time of the set, up where it has none', () => {
    expect(workSeconds(plain, 'duration', figures(45_000, null))).toBe(45)
    expect(workSeconds(plain, 'duration', figures(null, null))).toBeNull()
    expect(workSeconds({ everyS: 60, workS: 20 }, 'duration', figures(45_000, null))).toBe(20)
    expect(workSeconds({ everyS: 60 }, 'load_reps', figures(null, null))).toBeNull()
  })

  it('up over a distance, however long last time took; down where only a time was meant', () => {
    expect(workSeconds(plain, 'distance_duration', figures(480_000, 2000))).toBeNull()
    expect(workSeconds(plain, 'distance_duration', figures(1_200_000, null))).toBe(1200)
    expect(workSeconds(plain, 'distance_duration', figures(null, 2000))).toBeNull()
  })
})

describe('sets by the clock', () => {
  it('a timed set counts down to its end, and one without an end counts up', () => {
    const plank = clock({ setIds: ['1'], workS: 45 })
    expect([-3, 0, 44, 45, 400].map((s) => told(plank, s))).toEqual(['ready 3', 'work1 45', 'work1 1', 'over', 'over'])
    expect([0, 9000].map((s) => told(clock({ setIds: ['1'] }), s))).toEqual(['work1', 'work1'])
    expect(endedSets(plank, START + 45_000)).toEqual([{ setId: '1', at: START + 45_000 }])
    expect(endedSets(plank, START + 44_999)).toEqual([])
  })

  it('every minute on the minute calls the next set, and leaves the check to the athlete', () => {
    const emom = clock({ everyS: 60 })
    expect([0, 59, 60, 179, 180].map((s) => told(emom, s))).toEqual([
      'work1 60',
      'work1 1',
      'work2 60',
      'work3 1',
      'over',
    ])
    expect(endedSets(emom, START + 1e9)).toEqual([])
  })

  it('work and rest take turns, and the last work ends it', () => {
    const tabata = clock({ everyS: 30, workS: 20 })
    expect([0, 20, 29, 30, 79, 80].map((s) => told(tabata, s))).toEqual([
      ...['work1 20', 'rest1 10', 'rest1 1', 'work2 20', 'work3 1', 'over'],
    ])
    expect(endedSets(tabata, START + 51_000).map(({ setId }) => setId)).toEqual(['1', '2'])
  })
})

describe('a set that goes on from another', () => {
  const above = done(100, 9, { rir2: 0, repsRight: 8 })
  it('is lighter as a drop, and of fewer reps after a pause or a breath', () => {
    expect(chainedSet('drop', above)).toMatchObject({
      kind: 'drop',
      loadG: 80_000,
      reps: 9,
      rir2: null,
      repsRight: null,
    })
    expect(chainedSet('restpause', above)).toMatchObject({ kind: 'restpause', loadG: 100_000, reps: 3 })
    expect(chainedSet('myo', above)).toMatchObject({ kind: 'myo', loadG: 100_000, reps: 5 })
  })
  it('takes more help where there was help', () => {
    expect(chainedSet('drop', done(20, 6, { loadMode: 'assisted' })).loadG).toBe(24_000)
    expect(chainedSet('drop', done(null, 6, { loadMode: 'bodyweight' })).loadG).toBeNull()
  })
})
