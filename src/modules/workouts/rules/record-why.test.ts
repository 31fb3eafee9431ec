import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LoggedSet } from '../model.ts'
import { BARBELL, done, warmup, workoutOn } from './fixtures.ts'
import { explainRecord } from './record-why.ts'
import { recordsOf } from './records.ts'

const PULL_UP = { ...BARBELL, bodyweightFraction: 0.95 }
const why = (sets: LoggedSet[], kind: string, facts = BARBELL, bodyweightG: number | null = null) => {
  const whole = workoutOn(3, { bench: sets }, { bodyweightG })
  const record = recordsOf([whole], 'bench', facts).findLast((one) => one.kind === kind)
  if (!record) throw new Error(`No record of ${kind}.`)
  return { record, why: explainRecord(record, whole, facts) }
}

describe('where a record comes from', () => {
  test('an estimate: the set, the formula and its figures', () => {
    const { record, why: told } = why([warmup(60, 5), done(100, 3), done(90, 5)], 'e1rm')
    expect(told).toMatchObject({ set: { loadG: 100_000, reps: 3 }, body: null, volume: null })
    expect(told?.e1rm).toMatchObject({ by: 'brzycki', g: record.value, loadG: 100_000, reps: 3 })
    expect(why([done(100, 3, { rir2: 4 })], 'e1rm').why?.e1rm).toMatchObject({ by: 'chart' })
  })

  test('the body that was lifted is said with its share', () => {
    const sets = [done(10, 5, { loadMode: 'bodyweight_plus' })]
    const { why: told } = why(sets, 'e1rm', PULL_UP, 80_000)
    expect(told?.body).toEqual({ bodyweightG: 80_000, percent: 95, liftedG: 86_000 })
    expect(told?.e1rm).toMatchObject({ loadG: 86_000 })
    // The belt alone is the record of the load: the body says nothing about it.
    expect(why(sets, 'max_load', PULL_UP, 80_000).why?.body).toBeNull()
  })

  test('volume of a set is what moved times what was done of it: both dumbbells, both sides', () => {
    const { record, why: told } = why([done(20, 10)], 'set_tonnage', { ...BARBELL, implements: 2 })
    expect(told?.volume).toEqual({ movedG: 40_000, reps: 10 })
    expect(record.value).toBe(400_000)
    const lunge = why([done(20, 8, { repsRight: 6 })], 'set_tonnage', { ...BARBELL, laterality: 'unilateral' })
    expect(lunge.why?.volume).toEqual({ movedG: 20_000, reps: 14 })
  })

  test('volume of a workout names the sets that are in it, and a set that is gone explains nothing', () => {
    const before = workoutOn(1, { bench: [done(50, 5)] })
    const whole = workoutOn(3, { bench: [warmup(20, 10), done(60, 5), done(60, 5), done(60, 0)] })
    const record = recordsOf([before, whole], 'bench', BARBELL).find(({ kind }) => kind === 'session_tonnage')
    if (!record) throw new Error('There should be a record.')
    expect(explainRecord(record, whole, BARBELL)?.volume).toEqual({ sets: 2 })
    expect(explainRecord({ ...record, setId: 'gone' }, whole, BARBELL)).toBeNull()
  })

  test('what is told comes to the figure that stands there', () => {
    const anySet = fc
      .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(null, 0, 3, 8))
      .map(([kg, reps, rir2]) => done(kg, reps, { rir2 }))
    fc.assert(
      fc.property(fc.array(anySet, { minLength: 1, maxLength: 5 }), (sets) => {
        const whole = workoutOn(3, { bench: sets })
        for (const record of recordsOf([whole], 'bench', BARBELL)) {
          const told = explainRecord(record, whole, BARBELL)
          if (record.kind === 'e1rm') expect(told?.e1rm).toMatchObject({ g: record.value })
          if (record.kind === 'set_tonnage') {
            const { movedG, reps } = (told?.volume ?? {}) as { movedG: number; reps: number }
            expect(movedG * reps).toBe(record.value)
          }
        }
      }),
    )
  })
})
