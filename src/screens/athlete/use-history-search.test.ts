import { expect, test } from 'vitest'
import { done, workoutOn } from '../../modules/workouts/rules/fixtures.ts'
import { findIn, textOf } from './use-history-search.ts'

const book = {
  get: (id: string) => ({ name: id === 'back-squat' ? 'Back squat' : 'Développé couché' }) as never,
  inEnglish: (id: string) => ({ name: id === 'back-squat' ? 'Back squat' : 'Bench press' }) as never,
}
const legs = workoutOn(20_001, { 'back-squat': [done(100, 5)] }, { title: 'Legs', notes: 'Knee felt odd' })
const push = workoutOn(20_000, { 'bench-press': [done(80, 5)] }, { title: 'Push A' })
const index = [legs, push].map(({ workout, entries }) => ({
  workout,
  text: textOf(
    workout,
    entries.map(({ entry }) => entry),
    book,
  ),
}))
const titles = (query: string) => findIn(index, query, 10).map(({ title }) => title)

test('finds by title, exercise and note, each word from its beginning, accents aside', () => {
  expect(titles('squ')).toEqual(['Legs'])
  expect(titles('KNEE legs')).toEqual(['Legs'])
  expect(titles('developpe')).toEqual(['Push A'])
  expect(titles('bench')).toEqual(['Push A'])
  expect(titles('quat')).toEqual([])
  expect(titles('squat push')).toEqual([])
})

test('stops at the limit, the newest first', () => {
  expect(findIn(index, 'a', 1)).toHaveLength(1)
})
