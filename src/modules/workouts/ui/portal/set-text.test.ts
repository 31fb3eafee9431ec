import { expect, it } from 'vitest'
import type { SetFigures } from '../../model.ts'
import { type SetHabits, setText } from './set-text.ts'

const habits: SetHabits = {
  loadUnit: 'kg',
  distanceUnit: 'km',
  effort: 'rpe',
  locale: 'en-GB',
  words: { bodyweight: 'BW', rir: 'RIR' },
}
const set = (given: Partial<SetFigures>): SetFigures => ({
  kind: 'normal',
  loadMode: 'external',
  loadG: null,
  enteredLoad: null,
  enteredUnit: null,
  reps: null,
  rir2: null,
  durationMs: null,
  distanceM: null,
  enteredDistance: null,
  distanceUnit: null,
  ...given,
})
const text = (given: Partial<SetFigures>, other: Partial<SetHabits> = {}) =>
  setText(set(given), { ...habits, ...other }).replaceAll('\u00a0', ' ')

it('writes a set as coaches do', () => {
  expect(text({ loadG: 140_000, reps: 5, rir2: 2 })).toBe('140×5 @9')
  expect(text({ loadG: 142_500, reps: 5, rir2: 1 })).toBe('142.5×5 @9.5')
  expect(text({ loadG: 140_000, reps: 5, rir2: 3 }, { effort: 'rir' })).toBe('140×5 1.5 RIR')
  expect(text({ loadG: 140_000, reps: 5, rir2: 3 }, { effort: 'off' })).toBe('140×5')
})

it('shows the unit of a set that was typed in another one', () => {
  expect(text({ loadG: 102_058, enteredLoad: '225', enteredUnit: 'lb', reps: 5 })).toBe('225 lb×5')
  expect(text({ loadG: 102_058, enteredLoad: '225', enteredUnit: 'lb', reps: 5 }, { loadUnit: 'lb' })).toBe('225×5')
})

it('says what bodyweight, added and assisting loads are', () => {
  expect(text({ loadMode: 'bodyweight', reps: 12 })).toBe('BW×12')
  expect(text({ loadMode: 'bodyweight_plus', loadG: 10_000, reps: 8 })).toBe('+10×8')
  expect(text({ loadMode: 'bodyweight_plus', loadG: 0, reps: 8 })).toBe('BW×8')
  expect(text({ loadMode: 'assisted', loadG: 20_000, reps: 8 })).toBe('−20×8')
})

it('knows time and distance', () => {
  expect(text({ loadMode: 'none', durationMs: 90_000 })).toBe('1:30')
  expect(text({ loadMode: 'none', distanceM: 5_000, durationMs: 1_500_000 })).toBe('5 km in 25:00')
  expect(text({ loadG: 60_000, distanceM: 40 })).toBe('60×40 m')
  expect(text({})).toBe('–')
})
