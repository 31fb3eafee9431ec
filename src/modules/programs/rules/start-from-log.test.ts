import { describe, expect, test } from 'vitest'
import { findProgram } from '../data/ready.ts'
import { placesOf } from './next-session.ts'
import { LATELY_DAYS, startFromLog } from './start-from-log.ts'

const slotOf = (program: string, slot: string) => {
  const found = placesOf(findProgram(program, 1) ?? { days: [] }).find((one) => one.slot === slot)
  if (!found) throw new Error(`No ${slot} in ${program}`)
  return found
}
const press = slotOf('five-three-one-4', 'bench')
const TODAY = 20_000
const did = (e1rmG: number | null, daysAgo: number, exerciseId = press.exerciseId) => {
  return { exerciseId, localDay: TODAY - daysAgo, e1rmG }
}
const anyLoad = (_id: string, loadG: number) => loadG
const start = (days: ReturnType<typeof did>[], unit: 'kg' | 'lb' = 'kg', slot = press) =>
  startFromLog(slot, days, TODAY, unit, anyLoad)

describe('where a program begins for who has lifted before', () => {
  test('5/3/1 begins with nine tenths of the best estimate of the last twelve weeks', () => {
    expect(press.basis).toBe('tm')
    expect(start([did(112_500, 30), did(100_000, 3)])).toEqual({
      loadG: 100_000,
      bestG: 112_500,
      localDay: TODAY - 30,
    })
  })

  test('rounded down to what is put on a bar, in the unit that is lifted in', () => {
    expect(start([did(110_000, 1)])?.loadG).toBe(97_500)
    // 225 lb: nine tenths are 202.5 lb.
    expect(start([did(102_058, 1)], 'lb')?.loadG).toBe(90_718)
  })

  test('what is long ago, of another lift or without an estimate says nothing', () => {
    expect(start([did(112_500, LATELY_DAYS), did(200_000, 1, 'back-squat'), did(null, 1)])).toBeNull()
    expect(start([])).toBeNull()
  })

  test('a plain lift begins with what goes for its reps with three left, and never with more', () => {
    const { basis, plan, rules, ...plain } = press
    const slot = { ...plain, sets: 3, reps: 5 }
    // Five reps at RPE 7 are 78.6 % of the maximum.
    expect(start([did(100_000, 1)], 'kg', slot)?.loadG).toBe(77_500)
    const tooHeavy = (_id: string, loadG: number) => loadG + 2500
    expect(startFromLog(slot, [did(100_000, 1)], TODAY, 'kg', tooHeavy)?.loadG).toBe(77_500)
    expect(start([did(100_000, 1)], 'kg', { ...slot, assisted: true })).toBeNull()
  })
})
