import { expect, test } from 'vitest'
import { catalogueExercise } from '../../exercises/data/catalogue.ts'
import type { ProgramVersion } from '../model.ts'
import type { SessionFact } from './next-session.ts'
import { programBoard } from './program-board.ts'

const slot = { slot: 'squat', exerciseId: catalogueExercise('back-squat')?.id ?? '', sets: 2, reps: 5 }
const PROGRAM: ProgramVersion = {
  ...{ id: 'p', version: 1, title: 'Two days', forWhom: '', needs: '', daysAWeek: 2, minutes: 45 },
  days: [
    { id: 'a', title: 'A', slots: [slot] },
    { id: 'b', title: 'B', slots: [slot] },
  ],
}
const planned = [
  { reps: 5, loadG: 60_000 },
  { reps: 5, loadG: 60_000 },
]
function fact(round: number, day: string, state: SessionFact['state'], reps: (number | null)[] = [5, 5]): SessionFact {
  const id = `${round}${day}`
  return {
    session: {
      ...{ id, assignmentId: 'x', round, day, localDay: 100 + round },
      ...{ workoutId: state === 'skipped' ? null : `w${id}`, skippedAt: state === 'skipped' ? 1 : null, exercises: [] },
    },
    state,
    at: round,
    results: new Map([['squat', { planned, done: reps.map((n) => (n === null ? null : { reps: n, loadG: 60_000 })) }]]),
  }
}
const states = (facts: SessionFact[], program = PROGRAM) =>
  programBoard(program, facts).map(({ days }) => days.map(({ state }) => state).join(' '))

test('before anything was done, the first round is to come', () => {
  expect(states([])).toEqual(['coming coming'])
})

test('a day is done with all its sets, and partly with some of them, tried ones not counted', () => {
  const facts = [fact(0, 'a', 'done'), fact(0, 'b', 'done', [5, 0])]
  expect(states(facts)).toEqual(['done partly', 'coming coming'])
  expect(programBoard(PROGRAM, facts)[0]?.days[1]).toMatchObject({
    ...{ sets: { done: 1, planned: 2 }, workoutId: 'w0b', localDay: 100 },
  })
})

test('more sets than were asked for make up for none that is missing elsewhere', () => {
  expect(states([fact(0, 'a', 'done', [5, null, 5, 5])])).toEqual(['partly coming'])
})

test('skipped is missed, and so is what a later round left behind', () => {
  expect(states([fact(0, 'a', 'skipped'), fact(0, 'b', 'done')])).toEqual(['missed done', 'coming coming'])
  expect(states([fact(0, 'a', 'done'), fact(1, 'a', 'done')])).toEqual(['done missed', 'done coming'])
})

test('saved as partial it is partly done, and still comes; what is open has not begun to count', () => {
  expect(states([fact(0, 'a', 'partial', [5, null])])).toEqual(['partly coming'])
  expect(states([fact(0, 'a', 'open', [5, null])])).toEqual(['coming coming'])
})

test('a program that ends has no round after its last', () => {
  const facts = [fact(0, 'a', 'done'), fact(0, 'b', 'skipped')]
  expect(states(facts, { ...PROGRAM, rounds: 1 })).toEqual(['done missed'])
})
