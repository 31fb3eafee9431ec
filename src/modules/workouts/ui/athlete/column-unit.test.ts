import { expect, it } from 'vitest'
import { columnUnit } from './column-unit.ts'

const kg = { loadG: 55_000, enteredUnit: 'kg' } as const
const lb = { loadG: 95_254, enteredUnit: 'lb' } as const
const bare = { loadG: null, enteredUnit: null }

it('is the one that all sets with a load were typed in, whatever the athlete uses now', () => {
  expect(columnUnit([kg, kg, bare], 'lb')).toBe('kg')
  expect(columnUnit([lb], 'kg')).toBe('lb')
  expect(columnUnit([{ loadG: 60_000, enteredUnit: null }, lb], 'lb')).toBe('lb')
})

it('is the athlete’s where no set has a load, and none where the sets have both', () => {
  expect(columnUnit([bare], 'lb')).toBe('lb')
  expect(columnUnit([kg, lb], 'kg')).toBeNull()
})
