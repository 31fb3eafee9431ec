/** A block of weeks closer and closer to failure: 3, 2, 1, then 0 reps left, and a lighter week. Loads by the RTS chart. */
import { describe, expect, it } from 'vitest'
import { findProgram } from '../data/ready.ts'
import type { ProgramSlot, Rule } from '../model.ts'
import type { DoneSet, SlotResult } from './judge.ts'
import { lintRules } from './lint-rules.ts'
import { placesOf } from './next-session.ts'
import { offeredRules } from './offered-rules.ts'
import { prescribe } from './progression.ts'
import { simulatePlace } from './simulate.ts'

const ramp: Rule = { when: 'done', does: 'ramp', kg: 2.5, lb: 5, pct: 70 }
const bench: ProgramSlot = {
  ...{ slot: 'bench', exerciseId: 'bench-press', sets: 5, reps: 8, start: { kg: 20, lb: 45 } },
  ...{ step: { kg: 2.5, lb: 5 }, rules: [ramp, { when: 'missed', does: 'less', pct: 5 }] },
}

/** Week after week: what is asked, and what the athlete makes of it; by default every set as asked. */
function train(slot: ProgramSlot, startKg: number | null) {
  const results: SlotResult[] = []
  const next = () => prescribe(slot, results, startKg === null ? null : startKg * 1000, 'kg', { round: results.length })
  const said = () => {
    const { sets } = next()
    const [{ loadG, reps, rir2 } = { loadG: 0, reps: 0, rir2: undefined }] = sets
    return `${sets.length} × ${reps}, ${(loadG ?? 0) / 1000} kg, ${rir2 === undefined ? 'easy' : `${rir2 / 2} left`}`
  }
  return {
    ...{ next, said },
    do(change: (set: DoneSet) => DoneSet | null = (set) => set, decision?: SlotResult['decision']) {
      const { sets: planned, state } = next()
      const done = planned.map(({ reps, loadG, rir2 }) => change({ reps, loadG, rir2: rir2 ?? null }))
      results.push({ planned, done, from: state, round: results.length, ...(decision && { decision }) })
      return next().step?.outcome
    },
  }
}

describe('a ramp', () => {
  it('goes from three reps left to none, the load by the chart, then half the sets at 70 %, then begins with more', () => {
    const place = train(bench, 100)
    const weeks = Array.from({ length: 7 }, () => {
      const week = place.said()
      place.do()
      return week
    })
    // 8 reps at RPE 7, 8, 9 and 10 are 70.7, 73.9, 76.2 and 78.6 % of a single: 100, 104.5, 107.8 and 111.2 kg, on a bar.
    expect(weeks).toEqual([
      '5 × 8, 100 kg, 3 left',
      '5 × 8, 105 kg, 2 left',
      '5 × 8, 107.5 kg, 1 left',
      '5 × 8, 110 kg, 0 left',
      '3 × 8, 70 kg, easy',
      '5 × 8, 102.5 kg, 3 left',
      '5 × 8, 107.5 kg, 2 left',
    ])
  })

  it('is told as what it is: closer each week, more the next time round, and nothing by the lighter week', () => {
    const place = train(bench, 100)
    expect([place.do(), place.do(), place.do()]).toEqual(['ramp', 'ramp', 'ramp'])
    expect(place.next().step?.after.next).toBeNull()
    expect(place.do()).toBe('ramp')
    expect(place.next().step?.after.next).toEqual({ g: 102_500, round: 5 })
    // Half of it left undone: no reason to take anything off.
    expect(place.do((set) => ({ ...set, reps: 1 }))).toBe('same')
    expect(place.said()).toBe('5 × 8, 102.5 kg, 3 left')
  })

  it('takes a little off when reps were missing before the last week, and repeats the block when they were in it', () => {
    const place = train(bench, 100)
    place.do()
    expect(place.do((set) => ({ ...set, reps: 6 }))).toBe('less')
    expect(place.next().state.baseG).toBe(95_000)
    const last = train(bench, 100)
    for (const _ of [0, 1, 2]) last.do()
    expect(last.do((set) => ({ ...set, reps: 7 }))).toBe('less')
    last.do()
    expect(last.said()).toBe('5 × 8, 95 kg, 3 left')
  })

  it('goes on from what was lifted, brought back to what would have left three', () => {
    const place = train(bench, 100)
    for (const _ of [0, 1, 2]) place.do()
    // 115 kg without a rep left, where 110 was asked.
    place.do((set) => ({ ...set, loadG: 115_000 }))
    // 115 × 70.7 / 78.6 is 103.4.
    expect(place.next().step?.before.baseG).toBeGreaterThan(103_000)
    expect(place.next().step?.before.baseG).toBeLessThan(104_000)
  })

  it('finds its first load like any other place, whichever week it begins in', () => {
    const place = train({ ...bench, start: null }, null)
    expect(place.next()).toMatchObject({ why: 'find', sets: [{ loadG: null, rir2: 6 }, {}, {}, {}, {}] })
    place.do((set) => ({ ...set, loadG: 60_000 }))
    expect(place.next().state.baseG).toBe(60_000)
    expect(place.said()).toBe('5 × 8, 63 kg, 2 left')
  })

  it('keeps to the athlete’s word about the load of the next one', () => {
    const place = train(bench, 100)
    for (const _ of [0, 1, 2]) place.do()
    place.do((set) => set, { verdict: 'changed', loadG: 105_000 })
    place.do()
    expect(place.said()).toBe('5 × 8, 105 kg, 3 left')
  })
})

describe('among the rules that one can choose', () => {
  const plain: ProgramSlot = { ...bench, rules: undefined as never }

  it('it is offered where there is a load and no scheme of weeks, and nowhere else', () => {
    const isOffered = (slot: ProgramSlot) => offeredRules(slot).some(({ does }) => does === 'ramp')
    expect(isOffered(plain)).toBe(true)
    expect(isOffered({ slot: 'x', exerciseId: 'push-up', sets: 3, reps: 10 })).toBe(false)
    expect(isOffered({ ...plain, assisted: true })).toBe(false)
    expect(isOffered({ ...plain, plan: [[{ reps: 5 }], [{ reps: 3 }]], by: 'week' })).toBe(false)
  })

  it('it counts as the first alone, and what adds by itself beside it never comes', () => {
    const add: Rule = { when: 'done', does: 'add', kg: 2.5, lb: 5 }
    expect(lintRules({ ...bench, rules: [add, ramp] })).toEqual([{ rule: 1, what: 'unreachable', by: 0 }])
    expect(lintRules({ ...bench, rules: [ramp, add] })).toEqual([{ rule: 1, what: 'unreachable', by: 0 }])
    expect(lintRules(bench)).toEqual([])
    expect(train({ ...bench, rules: [add, ramp] }, 100).said()).toBe('5 × 8, 100 kg, easy')
  })

  it('the ready program with it is shown four sessions ahead as it will be asked', () => {
    const program = findProgram('ramp-4', 1)
    const slot = placesOf(program ?? { days: [] }).find((one) => one.slot === 'bench')
    if (!program || !slot) throw new Error('ramp-4 has a bench.')
    const place = { slot, ...prescribe(slot, [], 60_000, 'kg') }
    const coming = simulatePlace(program, [], place, 'kg', { n: 6 })
    expect(coming.map(({ sets }) => [sets.length, (sets[0]?.loadG ?? 0) / 1000, sets[0]?.rir2])).toEqual([
      [4, 60, 6],
      [4, 62.5, 4],
      [4, 65, 2],
      [4, 65, 0],
      [2, 42.5, undefined],
      [4, 62.5, 6],
    ])
  })
})
