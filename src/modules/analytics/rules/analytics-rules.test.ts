import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BARBELL, done, planned, warmup, workoutOn } from '../../workouts/rules/fixtures.ts'
import { confirmationOf, recordsOf } from '../../workouts/rules/records.ts'
import { dayFigures, type FactsOf } from './day-figures.ts'
import { doubtsOf, recordsTimeline } from './records-timeline.ts'

const factsOf: FactsOf = (id) => (id === 'bench' ? BARBELL : undefined)

describe('the figures of a day', () => {
  const bench = [warmup(20, 10), done(60, 5), done(62.5, 5), done(50, 8, { kind: 'drop' }), planned(65, 5)]

  it('are of what was done, best set first, in integers', () => {
    const figures = dayFigures(5, [workoutOn(5, { bench })], factsOf)
    expect(figures.exercises).toEqual([
      {
        exerciseId: 'bench',
        localDay: 5,
        e1rmG: 70_313,
        bestSetId: '1970-01-06 bench 3',
        bestLoadG: 62_500,
        bestReps: 5,
        tonnageG: 60_000 * 5 + 62_500 * 5 + 50_000 * 8,
        hardSets: 2,
        sets: 3,
        reps: 18,
        durationMs: 0,
        distanceM: 0,
      },
    ])
    expect(figures).toMatchObject({
      workouts: 1,
      sets: 3,
      reps: 18,
      activeMs: 3_600_000,
    })
  })

  it('add up over two workouts of the day, and know nothing of other days', () => {
    const morning = workoutOn(5, { bench: [done(60, 5)] }, { id: 'morning', startedAt: 5 * 86_400_000 })
    const evening = workoutOn(5, { bench: [done(62, 5)] }, { id: 'evening' })
    const figures = dayFigures(5, [evening, workoutOn(6, { bench: [done(200, 5)] }), morning], factsOf)
    expect(figures).toMatchObject({ workouts: 2, sets: 2 })
    expect(figures.exercises[0]).toMatchObject({ bestLoadG: 62_000 })
  })

  it('an exercise that is not known yet counts as what its sets say', () => {
    const figures = dayFigures(5, [workoutOn(5, { mystery: [done(40, 10)] })], factsOf)
    expect(figures.exercises[0]).toMatchObject({ e1rmG: 53_333, tonnageG: 400_000, hardSets: 1 })
  })

  it('a day of plans and warm-ups holds no exercise', () => {
    const figures = dayFigures(5, [workoutOn(5, { bench: [warmup(20, 10), planned(60, 5)] })], factsOf)
    expect(figures.exercises).toEqual([])
    expect(figures.tonnageG).toBe(0)
  })

  it('name the earlier of two equal sets as the best', () => {
    const early = workoutOn(5, { bench: [done(60, 5, { id: 'early' })] }, { id: 'z', startedAt: 5 * 86_400_000 })
    const late = workoutOn(5, { bench: [done(60, 5, { id: 'late' })] }, { id: 'a' })
    expect(dayFigures(5, [late, early], factsOf).exercises[0]?.bestSetId).toBe('early')
  })

  it('are the same bytes in whatever order the rows came', () => {
    const anyWorkout = fc
      .tuple(
        fc.uuid(),
        fc.constantFrom('bench', 'row'),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 12 }),
      )
      .map(([id, exercise, kg, reps]) => workoutOn(5, { [exercise]: [done(kg, reps, { id: `${id} s` })] }, { id }))
    fc.assert(
      fc.property(fc.uniqueArray(anyWorkout, { selector: ({ workout }) => workout.id, maxLength: 6 }), (wholes) => {
        const one = JSON.stringify(dayFigures(5, wholes, factsOf))
        expect(JSON.stringify(dayFigures(5, [...wholes].reverse(), factsOf))).toBe(one)
      }),
    )
  })
})

describe('the story of records', () => {
  it('is newest first, the best of each kind a workout, without baselines', () => {
    const history = [
      workoutOn(1, { bench: [done(60, 1)] }),
      workoutOn(2, { bench: [done(65, 1), done(70, 1)] }),
      workoutOn(3, { bench: [done(75, 1)] }),
    ]
    const story = recordsTimeline(recordsOf(history, 'bench', BARBELL))
    expect(story.map(({ localDay }) => localDay)).toEqual([3, 2])
    const loads = story.map(({ records }) =>
      records.filter(({ kind }) => kind === 'max_load').map(({ value }) => value),
    )
    expect(loads).toEqual([[75_000], [70_000]])
  })

  it('800 for 80 in an import is found afterwards, once, and no more when it is said to be right', () => {
    const slip = done(800, 1)
    const doubts = (set: typeof slip) => {
      const history = [
        workoutOn(1, { bench: [done(80, 1)] }, { source: 'hevy' }),
        workoutOn(2, { bench: [done(82.5, 1)] }, { source: 'hevy' }),
        workoutOn(3, { bench: [set] }, { source: 'hevy' }),
      ]
      return doubtsOf(recordsTimeline(recordsOf(history, 'bench', BARBELL)))
    }
    expect(doubts(slip).map(({ localDay, records }) => [localDay, records.map(({ kind }) => kind).sort()])).toEqual([
      [3, ['e1rm', 'max_load']],
    ])
    expect(doubts({ ...slip, confirmed: confirmationOf(slip) })).toEqual([])
  })
})
