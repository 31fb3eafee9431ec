import { describe, expect, it } from 'vitest'
import { dropIndex, shiftOf } from './use-drag-order.ts'

const ROWS = [56, 56, 84, 56]

describe('a dragged row', () => {
  it('stays until it has passed the middle of its neighbour', () => {
    expect(dropIndex(ROWS, 0, 28)).toBe(0)
    expect(dropIndex(ROWS, 0, 29)).toBe(1)
    expect(dropIndex(ROWS, 1, -28)).toBe(1)
    expect(dropIndex(ROWS, 1, -29)).toBe(0)
  })

  it('passes rows of any height, and never leaves the list', () => {
    expect(dropIndex(ROWS, 0, 56 + 42)).toBe(1)
    expect(dropIndex(ROWS, 0, 56 + 43)).toBe(2)
    expect(dropIndex(ROWS, 0, 5000)).toBe(3)
    expect(dropIndex(ROWS, 3, -5000)).toBe(0)
    expect(dropIndex([56], 0, 200)).toBe(0)
  })

  it('moves those between its place and the new one out of the way', () => {
    const shifts = (from: number, to: number) =>
      ROWS.map((_, i) => shiftOf(i, { id: 'x', from, to, dy: 100, height: 56 }))
    expect(shifts(0, 2)).toEqual([100, -56, -56, 0])
    expect(shifts(3, 1)).toEqual([0, 56, 56, 100])
    expect(shifts(2, 2)).toEqual([0, 0, 100, 0])
  })
})
