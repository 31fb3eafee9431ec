import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Equipment, Pattern } from '../../exercises/model.ts'
import type { PersonalRecord } from '../../workouts/rules/records.ts'
import { firstDayOfWeeks, groupWeeks } from './group-weeks.ts'
import { mainLifts } from './main-lifts.ts'
import { setMarks } from './set-marks.ts'
import { pieces, spread, trendOf, weeklyBests } from './strength-lines.ts'

/** A Monday. */
const MONDAY = 20_052

describe('strength lines', () => {
  it('show the best of each of the athlete’s own weeks', () => {
    const points = [
      { day: MONDAY - 1, e1rmG: 100_000 },
      { day: MONDAY, e1rmG: 98_000 },
      { day: MONDAY + 3, e1rmG: 103_000 },
    ]
    expect(weeklyBests(points, 1)).toEqual([
      { weekStartOn: MONDAY - 7, e1rmG: 100_000 },
      { weekStartOn: MONDAY, e1rmG: 103_000 },
    ])
    // With weeks from Sunday all three days are one week.
    expect(weeklyBests(points, 7)).toEqual([{ weekStartOn: MONDAY - 1, e1rmG: 103_000 }])
  })

  it('break where nothing was done for three weeks', () => {
    const points = [0, 1, 3, 6, 7].map((week) => ({ weekStartOn: MONDAY + week * 7, e1rmG: 1 }))
    expect(pieces(points).map((piece) => piece.length)).toEqual([3, 2])
    expect(pieces([])).toEqual([])
  })

  it('tell the way of the last six weeks, and nothing of a single week', () => {
    const at = (week: number, e1rmG: number) => ({ weekStartOn: MONDAY + week * 7, e1rmG })
    expect(trendOf([at(0, 200_000), at(4, 100_000), at(10, 103_000)])).toEqual({ direction: 'up', percent: 3 })
    expect(trendOf([at(5, 100_000), at(10, 96_000)])).toEqual({ direction: 'down', percent: 4 })
    expect(trendOf([at(5, 100_000), at(10, 100_400)])?.direction).toBe('flat')
    expect(trendOf([at(0, 100_000), at(10, 96_000)])).toBeNull()
    expect(trendOf([])).toBeNull()
  })

  it('never write one label over another, nor outside the chart, while there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 }), (wanted) => {
        const placed = spread(wanted, 15, 0, 200)
        const sorted = [...placed].sort((a, b) => a - b)
        for (const [i, y] of sorted.entries()) {
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(200)
          if (i > 0) expect(y - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(15)
        }
        for (const [i, a] of wanted.entries()) {
          for (const [j, b] of wanted.entries()) if (a < b) expect(placed[i] ?? 0).toBeLessThan(placed[j] ?? 0)
        }
      }),
    )
  })
})

describe('hard sets by week', () => {
  const factsOf = () => ({
    measure: 'load_reps' as const,
    bodyweightFraction: null,
    laterality: 'bilateral' as const,
    implements: 1 as const,
    muscles: { quads: 1, glutes: 0.5 },
  })

  it('count whole weeks of the athlete, empty ones too', () => {
    const days = [
      { day: MONDAY - 1, exerciseId: 'squat', hardSets: 4 },
      { day: MONDAY + 2, exerciseId: 'squat', hardSets: 3 },
    ]
    const weeks = groupWeeks(days, factsOf, { today: MONDAY + 4, weekStart: 1, weeks: 3 })
    expect(weeks.map(({ weekStartOn }) => weekStartOn)).toEqual([MONDAY - 14, MONDAY - 7, MONDAY])
    expect(weeks.map(({ groups }) => groups.quads)).toEqual([0, 400, 300])
    expect(weeks.at(-1)?.groups.glutes).toBe(150)
    expect(firstDayOfWeeks(MONDAY + 4, 1, 3)).toBe(MONDAY - 14)
  })
})

describe('marks of records', () => {
  const record = (given: Partial<PersonalRecord>): PersonalRecord => ({
    exerciseId: 'squat',
    loadMode: 'external',
    kind: 'e1rm',
    at: null,
    value: 200_000,
    previous: 190_000,
    isBaseline: false,
    isDoubtful: false,
    setId: 'a',
    workoutId: 'w',
    localDay: MONDAY,
    doneAt: 1,
    ...given,
  })

  it('say the one that matters most of a set', () => {
    const marks = setMarks([record({ kind: 'max_load' }), record({}), record({ kind: 'reps_at_load', at: 100_000 })])
    expect(marks.a?.kind).toBe('e1rm')
  })

  it('stay on the last set of a workout that broke the same record twice', () => {
    expect(Object.keys(setMarks([record({}), record({ setId: 'b', value: 205_000 })]))).toEqual(['b'])
    expect(Object.keys(setMarks([record({}), record({ setId: 'b', workoutId: 'w2' })]))).toEqual(['a', 'b'])
  })

  it('leave out where one began, slips of the thumb, and tonnage', () => {
    expect(
      setMarks([record({ isBaseline: true }), record({ isDoubtful: true }), record({ kind: 'session_tonnage' })]),
    ).toEqual({})
  })
})

describe('the lifts a chart begins with', () => {
  const facts: Record<string, { pattern: Pattern; equipment: Equipment }> = {
    'leg-press': { pattern: 'squat', equipment: 'machine' },
    squat: { pattern: 'squat', equipment: 'barbell' },
    deadlift: { pattern: 'hinge', equipment: 'barbell' },
    rdl: { pattern: 'hinge', equipment: 'barbell' },
    bench: { pattern: 'horizontal_push', equipment: 'barbell' },
    curl: { pattern: 'elbow_flexion', equipment: 'dumbbell' },
  }
  const lift = (exerciseId: string, days: number, kg: number) => ({ exerciseId, days, bestE1rmG: kg * 1000 })
  const choose = (...lifts: ReturnType<typeof lift>[]) => mainLifts(lifts, (id) => facts[id], 3)

  it('are the main ones, however often others are done', () => {
    const chosen = choose(
      lift('curl', 40, 30),
      lift('leg-press', 30, 300),
      lift('rdl', 20, 150),
      lift('squat', 18, 180),
      lift('bench', 15, 120),
      lift('deadlift', 10, 210),
    )
    expect(chosen).toEqual(['bench', 'squat', 'deadlift'])
  })

  it('are those trained most where the main ones are missing or were only tried', () => {
    expect(choose(lift('curl', 40, 30), lift('leg-press', 30, 300), lift('bench', 1, 100))).toEqual([
      'leg-press',
      'curl',
      'bench',
    ])
    expect(choose()).toEqual([])
  })
})
