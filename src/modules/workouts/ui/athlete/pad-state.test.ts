import { expect, it } from 'vitest'
import type { SetFigures } from '../../model.ts'
import { flipLoadUnit, openPad, pressKey, step, typedFigures } from './pad-state.ts'
import type { Habits } from './set-fields.ts'

const habits: Habits = { loadUnit: 'kg', distanceUnit: 'km', effort: 'rpe', locale: 'en', decimalSign: '.' }
const unit = { load: 'kg', distance: 'km' } as const
const figures: SetFigures = {
  kind: 'normal',
  loadMode: 'external',
  loadG: 100_000,
  enteredLoad: '100',
  enteredUnit: 'kg',
  reps: 6,
  rir2: null,
  durationMs: null,
  distanceM: null,
  enteredDistance: null,
  distanceUnit: null,
}

it('writes nothing for a field that was only looked at', () => {
  expect(typedFigures(openPad('s', 'load', figures, unit, habits), habits)).toEqual({})
  expect(typedFigures(null, habits)).toEqual({})
})

it('steps up from what stands there', () => {
  const stepped = step(openPad('s', 'load', figures, unit, habits), 1, 2.5)
  expect(typedFigures(stepped, habits)).toEqual({ loadG: 102_500, enteredLoad: '102.5', enteredUnit: 'kg' })
})

it('keeps the number when the unit changes', () => {
  const pounds = flipLoadUnit(openPad('s', 'load', figures, unit, habits))
  expect(typedFigures(pounds, habits)).toEqual({ loadG: 45_359, enteredLoad: '100', enteredUnit: 'lb' })
})

it('a key that means nothing leaves the field untouched', () => {
  const state = openPad('s', 'reps', figures, unit, habits)
  expect(pressKey(state, '.')).toBe(state)
})
