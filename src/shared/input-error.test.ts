import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { inputSentence } from './input-error.ts'

const load = z.nullable(z.int().check(z.gte(0), z.lte(2_000_000)))

function said(schema: z.ZodMiniType, value: unknown): string | null {
  const parsed = schema.safeParse(value)
  return parsed.success ? null : inputSentence(parsed.error.issues, value)
}

describe('a sentence names the field, what it may hold and what it held', () => {
  test.each<[string, z.ZodMiniType, unknown, string]>([
    ['nothing', z.object({ loadG: load }), undefined, 'The input is missing.'],
    ['a missing field', z.object({ loadG: load }), {}, 'Load is missing.'],
    ['a missing choice', z.object({ kind: z.enum(['a', 'b']) }), {}, 'Kind is missing.'],
    ['grams as kilograms', z.object({ loadG: load }), { loadG: -5_000 }, 'Load must be at least 0 kg, but was -5 kg.'],
    [
      'milliseconds as seconds',
      z.object({ durationMs: z.int().check(z.lte(60_000)) }),
      { durationMs: 90_000 },
      'Duration must be at most 60 s, but was 90 s.',
    ],
    [
      'half steps as reps in reserve',
      z.object({ rir2: z.int().check(z.lte(20)) }),
      { rir2: 21 },
      'Effort must be at most 10 reps in reserve, but was 10.5 reps in reserve.',
    ],
    [
      'instants as dates',
      z.object({ doneAt: z.int().check(z.gte(0)) }),
      { doneAt: -1 },
      'Done at must be at least 1970-01-01T00:00:00.000Z, but was 1969-12-31T23:59:59.999Z.',
    ],
    [
      'places counted from one',
      z.object({ sets: z.array(z.object({ loadG: load })) }),
      { sets: [{ loadG: 1 }, { loadG: '1,5' }] },
      'Load of sets 2 must be a number, but was "1,5".',
    ],
    ['NaN', z.object({ loadG: load }), { loadG: Number.NaN }, 'Load must be a number, but was NaN.'],
    [
      'a choice',
      z.object({ kind: z.enum(['a', 'b']) }),
      { kind: 'c' },
      'Kind must be one of "a" and "b", but was "c".',
    ],
    ['fields that are none', z.strictObject({}), { total: 1 }, 'The input holds "total", which is not known.'],
    [
      'a long text cut',
      z.object({ name: z.string().check(z.maxLength(3)) }),
      { name: 'x'.repeat(50) },
      `Name must be at most 3 characters long, but had 50: "${'x'.repeat(40)}…".`,
    ],
    [
      'a blank text',
      z.object({ name: z.string().check(z.minLength(3)) }),
      { name: '  ' },
      'Name must be at least 3 characters long, but was blank.',
    ],
    ['an empty text', z.object({ name: z.string().check(z.minLength(1)) }), { name: '' }, 'Name is empty: fill it in.'],
    [
      'a NUL, visibly',
      z.object({ name: z.string().check(z.maxLength(2)) }),
      { name: 'a\u0000b' },
      'Name must be at most 2 characters long, but had 3: "a␀b".',
    ],
    [
      'a list',
      z.object({ ids: z.array(z.string()).check(z.maxLength(1)) }),
      { ids: ['a', 'b'] },
      'Ids must be a list of at most 1, but had 2.',
    ],
    ['an id', z.object({ gymId: z.uuid() }), { gymId: 'x' }, 'Gym id must be an id (a UUID), but was "x".'],
    [
      'an address',
      z.object({ email: z.email() }),
      { email: 'ana' },
      'Email must be an address such as name@example.org, but was "ana".',
    ],
  ])('%s', (_what, schema, value, sentence) => expect(said(schema, value)).toBe(sentence))
})

test('a password or a token is never repeated, not even a wrong one', () => {
  const long = z.string().check(z.minLength(30))
  const secret = { password: 'tr0ub4dor', current: 'hunter2', token: 'a-token' }
  const sentence = said(z.object({ password: long, current: long, token: long }), secret) ?? ''
  for (const value of Object.values(secret)) expect(sentence).not.toContain(value)
  expect(sentence).toMatch(/^Password must be at least 30 characters long, but had 9: something else; current password/)
})

test('three values are explained, the rest is counted', () => {
  const many = z.array(z.int())
  expect(said(many, ['a', 'b', 'c', 'd', 'e'])).toBe(
    'Item 1 must be a number, but was "a"; item 2 must be a number, but was "b"; item 3 must be a number, but was "c"; 2 more values are not valid.',
  )
})
