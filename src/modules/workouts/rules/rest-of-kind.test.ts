import { expect, it } from 'vitest'
import type { SetKind } from '../model.ts'
import { restOfKind, USUAL_REST } from './rest-of-kind.ts'

const own = { warmupRestS: 45, chainRestS: 30 }

it('a chain has no rest before its end, and a little more behind it', () => {
  for (const kind of ['drop', 'restpause', 'myo'] as const) {
    expect(restOfKind(kind, true, 120, own)).toBe(0)
    expect(restOfKind(kind, false, 120, own)).toBe(150)
  }
  expect(restOfKind('normal', true, 120, own)).toBe(0)
})

it('a warm-up rests as the athlete likes it, never longer than the exercise asks for', () => {
  expect(restOfKind('warmup', false, 120, own)).toBe(45)
  expect(restOfKind('warmup', false, 20, own)).toBe(20)
  expect(restOfKind('warmup', false, 120, USUAL_REST)).toBe(60)
})

it('a kind that is not known, and none, rest like a working set; an exercise without a timer has none', () => {
  for (const kind of ['amrap', 'something new' as SetKind, undefined] as const) {
    expect(restOfKind(kind, false, 90, own)).toBe(90)
  }
  expect(restOfKind('drop', false, 0, own)).toBe(0)
})
