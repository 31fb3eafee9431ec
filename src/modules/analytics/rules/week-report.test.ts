import { describe, expect, it } from 'vitest'
import type { ExerciseDay } from './day-figures.ts'
import type { SessionFigures } from './kept-figures.ts'
import { reportToTell, weekReport } from './week-report.ts'

/** A Monday: 6 October 2025. */
const MONDAY = 20_367
const session = (localDay: number, isOver = true): SessionFigures => ({
  ...{ id: `w${localDay}`, localDay, isOver },
  ...{ activeMs: 3_600_000, sessionRpe: null },
})
const day = (localDay: number, sets: number): ExerciseDay => ({
  ...{ exerciseId: 'bench', localDay, e1rmG: null, bestSetId: '', bestLoadG: 60_000, bestReps: 5 },
  ...{ tonnageG: sets * 300_000, hardSets: sets, sets, reps: sets * 5, durationMs: 0, distanceM: 0 },
})
const BY = { goals: { now: 2 }, weekStart: 1, breaks: [] }

describe('the report of a week', () => {
  it('tells it beside the week before', () => {
    const report = weekReport({
      from: MONDAY,
      sessions: [session(MONDAY - 5), session(MONDAY), session(MONDAY + 2), session(MONDAY + 6), session(MONDAY + 7)],
      days: [day(MONDAY - 5, 8), day(MONDAY, 10), day(MONDAY + 6, 6), day(MONDAY + 7, 3)],
      today: MONDAY + 8,
      ...BY,
    })
    expect(report.now).toEqual({
      ...{ workouts: 3, daysTrained: 3, activeMs: 10_800_000, sets: 16, reps: 80, tonnageG: 4_800_000 },
    })
    expect(report.before).toMatchObject({ workouts: 1, sets: 8, tonnageG: 2_400_000 })
    expect(report).toMatchObject({ streak: 1, goal: 2 })
  })

  it('a workout under way is none yet, and what came later changes no streak of then', () => {
    const sessions = [session(MONDAY), session(MONDAY + 1), session(MONDAY + 3, false), session(MONDAY + 8)]
    const report = weekReport({ from: MONDAY, sessions, days: [], today: MONDAY + 60, ...BY })
    expect(report.now.workouts).toBe(2)
    expect(report.streak).toBe(1)
  })
})

describe('which report comes by itself', () => {
  const tell = (days: number[], seenDay: number | null = null, weekStart = 1) =>
    reportToTell(
      days.map((one) => session(one)),
      { today: MONDAY + 9, weekStart, seenDay },
    )

  it('that of the week before, until it is put away', () => {
    expect(tell([MONDAY + 2])).toBe(MONDAY)
    expect(tell([MONDAY + 2], MONDAY - 1)).toBe(MONDAY)
    expect(tell([MONDAY + 2], MONDAY + 6)).toBeNull()
  })

  it('none of a week without a workout, nor of the one that runs, nor of one long past', () => {
    expect(tell([MONDAY + 7])).toBeNull()
    expect(tell([MONDAY - 3])).toBeNull()
    expect(reportToTell([session(MONDAY, false)], { today: MONDAY + 9, weekStart: 1, seenDay: null })).toBeNull()
  })

  it('goes by the athlete’s own week', () => {
    expect(tell([MONDAY + 5], null, 7)).toBe(MONDAY - 1)
    expect(tell([MONDAY + 6], null, 7)).toBeNull()
  })
})
