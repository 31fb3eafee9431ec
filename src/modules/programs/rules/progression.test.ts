import { describe, expect, it } from 'vitest'
import type { ProgramSlot } from '../model.ts'
import type { SlotResult } from './judge.ts'
import { prescribe } from './progression.ts'

const squat: ProgramSlot = {
  ...{ slot: 'squat', exerciseId: 'back-squat', sets: 3, reps: 5 },
  ...{ start: { kg: 20, lb: 45 }, step: { kg: 2.5, lb: 5 } },
}
const pulldown: ProgramSlot = {
  ...{ slot: 'pulldown', exerciseId: 'lat-pulldown', sets: 3, reps: 8, repsTo: 12 },
  ...{ start: null, step: { kg: 5, lb: 10 } },
}
const pullUp: ProgramSlot = { slot: 'pull-up', exerciseId: 'pull-up', sets: 3, reps: 4, repsTo: 6 }

const session = (kg: number | null, reps: number[], planned = 5, plannedKg = kg): SlotResult => ({
  planned: reps.map(() => ({ reps: planned, loadG: plannedKg === null ? null : plannedKg * 1000 })),
  done: reps.map((n) => ({ reps: n, loadG: kg === null ? null : kg * 1000 })),
})
const said = (slot: ProgramSlot, results: SlotResult[], startG: number | null = null) => {
  const { sets, why } = prescribe(slot, results, startG, 'kg')
  return [why, sets.length, sets[0]?.reps, sets[0]?.enteredLoad]
}

describe('a lift that takes the step', () => {
  it('begins with what it is told to', () => {
    expect(said(squat, [], 20_000)).toEqual(['first', 3, 5, '20'])
  })
  it('goes up when every rep of every set was done', () => {
    expect(said(squat, [session(60, [5, 5, 5])])).toEqual(['add', 3, 5, '62.5'])
    expect(said(squat, [session(60, [8, 6, 5])])).toEqual(['add', 3, 5, '62.5'])
  })
  it('asks the same again when a rep or a set is missing', () => {
    expect(said(squat, [session(60, [5, 5, 4])])).toEqual(['same', 3, 5, '60'])
    expect(said(squat, [{ ...session(60, [5, 5, 5]), done: session(60, [5, 5]).done }])).toEqual(['same', 3, 5, '60'])
  })
  it('takes a tenth off after three misses in a row, down to a load that exists, and counts anew from there', () => {
    const missed = session(60, [5, 4, 3])
    expect(said(squat, [missed, missed])).toEqual(['same', 3, 5, '60'])
    expect(said(squat, [missed, missed, missed])).toEqual(['less', 3, 5, '52.5'])
    expect(said(squat, [missed, missed, missed, session(52.5, [5, 5, 5])])).toEqual(['add', 3, 5, '55'])
  })
  it('is never less than it began with, or than what was tried', () => {
    const missed = session(20, [3, 3, 3])
    expect(said(squat, [missed, missed, missed])).toEqual(['same', 3, 5, '20'])
    const light = session(15, [3, 3, 3])
    expect(said(squat, [light, light, light])).toEqual(['same', 3, 5, '15'])
  })
  it('goes on from what was lifted, not from what was asked', () => {
    expect(said(squat, [session(70, [5, 5, 5], 5, 60)])).toEqual(['add', 3, 5, '72.5'])
    expect(said(squat, [session(61, [5, 5, 5], 5, 60)])).toEqual(['add', 3, 5, '62.5'])
  })
  it('does not count a session in which it was left out', () => {
    expect(said(squat, [session(60, [5, 5, 5]), { ...session(62.5, [5]), done: [] }])).toEqual(['add', 3, 5, '62.5'])
  })
})

describe('a lift with a range of reps', () => {
  it('leaves the first load to the athlete, then takes reps before weight', () => {
    expect(said(pulldown, [])).toEqual(['find', 3, 8, null])
    expect(said(pulldown, [session(40, [10, 9, 8], 8, null)])).toEqual(['reps', 3, 9, '40'])
    expect(said(pulldown, [session(40, [12, 12, 12], 12)])).toEqual(['add', 3, 8, '45'])
  })
  it('without a load stays at the end of its range', () => {
    expect(said(pullUp, [session(null, [5, 4, 4], 4)])).toEqual(['reps', 3, 5, null])
    expect(said(pullUp, [session(null, [6, 6, 6], 6)])).toEqual(['same', 3, 6, null])
  })
})
