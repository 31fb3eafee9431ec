import { describe, expect, it } from 'vitest'
import type { LoadUnit } from '../../../../shared/units.ts'
import { catalogueExercise } from '../../../exercises/data/catalogue.ts'
import type { Exercise } from '../../../exercises/model.ts'
import type { Place } from '../../../gyms/model/places.ts'
import { templateEquipment } from '../../../gyms/rules/place-templates.ts'
import { planned } from '../../rules/fixtures.ts'
import { loadingAt } from '../../rules/loading.ts'
import { clockText } from './clock-text.ts'
import { amountText, atPlace, barLine, isFewMoved, loadWords, nextLoad, platesText, sideOf } from './plate-words.ts'

const squat = catalogueExercise('back-squat') as Exercise
const press = catalogueExercise('dumbbell-bench-press') as Exercise
const standard = (unit: LoadUnit = 'kg') => loadingAt(null, squat, unit)
const sideAt = (loadG: number, unit: LoadUnit, locale: string) => {
  const words = loadWords(standard(unit), loadG, undefined)
  return words && platesText(sideOf(words.found), unit, locale)
}
const placeOf = (template: Parameters<typeof templateEquipment>[0]): Place => {
  const { unit, equipment } = templateEquipment(template)
  return { id: 'p', name: 'Here', unit, published: null, ...equipment }
}
const changeOf = (fromG: number, toG: number) => {
  const words = loadWords(standard(), toG, { loadG: fromG })
  const by = words?.found.by
  return by && 'plating' in by && by.plating.state !== 'below_start' ? { ...words, ...by.plating.change } : null
}

it('says what is on a side, heaviest first', () => {
  expect(sideAt(102_500, 'kg', 'en')).toBe('25 + 15 + 1.25')
  expect(sideAt(122_500, 'kg', 'en')).toBe('25 + 25 + 1.25')
  expect(sideAt(222_500, 'kg', 'en')).toBe('4 × 25 + 1.25')
  expect(sideAt(102_500, 'kg', 'de')).toBe('25 + 15 + 1,25')
  expect(sideAt(61_235, 'lb', 'en')).toBe('45')
  expect(sideAt(183_705, 'lb', 'en')).toBe('4 × 45')
})

it('names the unit of a plate among those of the other', () => {
  const side = [
    { milli: 20_000, unit: 'kg' },
    { milli: 10_000, unit: 'lb' },
  ] as const
  expect(platesText(side, 'kg', 'en')).toBe('20 + 10\u00a0lb')
  expect(amountText({ kg: 0, lb: 135_000 }, 'kg', 'en')).toBe('135\u00a0lb')
  expect(amountText({ kg: 20_000, lb: 10_000 }, 'kg', 'en')).toBe('24.536')
})

it('says what to change between two sets', () => {
  expect(changeOf(102_500, 105_000)).toMatchObject({
    hasBefore: true,
    add: [{ milli: 2500 }],
    remove: [{ milli: 1250 }],
  })
})

it('says nothing of what was on another bar', () => {
  const gym = placeOf('gym_kg')
  const words = (beforeG: number) => loadWords(loadingAt(gym, squat, 'kg'), 60_000, { loadG: beforeG })
  expect(words(40_000)).toMatchObject({ hasBefore: true })
  expect(words(17_500)).toMatchObject({ hasBefore: false })
  expect(loadWords(loadingAt(gym, squat, 'kg'), 60_000, { loadG: null })).toMatchObject({ hasBefore: false })
})

it('says what to change while it is a handful of plates, and not after a slip of the thumb', () => {
  const isFew = (fromG: number, toG: number) => {
    const change = changeOf(fromG, toG)
    return change !== null && isFewMoved(change)
  }
  expect(isFew(60_000, 180_000)).toBe(true)
  expect(isFew(220_000, 20_000)).toBe(true)
  expect(isFew(800_000, 80_000)).toBe(false)
  expect(isFew(80_000, 800_000)).toBe(false)
})

it('has a line for the exercise where its bar can be loaded as it stands', () => {
  const line = (kg: number | null, place: Place | null = null) => barLine(place, squat, planned(kg, 5), 'kg', 'en')
  expect(line(60)).toEqual({ bar: '20\u00a0kg', plates: '20' })
  expect(line(20)).toEqual({ bar: '20\u00a0kg', plates: '' })
  expect(line(61)).toBeNull()
  expect(line(15)).toBeNull()
  expect(line(null)).toBeNull()
  expect(line(100, placeOf('gym_lb'))).toBeNull()
  expect(line(17.5, placeOf('gym_kg'))).toEqual({ bar: '15\u00a0kg', plates: '1.25' })
})

describe('a step at a place', () => {
  it('is the next there is, in the unit that is stamped on it', () => {
    expect(nextLoad(placeOf('gym_kg'), press, planned(10, 8), 1, 'kg')).toEqual({ text: '12', unit: 'kg' })
    expect(nextLoad(placeOf('gym_lb'), press, planned(10, 8), 1, 'kg')).toEqual({ text: '25', unit: 'lb' })
    expect(nextLoad(placeOf('gym_kg'), squat, planned(101, 8), -1, 'kg')).toEqual({ text: '100', unit: 'kg' })
  })

  it('ends where the rack ends, and is the usual one without a place or a word about the equipment', () => {
    expect(nextLoad(placeOf('gym_kg'), press, planned(40, 8), 1, 'kg')).toBeNull()
    expect(nextLoad(null, press, planned(10, 8), 1, 'kg')).toBeUndefined()
    expect(nextLoad(placeOf('hotel_kg'), squat, planned(100, 8), 1, 'kg')).toBeUndefined()
  })
})

it('proposes what the place has', () => {
  const habits = { loadUnit: 'kg', decimalSign: ',' } as const
  expect(atPlace(placeOf('home_kg'), press, planned(23, 8), habits)).toMatchObject({ loadG: 22_000, reps: 8 })
  expect(atPlace(placeOf('home_kg'), squat, planned(62.5, 8), habits)).toMatchObject({
    loadG: 62_500,
    enteredLoad: '62.5',
  })
})

it('shows times as a stopwatch does', () => {
  expect([0, 4_000, 90_000, 3_723_000].map(clockText)).toEqual(['0:00', '0:04', '1:30', '1:02:03'])
  expect(clockText(-5000)).toBe('0:00')
})
