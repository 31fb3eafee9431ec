import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LoggedSet, SET_KINDS, type WholeWorkout } from '../model.ts'
import { BARBELL, done, planned, warmup, workoutOn } from './fixtures.ts'
import type { ExerciseFacts } from './load.ts'
import { celebrates, confirmationOf, recordsAfter, recordsOf, standingAfter } from './records.ts'
import { isFull } from './set-kinds.ts'
import { standingRecords } from './standing-records.ts'
import { countedReps } from './volume.ts'

const bench = (day: number, ...sets: LoggedSet[]) => workoutOn(day, { bench: sets })
const broken = (history: WholeWorkout[], facts: ExerciseFacts = BARBELL) =>
  recordsOf(history, 'bench', facts).filter(({ isBaseline }) => !isBaseline)
const kinds = (history: WholeWorkout[], facts?: ExerciseFacts) => broken(history, facts).map(({ kind }) => kind)

describe('what is a record', () => {
  it('the first workout is a baseline, however its sets rise', () => {
    const records = recordsOf([bench(1, done(60, 5), done(70, 5), done(80, 5))], 'bench', BARBELL)
    expect(records.length).toBeGreaterThan(0)
    expect(records.every(({ isBaseline, previous }) => isBaseline && previous === null)).toBe(true)
  })

  it('beats the baseline by a gram, not by nothing', () => {
    expect(kinds([bench(1, done(60, 5)), bench(2, done(60, 5))])).toEqual([])
    expect(broken([bench(1, done(60, 1)), bench(2, done(60.001, 1))])[0]).toMatchObject({
      kind: 'max_load',
      value: 60_001,
      previous: 60_000,
      setId: '1970-01-03 bench 1',
      workoutId: 'w-1970-01-03',
      localDay: 2,
    })
  })

  it('pounds beat kilograms only when they weigh more', () => {
    const lb = (pounds: number, loadG: number) =>
      done(null, 1, { loadG, enteredLoad: String(pounds), enteredUnit: 'lb' as const })
    expect(kinds([bench(1, done(60, 1)), bench(2, lb(100, 45_359))])).toEqual([])
    expect(kinds([bench(1, done(60, 1)), bench(2, lb(135, 61_235))])).toContain('max_load')
    expect(kinds([bench(1, done(61.25, 1)), bench(2, lb(135, 61_235))])).toEqual([])
  })

  it('a warm-up, a plan and a failed attempt are never one', () => {
    const history = [bench(1, done(60, 5)), bench(2, warmup(100, 30), planned(120, 5), done(140, 0))]
    expect(kinds(history)).toEqual([])
  })

  it('partial and forced reps are never one, nor a hold where reps are counted; slow reps are', () => {
    const first = bench(1, done(60, 5))
    for (const kind of ['partial', 'forced', 'hold'] as const) {
      expect(kinds([first, bench(2, done(100, 12, { kind }))]), kind).toEqual([])
    }
    expect(kinds([first, bench(2, done(62.5, 5, { kind: 'tempo' }))])).toContain('max_load')
    // They are no baseline either: what beats them beats nobody.
    expect(kinds([bench(1, done(100, 12, { kind: 'forced' })), bench(2, done(60, 5))])).toEqual([])
  })

  it('the longest hold is one', () => {
    const plank = { ...BARBELL, measure: 'duration' as const }
    const held = (durationMs: number) => done(null, null, { kind: 'hold', loadMode: 'bodyweight', durationMs })
    expect(kinds([bench(1, held(60_000)), bench(2, held(75_000))], plank)).toEqual(['longest_duration'])
  })

  it('a warm-up is no baseline either', () => {
    const records = recordsOf([bench(1, warmup(20, 30)), bench(2, done(60, 5))], 'bench', BARBELL)
    expect(records.every(({ isBaseline }) => isBaseline)).toBe(true)
  })

  it('unchecking the set revokes it, and the next best stands', () => {
    const first = bench(1, done(60, 5))
    expect(kinds([first, bench(2, done(65, 5))])).toContain('max_load')
    expect(kinds([first, bench(2, planned(65, 5))])).toEqual([])
  })

  it('each load mode has its own', () => {
    const added = done(10, 5, { loadMode: 'bodyweight_plus' })
    expect(kinds([bench(1, done(60, 5)), bench(2, added)])).toEqual([])
  })

  it('other exercises in the workout are no concern', () => {
    const mixed = workoutOn(2, { squat: [done(140, 5)], bench: [done(50, 5)] })
    expect(kinds([bench(1, done(60, 5)), mixed])).toEqual([])
  })
})

