import { expect, it } from 'vitest'
import type { SetKind } from '../model.ts'
import { setsToCarry } from './carry-load.ts'

const set = (id: string, loadG: number | null, options: { kind?: SetKind; doneAt?: number } = {}) => ({
  id,
  loadG,
  kind: options.kind ?? ('normal' as const),
  doneAt: options.doneAt ?? null,
  loadMode: 'external' as const,
})
const last = (...loads: (number | null)[]) =>
  loads.map((loadG) => loadG && { loadG, loadMode: 'external' as const }).map((one) => one || null)

it('carries a raise to the sets that stood on the same load last time', () => {
  const sets = [set('a', 102_500), set('b', 100_000), set('c', 100_000)]
  expect(setsToCarry(sets, last(100_000, 100_000, 100_000), 0, 102_500)).toEqual(['b', 'c'])
})

it('carries a smaller load too', () => {
  expect(setsToCarry([set('a', 95_000), set('b', 100_000)], last(100_000, 100_000), 0, 95_000)).toEqual(['b'])
})

it('leaves what was typed, what is done, and what stood on another load', () => {
  const sets = [
    set('a', 102_500),
    set('b', 90_000),
    set('c', 100_000, { doneAt: 5 }),
    set('d', 110_000),
    set('e', null),
  ]
  expect(setsToCarry(sets, last(100_000, 100_000, 100_000, 110_000, 100_000), 0, 102_500)).toEqual([])
})

it('leaves sets above, and sets of another kind', () => {
  const sets = [set('a', 100_000), set('b', 102_500), set('c', 100_000, { kind: 'drop' })]
  expect(setsToCarry(sets, last(100_000, 100_000, 100_000), 1, 102_500)).toEqual([])
})

it('does nothing where the load is last time’s, or there was none', () => {
  expect(setsToCarry([set('a', 100_000), set('b', 100_000)], last(100_000, 100_000), 0, 100_000)).toEqual([])
  expect(setsToCarry([set('a', 100_000), set('b', 90_000)], last(null, 90_000), 0, 100_000)).toEqual([])
})
