import { expect, it } from 'vitest'
import { unitsOfLocale } from './units-of-locale.ts'

it.each([
  ['en-US', 'lb', 'mi', 7],
  ['es-US', 'lb', 'mi', 7],
  ['en-GB', 'kg', 'mi', 1],
  ['en-CA', 'kg', 'km', 7],
  ['de-DE', 'kg', 'km', 1],
  ['de', 'kg', 'km', 1],
  ['my', 'lb', 'mi', 7],
  ['en-LR', 'lb', 'mi', 1],
  ['pt-BR', 'kg', 'km', 7],
  ['ar-EG', 'kg', 'km', 6],
  ['fr-FR', 'kg', 'km', 1],
])('a phone in %s lifts in %s, runs in %s and starts its week on day %i', (tag, loadUnit, distanceUnit, weekStart) => {
  expect(unitsOfLocale(tag)).toEqual({ loadUnit, distanceUnit, weekStart })
})