describe('reps at a load', () => {
  const history = [bench(1, done(60, 8), done(80, 3))]
  it('more reps at that load, or at a lighter load than a harder one was done for', () => {
    const found = broken([...history, bench(2, done(70, 4))])
    expect(found.find(({ kind }) => kind === 'reps_at_load')).toMatchObject({ at: 70_000, value: 4, previous: 3 })
  })

  it('fewer or as many reps than were done with more is none', () => {
    expect(kinds([...history, bench(2, done(70, 3))])).not.toContain('reps_at_load')
    expect(kinds([...history, bench(2, done(60, 8))])).not.toContain('reps_at_load')
  })

  it('a light back-off set is no record for having many reps, until that load has a past', () => {
    expect(kinds([...history, bench(2, done(20, 20))])).not.toContain('reps_at_load')
    expect(kinds([...history, bench(2, done(20, 20)), bench(3, done(20, 21))])).toContain('reps_at_load')
  })

  it('at a new greatest load the load is the record', () => {
    const found = kinds([...history, bench(2, done(85, 2))])
    expect(found).toContain('max_load')
    expect(found).not.toContain('reps_at_load')
  })
})

describe('e1RM, set and session tonnage', () => {
  it('an estimate from eleven reps without effort is not a record', () => {
    expect(kinds([bench(1, done(60, 5)), bench(2, done(59, 11))])).not.toContain('e1rm')
    expect(kinds([bench(1, done(60, 5)), bench(2, done(59, 11, { rir2: 0 }))])).toContain('e1rm')
  })

  it('the session stands once, at the set that passed the best, with the whole session as its value', () => {
    const history = [
      bench(1, done(50, 10), done(50, 10)),
      bench(2, done(50, 10), done(50, 10), done(50, 5), done(50, 5)),
    ]
    const sessions = broken(history).filter(({ kind }) => kind === 'session_tonnage')
    expect(sessions).toHaveLength(1)
    expect(sessions[0]).toMatchObject({ setId: '1970-01-03 bench 3', previous: 1_000_000, value: 1_500_000 })
  })

  it('an exercise that stands twice in a workout is one session', () => {
    const twice = bench(2, done(50, 10))
    twice.entries.push(...bench(2, done(50, 10)).entries.map((e) => ({ ...e, entry: { ...e.entry, id: 'again' } })))
    expect(kinds([bench(1, done(50, 10)), twice])).toEqual(['session_tonnage'])
  })
})

describe('assisted: less help is harder', () => {
  const assisted = (kg: number, reps: number) => done(kg, reps, { loadMode: 'assisted' })
  it('less assistance is a record, more is not', () => {
    expect(kinds([bench(1, assisted(30, 5)), bench(2, assisted(25, 5))])).toEqual(['least_assistance'])
    expect(kinds([bench(1, assisted(30, 5)), bench(2, assisted(40, 5))])).toEqual([])
  })

  it('more reps with as much help or less is one, without knowing the bodyweight', () => {
    const found = broken([bench(1, assisted(30, 5)), bench(2, assisted(30, 7))])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ kind: 'reps_at_assistance', at: 30_000, value: 7, previous: 5 })
    expect(kinds([bench(1, assisted(30, 5)), bench(2, assisted(40, 7))])).toEqual([])
  })
})

describe('other measures', () => {
  const of = (measure: ExerciseFacts['measure']): ExerciseFacts => ({ ...BARBELL, measure })
  const run = (distanceM: number, durationMs: number) => done(null, null, { distanceM, durationMs, loadMode: 'none' })

  it('reps', () => {
    const pushUps = (reps: number) => done(null, reps, { loadMode: 'bodyweight' })
    expect(kinds([bench(1, pushUps(20)), bench(2, pushUps(21))], of('reps'))).toEqual(['max_reps'])
  })

  it('floors, which are no reps', () => {
    const climbed = (floors: number) => done(null, floors, { durationMs: 600_000, loadMode: 'none' })
    const facts = of('floors_duration')
    expect(kinds([bench(1, climbed(40)), bench(2, climbed(44))], facts)).toEqual(['most_counted'])
    expect(countedReps(climbed(44), facts)).toBe(0)
    expect(countedReps(climbed(44), of('reps'))).toBe(44)
  })

  it('duration', () => {
    expect(kinds([bench(1, run(0, 60_000)), bench(2, run(0, 61_000))], of('duration'))).toEqual(['longest_duration'])
  })

  it('a first 5 km is a baseline, a faster one a record of time and pace', () => {
    const history = [bench(1, run(1000, 300_000)), bench(2, run(5000, 1_650_000))]
    expect(kinds(history, of('distance_duration'))).toEqual(['longest_distance', 'longest_duration'])
    expect(kinds([...history, bench(3, run(5000, 1_400_000))], of('distance_duration')).slice(2)).toEqual([
      'best_pace',
      'best_time',
    ])
  })

  it('a run from a watch has its fastest stretches, wherever they were, and no time of its average', () => {
    const from = (distanceM: number, durationMs: number, ...bests: number[]) =>
      done(null, null, { distanceM, durationMs, loadMode: 'none', bests: [distanceM, durationMs, ...bests] })
    const slow = from(5200, 1_560_000, 400, 110_000, 1000, 290_000, 5000, 1_500_000)
    const fast = from(3000, 960_000, 400, 84_000, 1000, 262_000)
    const found = broken([bench(1, slow), bench(2, fast)], of('distance_duration'))
    const times = found.filter(({ kind }) => kind === 'best_time')
    expect(times.map(({ at, value, previous }) => [at, value, previous])).toEqual([
      [400, 84_000, 110_000],
      [1000, 262_000, 290_000],
    ])
  })

  it('whose distance was put right by hand goes by its total again', () => {
    const set = { ...run(5000, 1_500_000), bests: [5200, 1_500_000, 400, 60_000] }
    const found = broken([bench(1, run(5000, 1_600_000)), bench(2, set)], of('distance_duration'))
    expect(found.filter(({ kind }) => kind === 'best_time').map(({ at }) => at)).toEqual([5000])
  })

  it('a carry: farther with as much', () => {
    const carry = (kg: number, distanceM: number) => done(kg, null, { distanceM })
    expect(kinds([bench(1, carry(40, 30)), bench(2, carry(40, 40))], of('load_distance'))).toEqual(['distance_at_load'])
  })
})

