import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../../scripts/build-catalogue.mjs'
import {
  EQUIPMENT,
  exerciseRow,
  type Instructions,
  LATERALITIES,
  LOAD_MODES,
  MEASURES,
  MUSCLES,
  PATTERNS,
} from '../model.ts'
import { foldName } from '../rules/names.ts'
import { CATALOGUE, catalogueExercise } from './catalogue.ts'
import { COMMON_LIFTS } from './common-lifts.ts'
import instructions from './instructions.json' with { type: 'json' }
import { instructionsOf } from './instructions.ts'

const told: Record<string, Instructions> = Object.fromEntries(
  CATALOGUE.map(({ id }, i) => [
    id,
    {
      setup: instructions.setup[i] ?? '',
      movement: instructions.movement[i] ?? '',
      fault: instructions.fault[i] ?? '',
    },
  ]),
)
const here = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const repeated = (values: string[]) => values.filter((value, i) => values.indexOf(value) !== i)

describe('the catalogue', () => {
  test('has every lift that somebody new is offered', () => {
    expect(COMMON_LIFTS.map((id) => catalogueExercise(id)?.id)).toEqual(COMMON_LIFTS)
  })

  test('is what the group files say; after changing one, run node scripts/build-catalogue.mjs', () => {
    const built = buildCatalogue()
    expect(here('facts.json') === built.facts && here('instructions.json') === built.instructions).toBe(true)
  })

  test('has at least 300 exercises of every pattern, with at least 17 muscles', () => {
    expect(CATALOGUE.length).toBeGreaterThanOrEqual(300)
    const muscles = new Set(CATALOGUE.flatMap((exercise) => Object.keys(exercise.muscles)))
    expect(muscles.size).toBeGreaterThanOrEqual(17)
    expect(PATTERNS.filter((pattern) => !CATALOGUE.some((exercise) => exercise.pattern === pattern))).toEqual([])
  })

  test('has rows that the model takes', () => {
    const wrong = CATALOGUE.filter((exercise) => !exerciseRow.safeParse({ ...exercise, notes: '' }).success)
    expect(wrong.map(({ id }) => id)).toEqual([])
    for (const exercise of CATALOGUE) {
      expect(EQUIPMENT).toContain(exercise.equipment)
      expect(MEASURES).toContain(exercise.measure)
      expect(LOAD_MODES).toContain(exercise.loadMode)
      expect(LATERALITIES).toContain(exercise.laterality)
      expect(exercise.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    }
  })

  test('names nothing twice: neither ids nor names nor aliases, of one exercise or of two', () => {
    expect(repeated(CATALOGUE.map(({ id }) => id))).toEqual([])
    expect(repeated(CATALOGUE.map(({ name }) => foldName(name)))).toEqual([])
    const owners = new Map<string, Set<string>>()
    for (const { id, name, aliases } of CATALOGUE) {
      for (const text of [name, ...aliases])
        owners.set(foldName(text), (owners.get(foldName(text)) ?? new Set()).add(id))
    }
    const shared = [...owners].filter(([, ids]) => ids.size > 1).map(([text, ids]) => `${text}: ${[...ids].join(', ')}`)
    expect(shared).toEqual([])
  })

  test('weighs muscles between 0 and 1 in steps of 0.05, the mover whole, helpers less', () => {
    for (const { id, muscles } of CATALOGUE) {
      for (const [muscle, weight] of Object.entries(muscles)) {
        expect(MUSCLES, id).toContain(muscle)
        expect(weight, id).toBeGreaterThan(0)
        expect(weight, id).toBeLessThanOrEqual(1)
        expect(Math.abs(weight * 20 - Math.round(weight * 20)), id).toBeLessThan(1e-9)
      }
    }
    const weights = CATALOGUE.flatMap(({ muscles }) => Object.values(muscles))
    expect(new Set(weights).size).toBeGreaterThan(8)
    expect(weights.filter((weight) => weight < 1).length).toBeGreaterThan(weights.length / 2)
  })

  test('gives the bodyweight modes a share of bodyweight, and only them', () => {
    const usesIt = new Set(['bodyweight', 'bodyweight_plus', 'assisted'])
    const wrong = CATALOGUE.filter(
      ({ loadMode, bodyweightFraction }) => usesIt.has(loadMode) !== (bodyweightFraction !== null),
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('tells how each is done, and no sentence twice', async () => {
    for (const column of Object.values(instructions)) expect(column.length).toBe(CATALOGUE.length)
    const sentences = Object.values(told).flatMap(({ setup, movement, fault }) =>
      [setup, movement, fault].flatMap((text) => text.split(/(?<=[.!?])\s+/)),
    )
    expect(repeated(sentences)).toEqual([])
    expect(Object.entries(told).filter(([, { setup, movement, fault }]) => !setup || !movement || !fault)).toEqual([])
    expect((await instructionsOf('bench-press'))?.movement).toBe(told['bench-press']?.movement)
    expect(await instructionsOf('no-such-exercise')).toBeNull()
  })

  test('finds an exercise by its id', () => {
    expect(catalogueExercise('bench-press')?.equipment).toBe('barbell')
    expect(catalogueExercise('no-such-exercise')).toBeUndefined()
  })
})
