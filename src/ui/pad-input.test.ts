import { describe, expect, it } from 'vitest'
import {
  draftText,
  draftValue,
  openDraft,
  type PadFormat,
  type PadKey,
  padKeyOf,
  pressPadKey,
  showDraft,
  stepDraft,
} from './pad-input.ts'

const kg: PadFormat = { kind: 'number', decimals: 2, max: 2000 }
const reps: PadFormat = { kind: 'number', decimals: 0, max: 2000 }
const time: PadFormat = { kind: 'time', maxS: 86_400 }

function type(start: string, keys: PadKey[], format: PadFormat) {
  return keys.reduce((draft, key) => pressPadKey(draft, key, format), openDraft(start)).text
}

describe('typing a load', () => {
  it('the first digit replaces what the field held, the next ones follow', () => {
    expect(type('100', ['1', '0', '2', '.', '5'], kg)).toBe('102.5')
  })
  it('starts with nought when the point comes first', () => {
    expect(type('', ['.', '5'], kg)).toBe('0.5')
  })
  it('ignores a second point and a third decimal', () => {
    expect(type('', ['1', '.', '.', '2', '5', '7'], kg)).toBe('1.25')
  })
  it('erases all of an untouched number at once, and then digit by digit', () => {
    expect(type('102.5', ['back'], kg)).toBe('')
    expect(type('', ['1', '2', 'back'], kg)).toBe('1')
  })
  it('refuses the digit that would pass the limit', () => {
    expect(type('', ['2', '0', '0', '1'], kg)).toBe('200')
    expect(type('', ['2', '0', '0', '0'], kg)).toBe('2000')
  })
  it('keeps no leading nought', () => {
    expect(type('', ['0', '5'], kg)).toBe('5')
  })
})

describe('typing reps', () => {
  it('has no point', () => {
    expect(type('', ['1', '.', '2'], reps)).toBe('12')
  })
  it('keeps a nought: a failed attempt', () => {
    expect(type('5', ['0'], reps)).toBe('0')
    expect(draftValue('0', reps)).toBe(0)
  })
})

describe('typing a time', () => {
  it('fills from the right', () => {
    expect(draftValue(type('', ['1', '3', '0'], time), time)).toBe(90)
    expect(draftValue(type('', ['4', '5'], time), time)).toBe(45)
    expect(draftValue(type('', ['1', '0', '2', '0', '3'], time), time)).toBe(3723)
  })
  it('takes 90 seconds as they are typed', () => {
    expect(draftValue(type('', ['9', '0'], time), time)).toBe(90)
    expect(showDraft('90', time, '.')).toBe('0:90')
  })
  it('shows colons', () => {
    expect(showDraft('130', time, '.')).toBe('1:30')
    expect(showDraft('5', time, '.')).toBe('0:05')
    expect(showDraft('10203', time, '.')).toBe('1:02:03')
  })
  it('survives the way there and back', () => {
    for (const seconds of [1, 45, 60, 90, 600, 3600, 3723, 35_999]) {
      expect(draftValue(draftText(seconds, time), time)).toBe(seconds)
    }
  })
})

describe('typing an effort', () => {
  const rpe: PadFormat = { kind: 'number', decimals: 1, max: 10, halves: true }
  it('takes halves, and a 5 behind a whole number as one', () => {
    expect(type('', ['8', '.', '5'], rpe)).toBe('8.5')
    expect(type('', ['8', '5'], rpe)).toBe('8.5')
    expect(type('', ['8', '.', '3'], rpe)).toBe('8.')
    expect(type('', ['1', '0'], rpe)).toBe('10')
    expect(type('', ['1', '0', '5'], rpe)).toBe('10')
  })
})

describe('stepping', () => {
  it('lands on the grid of the step', () => {
    expect(stepDraft(openDraft('101'), 1, 2.5, kg).text).toBe('102.5')
    expect(stepDraft(openDraft('101'), -1, 2.5, kg).text).toBe('100')
    expect(stepDraft(openDraft('102.5'), 1, 2.5, kg).text).toBe('105')
  })
  it('makes no float noise', () => {
    expect(stepDraft(openDraft('0.2'), 1, 0.1, kg).text).toBe('0.3')
  })
  it('never falls under nought or climbs over the limit', () => {
    expect(stepDraft(openDraft('1'), -1, 2.5, kg).text).toBe('0')
    expect(stepDraft(openDraft('2000'), 1, 2.5, kg).text).toBe('2000')
  })
  it('starts an empty field from nought', () => {
    expect(stepDraft(openDraft(''), 1, 2.5, kg).text).toBe('2.5')
  })
})

it('shows the locale’s decimal sign, whichever was pressed', () => {
  expect(showDraft('102.5', kg, ',')).toBe('102,5')
  expect(padKeyOf(',')).toBe('.')
  expect(padKeyOf('.')).toBe('.')
  expect(padKeyOf('7')).toBe('7')
  // As the keyboards of other scripts have them.
  expect(['٫', '٧', '۷', '७'].map(padKeyOf)).toEqual(['.', '7', '7', '7'])
  expect(padKeyOf('a')).toBeNull()
})
