import { expect, it } from 'vitest'
import { clockText } from './clock-text.ts'
import { isFewMoved, plateSideOf, platesText, platingOf } from './plate-words.ts'

it('says what is on a side, heaviest first', () => {
  expect(platesText(plateSideOf({ loadG: 102_500 }, 'kg'), 'kg', 'en')).toBe('25 + 15 + 1.25')
  expect(platesText(plateSideOf({ loadG: 122_500 }, 'kg'), 'kg', 'en')).toBe('25 + 25 + 1.25')
  expect(platesText(plateSideOf({ loadG: 222_500 }, 'kg'), 'kg', 'en')).toBe('4 × 25 + 1.25')
  expect(platesText(plateSideOf({ loadG: 102_500 }, 'kg'), 'kg', 'de')).toBe('25 + 15 + 1,25')
  expect(platesText(plateSideOf({ loadG: 61_235 }, 'lb'), 'lb', 'en')).toBe('45')
})

it('says what to change between two sets', () => {
  const plating = platingOf(105_000, 'kg', plateSideOf({ loadG: 102_500 }, 'kg'))
  expect(plating).toMatchObject({ state: 'exact', change: { add: [2500], remove: [1250] } })
})

it('says what to change while it is a handful of plates, and not after a slip of the thumb', () => {
  const isFew = (fromG: number, toG: number) => {
    const plating = platingOf(toG, 'kg', plateSideOf({ loadG: fromG }, 'kg'))
    return plating.state === 'exact' && isFewMoved(plating.change)
  }
  expect(isFew(60_000, 180_000)).toBe(true)
  expect(isFew(220_000, 20_000)).toBe(true)
  expect(isFew(800_000, 80_000)).toBe(false)
  expect(isFew(80_000, 800_000)).toBe(false)
})

it('has nothing on the bar before the first set, or when the load is no more than the bar', () => {
  expect(plateSideOf(undefined, 'kg')).toEqual([])
  expect(plateSideOf({ loadG: null }, 'kg')).toEqual([])
  expect(plateSideOf({ loadG: 15_000 }, 'kg')).toEqual([])
  expect(plateSideOf({ loadG: 20_000 }, 'kg')).toEqual([])
})

it('shows times as a stopwatch does', () => {
  expect([0, 4_000, 90_000, 3_723_000].map(clockText)).toEqual(['0:00', '0:04', '1:30', '1:02:03'])
  expect(clockText(-5000)).toBe('0:00')
})
