import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankSet, defaultSets, nextSet } from './default-sets.ts'
import { activeMs, isPaused, isStillTraining, MAX_IDLE_MS, runMs } from './duration.ts'
import { finishCounts, finishProposal } from './finish.ts'
import { done, planned, warmup, workoutOn } from './fixtures.ts'
import { openWorkouts } from './open-workout.ts'
import { inOrder, positionAfter, positionAtEnd, positionForMove, positionsAtEnd } from './place-in-order.ts'
import { besideSets, lastPerformance } from './previous.ts'

const MINUTE = 60_000

describe('last time', () => {
  const older = workoutOn(1, { bench: [done(55, 5)] })
  const last = workoutOn(8, { bench: [warmup(20, 10), done(60, 5), done(60, 4, { kind: 'failure' }), planned(60, 5)] })
  const now = { workoutId: 'now', startedAt: 20 * 86_400_000 }

  it('is the newest earlier workout in which a set of it was done', () => {
    const untouched = workoutOn(10, { bench: [planned(70, 5)], squat: [done(100, 5)] })
    expect(lastPerformance([last, untouched, older], 'bench', now)?.workoutId).toBe('w-1970-01-09')
    expect(lastPerformance([older, last], 'row', now)).toBeNull()
  })

  it('holds its done sets only', () => {
    expect(lastPerformance([last], 'bench', now)?.sets.map(({ reps }) => reps)).toEqual([10, 5, 4])
  })

  it('is never the workout being edited, a later one or one still open', () => {
    const editing = { workoutId: last.workout.id, startedAt: last.workout.startedAt }
    const later = workoutOn(15, { bench: [done(90, 5)] })
    expect(lastPerformance([older, last, later], 'bench', editing)?.workoutId).toBe('w-1970-01-02')
    const open = workoutOn(10, { bench: [done(70, 5)] }, { state: 'open', activeMs: null, endedAt: null })
    expect(lastPerformance([last, open], 'bench', now)?.workoutId).toBe('w-1970-01-09')
  })

  it('stands beside each set by its place among its kind, so one more warm-up shifts nothing', () => {
    const sets = lastPerformance([last], 'bench', now)?.sets ?? []
    const current = [warmup(20, 5), warmup(40, 5), done(60, 5), done(60, 5), done(60, 5), done(40, 5, { kind: 'drop' })]
    expect(besideSets(current, sets).map((set) => set?.reps ?? null)).toEqual([10, null, 5, 4, null, null])
    expect(besideSets(current, null).every((set) => set === null)).toBe(true)
  })

  it('is of the same routine first, so that a light day is not held against a heavy one', () => {
    const heavy = workoutOn(1, { bench: [done(100, 3)] }, { routineId: 'heavy' })
    const light = workoutOn(4, { bench: [done(70, 10)] }, { routineId: 'light' })
    const last = (routineId: string | null) =>
      lastPerformance([heavy, light], 'bench', { ...now, routineId })?.sets[0]?.reps
    expect([last('heavy'), last('light'), last('new'), last(null)]).toEqual([3, 10, 10, 10])
    const afterMonths = { ...now, startedAt: 80 * 86_400_000, routineId: 'heavy' }
    expect(lastPerformance([light, heavy], 'bench', afterMonths)?.sets[0]?.reps).toBe(10)
  })

  it('of the same routine is the newest, and in it the same turn of the exercise', () => {
    const of = (day: number, reps: number, routineId: string) =>
      workoutOn(day, { bench: [done(100, reps)] }, { routineId })
    const twice = of(5, 5, 'a')
    twice.entries.push(...of(5, 12, 'a').entries)
    const history = [of(2, 4, 'a'), of(9, 8, 'b'), twice]
    const at = (occurrence: number) =>
      lastPerformance(history, 'bench', { ...now, routineId: 'a', occurrence })?.sets[0]?.reps
    expect([at(0), at(1)]).toEqual([5, 12])
  })

  it('the second time an exercise stands in a workout looks at the second time then', () => {
    const twice = workoutOn(9, { bench: [done(60, 5)] })
    twice.entries.push(...workoutOn(9, { bench: [done(50, 12)] }).entries)
    expect(lastPerformance([twice], 'bench', { ...now, occurrence: 1 })?.sets[0]?.reps).toBe(12)
    expect(lastPerformance([last], 'bench', { ...now, occurrence: 1 })?.sets).toHaveLength(3)
  })
})

describe('proposed sets', () => {
  it('are three blank ones without a last time', () => {
    expect(defaultSets({ loadMode: 'external' }, null)).toEqual(Array(3).fill(blankSet({ loadMode: 'external' })))
  })

  it('repeat last time as it was typed, without its effort and failure', () => {
    const history = [workoutOn(1, { bench: [warmup(20, 10), done(62.5, 5, { rir2: 2, kind: 'failure' })] })]
    const last = lastPerformance(history, 'bench', { workoutId: 'now', startedAt: 1e12 })
    expect(defaultSets({ loadMode: 'external' }, last)).toMatchObject([
      { kind: 'warmup', loadG: 20_000 },
      { kind: 'normal', loadG: 62_500, enteredLoad: '62.5', enteredUnit: 'kg', reps: 5, rir2: null },
    ])
  })

  it('one more is like the one above', () => {
    expect(nextSet({ loadMode: 'external' }, done(60, 5, { kind: 'drop', rir2: 1 }))).toMatchObject({
      kind: 'normal',
      loadG: 60_000,
      rir2: null,
    })
    expect(nextSet({ loadMode: 'none' }, undefined)).toEqual(blankSet({ loadMode: 'none' }))
  })
})