describe('doubt and cheers', () => {
  it('a jump that is likelier a slip is marked', () => {
    const found = broken([bench(1, done(80, 1)), bench(2, done(800, 1))])
    expect(
      found.filter(({ kind }) => kind === 'max_load' || kind === 'e1rm').every(({ isDoubtful }) => isDoubtful),
    ).toBe(true)
    const kept = { confirmed: confirmationOf(done(800, 1)) }
    const doubts = (load: number) => broken([bench(1, done(80, 1)), bench(2, done(load, 1, kept))])
    expect(doubts(800).some(({ isDoubtful }) => isDoubtful)).toBe(false)
    // Other figures of the same set are another question.
    expect(doubts(900).some(({ isDoubtful }) => isDoubtful)).toBe(true)
    expect(broken([bench(1, done(80, 1)), bench(2, done(90, 1))]).some(({ isDoubtful }) => isDoubtful)).toBe(false)
  })

  it('imports and workouts logged for an earlier day are truth, not a cheer', () => {
    const [record] = broken([bench(1, done(60, 1)), bench(2, done(65, 1))])
    if (!record) throw new Error('There should be a record.')
    expect(celebrates(record, { source: 'app', startedAt: 20 }, 10)).toBe(true)
    expect(celebrates(record, { source: 'app', startedAt: 20 }, null)).toBe(true)
    expect(celebrates(record, { source: 'app', startedAt: 20 }, 30)).toBe(false)
    expect(celebrates(record, { source: 'strong', startedAt: 20 }, 10)).toBe(false)
    expect(celebrates({ ...record, isBaseline: true }, { source: 'app', startedAt: 20 }, 10)).toBe(false)
  })
})

describe('whatever was logged', () => {
  const anySet = fc
    .record({
      kg: fc.integer({ min: 1, max: 300 }),
      reps: fc.integer({ min: 0, max: 20 }),
      kind: fc.constantFrom(...SET_KINDS),
      isDone: fc.boolean(),
    })
    .map(({ kg, reps, kind, isDone }) => done(kg, reps, { kind, ...(isDone ? {} : { doneAt: null }) }))
  const anyHistory = fc
    .array(fc.array(anySet, { minLength: 1, maxLength: 5 }), { maxLength: 8 })
    .map((days) => days.map((sets, day) => bench(day, ...sets)))

  it('records do not depend on the order in which workouts arrived', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        expect(recordsOf([...history].reverse(), 'bench', BARBELL)).toEqual(recordsOf(history, 'bench', BARBELL))
      }),
    )
  })

  it('the last workout’s are the same when years are gone through once, in pieces, and then each of its sets is added', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(8), fc.array(anySet, { minLength: 1, maxLength: 6 }), (history, cut, sets) => {
        const early = standingAfter(history.slice(0, cut), 'bench', BARBELL)
        const standing = standingAfter(history.slice(cut), 'bench', BARBELL, early)
        for (let count = 1; count <= sets.length; count++) {
          const last = bench(20, ...sets.slice(0, count))
          const all = recordsOf([...history, last], 'bench', BARBELL)
          expect(recordsAfter(standing, last, 'bench', BARBELL)).toEqual(
            all.filter(({ workoutId }) => workoutId === last.workout.id),
          )
        }
      }),
    )
  })

  it('nor do those of two workouts that began at the same instant', () => {
    const twins = ['a', 'b'].map((id) => workoutOn(1, { bench: [done(60, 5, { id })] }, { id, startedAt: 0 }))
    expect(recordsOf(twins.toReversed(), 'bench', BARBELL)).toEqual(recordsOf(twins, 'bench', BARBELL))
  })

  it('the standing greatest load is the greatest load of the work sets whose reps were whole', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const loads = history
          .flatMap(({ entries }) => entries.flatMap(({ sets }) => sets))
          .filter((set) => set.doneAt !== null && set.kind !== 'warmup' && isFull(set.kind) && (set.reps ?? 0) > 0)
          .map(({ loadG }) => loadG ?? 0)
        const standing = standingRecords(recordsOf(history, 'bench', BARBELL)).find(({ kind }) => kind === 'max_load')
        expect(standing?.value ?? null).toBe(loads.length > 0 ? Math.max(...loads) : null)
      }),
    )
  })

  it('every record but a baseline beats what it names', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const record of broken(history)) expect(record.value).toBeGreaterThan(record.previous ?? Number.NaN)
      }),
    )
  })
})
