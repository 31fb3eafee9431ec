import { describe, expect, it } from 'vitest'
import type { LoggedSet } from '../../model.ts'
import { habits } from './fixtures-habits.ts'
import { draftOf, fieldsOf, figuresOfDraft, formatOf, type Habits, missingField, shownFigures } from './set-fields.ts'

const unit = { load: 'kg', distance: 'km' } as const

function set(fields: Partial<LoggedSet> = {}): LoggedSet {
  return {
    id: 's',
    workoutId: 'w',
    entryId: 'e',
    position: 'a0',
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
    doneAt: null,
    notes: '',
    ...fields,
  }
}

describe('the columns of an exercise', () => {
  it('follow its measure', () => {
    expect(fieldsOf({ measure: 'load_reps', loadMode: 'external' }, 'rpe')).toEqual(['load', 'reps', 'effort'])
    expect(fieldsOf({ measure: 'distance_duration', loadMode: 'none' }, 'rpe')).toEqual(['distance', 'duration'])
    expect(fieldsOf({ measure: 'floors_duration', loadMode: 'none' }, 'rpe', true)).toEqual(['reps', 'duration'])
  })
  it('leave out effort for who does not rate it, and the load where there is none', () => {
    expect(fieldsOf({ measure: 'load_reps', loadMode: 'external' }, 'off')).toEqual(['load', 'reps'])
    expect(fieldsOf({ measure: 'load_reps', loadMode: 'band' }, 'rpe')).toEqual(['reps', 'effort'])
  })
})

describe('a typed load', () => {
  it('is kept as grams and as typed', () => {
    expect(figuresOfDraft('load', '102.5', formatOf('load', unit), unit, habits)).toEqual({
      loadG: 102_500,
      enteredLoad: '102.5',
      enteredUnit: 'kg',
    })
  })
  it('is kept with the comma of a locale that has one, and opens again with a point', () => {
    const german: Habits = { ...habits, locale: 'de', decimalSign: ',' }
    const figures = figuresOfDraft('load', '62.5', formatOf('load', unit), unit, german)
    expect(figures.enteredLoad).toBe('62,5')
    expect(draftOf('load', set(figures), german, formatOf('load', unit))).toBe('62.5')
  })
  it('in pounds is exact in grams and comes back as it was', () => {
    const lb = { load: 'lb', distance: 'km' } as const
    const figures = figuresOfDraft('load', '135', formatOf('load', lb), lb, habits)
    expect(figures).toEqual({ loadG: 61_235, enteredLoad: '135', enteredUnit: 'lb' })
    expect(draftOf('load', set(figures), habits, formatOf('load', lb))).toBe('135')
  })
  it('that was erased leaves nothing behind', () => {
    expect(figuresOfDraft('load', '', formatOf('load', unit), unit, habits)).toEqual({
      loadG: null,
      enteredLoad: null,
      enteredUnit: null,
    })
  })
})

it('effort is stored as reserve, however it is counted', () => {
  const format = formatOf('effort', unit)
  expect(figuresOfDraft('effort', '8.5', format, unit, habits)).toEqual({ rir2: 3 })
  expect(figuresOfDraft('effort', '1.5', format, unit, { ...habits, effort: 'rir' })).toEqual({ rir2: 3 })
  expect(draftOf('effort', set({ rir2: 3 }), habits, format)).toBe('8.5')
  expect(draftOf('effort', set({ rir2: 3 }), { ...habits, effort: 'rir' }, format)).toBe('1.5')
})

it('times and distances survive the way there and back', () => {
  expect(figuresOfDraft('duration', '130', formatOf('duration', unit), unit, habits)).toEqual({ durationMs: 90_000 })
  expect(draftOf('duration', set({ durationMs: 90_000 }), habits, formatOf('duration', unit))).toBe('130')
  expect(figuresOfDraft('distance', '5.25', formatOf('distance', unit), unit, habits)).toEqual({
    distanceM: 5250,
    enteredDistance: '5.25',
    distanceUnit: 'km',
  })
})

