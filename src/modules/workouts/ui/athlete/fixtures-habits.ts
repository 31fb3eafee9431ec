/** Of tests: somebody who counts in kilograms. */
import type { Habits } from './set-fields.ts'

export const habits: Habits = {
  loadUnit: 'kg',
  distanceUnit: 'km',
  effort: 'rpe',
  locale: 'en',
  decimalSign: '.',
  rest: { warmupRestS: 60, chainRestS: 30 },
  isAnyRoutine: false,
  sideRests: {},
}
