import { expect, test } from 'vitest'
import { importChunk, toImported } from '../../modules/workouts/mutators/import.ts'
import { done, workoutOn } from '../../modules/workouts/rules/fixtures.ts'
import type { ExerciseBook } from '../../modules/workouts/ui/athlete/exercise-book.ts'
import { phoneOfGuest } from '../../modules/workouts/ui/athlete/fixtures-phone.ts'
import { idFromFacts } from '../../shared/id-from-facts.ts'
import { keptDays, refreshFigures, sessionsOf } from './kept-figures.ts'
import { progressMonths, progressOf, readTimeline } from './read-progress.ts'

const TODAY = 20_780
const LONG_AGO = TODAY - 900
const facts = { measure: 'load_reps', pattern: 'squat', equipment: 'barbell', muscles: {}, implements: 1 }
const book = { get: (id: string) => ({ id, name: id, ...facts }) } as unknown as ExerciseBook

/** Two workouts of each exercise, the second one heavier: a record each. */
async function phoneThatDid(days: Record<string, readonly number[]>) {
  const phone = await phoneOfGuest()
  const wholes = Object.entries(days).flatMap(([exerciseId, on]) =>
    on.map((day, i) => workoutOn(day, { [exerciseId]: [done(100 + i * 10, 5)] })),
  )
  const id = (...facts: string[]) => idFromFacts('test', ...facts)
  const all = wholes.map(({ workout, entries }, n) => ({
    workout: { ...workout, id: id('workout', String(n)) },
    entries: entries.map(({ entry, sets }) => ({
      entry: { ...entry, id: id('entry', String(n)) },
      sets: sets.map((set, at) => ({ ...set, id: id('set', String(n), String(at)) })),
    })),
  }))
  await phone.mutate(importChunk, { batchId: id('batch'), workouts: all.map(toImported) })
  return phone
}

async function recordsTold(days: Record<string, readonly number[]>) {
  const phone = await phoneThatDid(days)
  const { head } = await refreshFigures(phone)
  const figures = { sessions: sessionsOf(head), days: await keptDays(phone, progressMonths(TODAY, 1)) }
  const { recentIds } = progressOf(figures, TODAY, 1, book)
  const { entries, of } = await readTimeline(phone, recentIds, book, new AbortController().signal)
  return {
    lifts: [...new Set(entries.map(({ exerciseId }) => exerciseId))].sort(),
    of,
    hasAny: figures.sessions.length > 0,
    recentIds,
  }
}

test('the records of lifts that were given up are told too, while there are few recent ones', async () => {
  const days = { squat: [TODAY - 3, TODAY - 1], bench: [LONG_AGO, LONG_AGO + 3] }
  expect(await recordsTold(days)).toEqual({
    lifts: ['bench', 'squat'],
    of: null,
    hasAny: true,
    recentIds: ['squat'],
  })
})

test('nothing done in half a year is a history all the same', async () => {
  const told = await recordsTold({ bench: [LONG_AGO, LONG_AGO + 3] })
  expect(told).toEqual({ lifts: ['bench'], of: null, hasAny: true, recentIds: [] })
})

test('of many lifts the recent ones come first, then the most trained, and it says of how many', async () => {
  const days: Record<string, number[]> = { squat: [TODAY - 3, TODAY - 1] }
  for (let i = 0; i < 15; i++)
    days[`lift${i}`] = [LONG_AGO + i, LONG_AGO + i + 30, ...(i === 0 ? [] : [LONG_AGO + i + 60])]
  const { lifts, of } = await recordsTold(days)
  expect(of).toBe(15)
  expect(lifts).toHaveLength(15)
  expect(lifts).toContain('squat')
  expect(lifts).not.toContain('lift0')
})