describe('a set that is not done', () => {
  const last = set({ loadG: 100_000, enteredLoad: '100', enteredUnit: 'kg', reps: 6, rir2: 4, doneAt: 1 })
  const shown = (own: LoggedSet, beside: LoggedSet | null = last) => shownFigures({ sets: [own], beside: [beside] }, 0)
  it('takes last time’s load and reps where it has none, and never its effort', () => {
    expect(shown(set())).toMatchObject({ loadG: 100_000, enteredLoad: '100', reps: 6, rir2: null })
    expect(shown(set({ reps: 8 }))).toMatchObject({ loadG: 100_000, reps: 8 })
  })
  it('keeps its own once it is done', () => {
    expect(shown(set({ reps: 5, doneAt: 2 }))).toMatchObject({ loadG: null, reps: 5 })
  })
  it('without a last time takes the set above, working sets never a warm-up', () => {
    const warmup = set({ kind: 'warmup', loadG: 40_000, reps: 10, doneAt: 1 })
    const blank = { sets: [warmup, set()], beside: [null, null] }
    expect(shownFigures(blank, 1)).toMatchObject({ loadG: null, reps: null })
    expect(shownFigures({ sets: [warmup, last, set()], beside: [] }, 2)).toMatchObject({ loadG: 100_000, reps: 6 })
    expect(shownFigures({ sets: [{ ...last, doneAt: null }, set()], beside: [] }, 1)).toMatchObject({ loadG: null })
  })
})

describe('a row that nothing happened to', () => {
  it('is given the very same columns and figures, so that it does not render', () => {
    const exercise = { measure: 'load_reps', loadMode: 'external' } as const
    expect(fieldsOf({ ...exercise }, 'rpe')).toBe(fieldsOf({ ...exercise }, 'rpe'))
    const above = set({ loadG: 100_000, reps: 6, doneAt: 1 })
    const blank = set({ id: 't' })
    const shown = (sets: LoggedSet[], i: number) => shownFigures({ sets, beside: [null, null] }, i)
    expect(shown([above, blank], 0)).toBe(shown([above, blank], 0))
    expect(shown([above, blank], 1)).toBe(shown([above, blank], 1))
    expect(shown([{ ...above, reps: 8 }, blank], 1)).toMatchObject({ reps: 8 })
    expect(shown([above, { ...blank, doneAt: 2 }], 1)).toMatchObject({ reps: null })
  })
})

describe('steps', () => {
  it('are counted further than reps, and count with their time alone', () => {
    const fields = fieldsOf({ measure: 'steps_duration', loadMode: 'none' }, 'rpe')
    expect(formatOf('reps', { ...unit, counted: true })).toMatchObject({ max: 200_000 })
    expect(formatOf('reps', unit)).toMatchObject({ max: 2_000 })
    expect(missingField(set(), fields)).toBe('reps')
    expect(missingField(set({ durationMs: 600_000 }), fields)).toBeNull()
    expect(missingField(set({ reps: 12_000 }), fields)).toBeNull()
  })
})

describe('what is missing before a check', () => {
  it('is the first empty figure, but not effort', () => {
    expect(missingField(set(), ['load', 'reps', 'effort'])).toBe('load')
    expect(missingField(set({ loadG: 0 }), ['load', 'reps', 'effort'])).toBe('reps')
    expect(missingField(set({ loadG: 0, reps: 0 }), ['load', 'reps', 'effort'])).toBeNull()
  })
  it('is no load when the body is the load', () => {
    expect(missingField(set({ loadMode: 'bodyweight_plus', reps: 8 }), ['load', 'reps'])).toBeNull()
  })
  it('is nothing for a run with either figure', () => {
    expect(missingField(set({ durationMs: 1000 }), ['distance', 'duration'])).toBeNull()
    expect(missingField(set(), ['distance', 'duration'])).toBe('distance')
  })
})
