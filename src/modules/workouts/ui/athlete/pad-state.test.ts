import { expect, it } from 'vitest'
import type { SetFigures } from '../../model.ts'
import { habits } from './fixtures-habits.ts'
import { flipLoadUnit, openPad, pressKey, step, typedFigures } from './pad-state.ts'
import { inUnit } from './set-fields.ts'

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

it('keeps the number that was typed when the unit changes', () => {
  const typed = (['1', '5', '0'] as const).reduce(pressKey, openPad('s', 'load', figures, unit, habits))
  const pounds = flipLoadUnit(typed, figures, habits)
  expect(typedFigures(pounds, habits)).toEqual({ loadG: 68_039, enteredLoad: '150', enteredUnit: 'lb' })
})

it('says a load that only stands there in the other unit, and writes nothing', () => {
  const pounds = flipLoadUnit(openPad('s', 'load', figures, unit, habits), figures, habits)
  expect(pounds.draft.text).toBe('220.46')
  expect(typedFigures(pounds, habits)).toEqual({})
  expect(flipLoadUnit(pounds, figures, habits).draft.text).toBe('100')
})

it('gives back what was typed in pounds, whichever unit the pad opened in', () => {
  const inPounds = { ...figures, loadG: 68_039, enteredLoad: '150', enteredUnit: 'lb' as const }
  const opened = openPad('s', 'load', inUnit(inPounds, 'kg'), unit, habits)
  expect(opened.draft.text).toBe('68.039')
  const back = flipLoadUnit(opened, inPounds, habits)
  expect([back.draft.text, back.unit.load, typedFigures(back, habits)]).toEqual(['150', 'lb', {}])
})

it('a key that means nothing leaves the field untouched', () => {
  const state = openPad('s', 'reps', figures, unit, habits)
  expect(pressKey(state, '.')).toBe(state)
})