describe('time trained', () => {
  it('leaves pauses out: one that ended, one that runs on, and none twice where two phones stopped the clock', () => {
    const at = (...minutes: number[]) => minutes.map((minute) => minute * MINUTE)
    expect(activeMs(0, 60 * MINUTE, at(10, 50), at(20, 45))).toBe(35 * MINUTE)
    expect(activeMs(0, 60 * MINUTE, at(10), at(40))).toBe(40 * MINUTE)
    expect(runMs(0, 60 * MINUTE, at(10, 30, 20, 40))).toBe(30 * MINUTE)
    // What is idle besides is still cut: 100 minutes to the set, 30 of them a pause.
    expect(activeMs(0, 100 * MINUTE, at(100), at(10, 40))).toBe(60 * MINUTE)
    expect(runMs(0, 60 * MINUTE, null)).toBe(60 * MINUTE)
  })

  it('stands still while the workout is open and was stopped last', () => {
    expect(isPaused({ state: 'open', pauses: [5] })).toBe(true)
    expect(isPaused({ state: 'open', pauses: [5, 9] })).toBe(false)
    expect(isPaused({ state: 'open' })).toBe(false)
    expect(isPaused({ state: 'done', pauses: [5] })).toBe(false)
  })

  it('is from start to end when there is no long gap', () => {
    expect(activeMs(0, 45 * MINUTE, [10 * MINUTE, 30 * MINUTE])).toBe(45 * MINUTE)
  })

  it('cuts a forgotten finish down to an hour', () => {
    expect(activeMs(0, 300 * MINUTE, [10 * MINUTE, 40 * MINUTE])).toBe(100 * MINUTE)
    expect(activeMs(0, 300 * MINUTE, [])).toBe(MAX_IDLE_MS)
  })

  it('stands sets out of order, outside, and an end before the start', () => {
    expect(activeMs(100, 200, [190, 50, 110, 900])).toBe(100)
    expect(activeMs(200, 100, [])).toBe(0)
  })

  it('asks after an hour without a set', () => {
    expect(isStillTraining(0, [10 * MINUTE], 70 * MINUTE)).toBe(true)
    expect(isStillTraining(0, [10 * MINUTE], 70 * MINUTE + 1)).toBe(false)
  })
})

describe('several open workouts', () => {
  const open = (id: string, startedAt: number, holder: string) =>
    workoutOn(0, {}, { id, startedAt, holder, state: 'open' }).workout
  const mine = open('mine', 10, 'phone')
  const theirs = open('theirs', 20, 'tablet')

  it('this device goes on with its own', () => {
    expect(openWorkouts([theirs, mine], 'phone')).toEqual({ current: mine, others: [theirs] })
  })

  it('else the newest is shown', () => {
    expect(openWorkouts([mine, theirs], 'laptop').current).toBe(theirs)
    expect(openWorkouts([mine, theirs], null).current).toBe(theirs)
    const [a, b] = [open('a', 30, 'phone'), open('b', 30, 'tablet')]
    expect([openWorkouts([a, b], null).current, openWorkouts([b, a], null).current]).toEqual([b, b])
    expect(openWorkouts([workoutOn(0, {}).workout], 'phone')).toEqual({ current: null, others: [] })
  })
})

describe('finishing', () => {
  it('counts what is done and what is left', () => {
    const whole = workoutOn(0, { bench: [done(60, 5), planned(60, 5)], row: [planned(50, 8)], curl: [] })
    expect(finishCounts(whole)).toEqual({ setsDone: 1, setsLeft: 2, exercisesDone: 1, exercisesUntouched: 1 })
  })

  it('proposes to save, to save a part, or to discard', () => {
    const proposal = (...sets: ReturnType<typeof done>[]) => finishProposal(finishCounts(workoutOn(0, { bench: sets })))
    expect(proposal(done(60, 5))).toBe('done')
    expect(proposal(done(60, 5), planned(60, 5))).toBe('partial')
    expect(proposal(planned(60, 5))).toBe('discard')
  })
})

describe('order', () => {
  const rows = (count: number) => positionsAtEnd([], count).map((position, n) => ({ id: `r${n}`, position }))

  it('appends, inserts behind, moves', () => {
    const [a, b, c] = rows(3)
    if (!a || !b || !c) throw new Error('There should be three.')
    const siblings = [c, a, b]
    expect(inOrder(siblings)).toEqual([a, b, c])
    expect(positionAtEnd(siblings) > c.position).toBe(true)
    const between = positionAfter(siblings, 'r0')
    expect(a.position < between && between < b.position).toBe(true)
    expect(positionForMove(siblings, 'r1', 1)).toBe(b.position)
  })

  it('two phones that appended the same position are ordered by id, and nothing breaks between them', () => {
    const twins = [
      { id: 'b', position: 'a0' },
      { id: 'a', position: 'a0' },
    ]
    expect(inOrder(twins).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(positionAfter(twins, 'a') > 'a0').toBe(true)
    expect(positionForMove([...twins, { id: 'c', position: 'a1' }], 'c', 1) > 'a0').toBe(true)
  })

  it('any moves end with the row where it was put', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 40 }), (moves) => {
        let list = rows(6)
        for (const [from, to] of moves) {
          const id = inOrder(list)[from]?.id ?? ''
          const position = positionForMove(list, id, to)
          list = list.map((row) => (row.id === id ? { id, position } : row))
          expect(inOrder(list)[to]?.id).toBe(id)
        }
      }),
    )
  })
})
