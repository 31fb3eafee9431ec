import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST_SIDE, middleCrop, movedCrop, squareOf } from './crop.ts'

test('the middle of a wide and of a tall picture', () => {
  expect(squareOf({ width: 400, height: 200 }, middleCrop({ width: 400, height: 200 }))).toEqual({
    left: 100,
    top: 0,
    side: 200,
  })
  expect(squareOf({ width: 200, height: 400 }, middleCrop({ width: 200, height: 400 }))).toEqual({
    left: 0,
    top: 100,
    side: 200,
  })
})

test('zooming in stays around the middle', () => {
  const size = { width: 400, height: 400 }
  expect(squareOf(size, movedCrop(size, middleCrop(size), { factor: 0.5 }))).toEqual({ left: 100, top: 100, side: 200 })
})

test('whatever is asked for, the square is inside of the picture', () => {
  const numbers = fc.double({ min: -3, max: 3, noNaN: true })
  const lengths = fc.integer({ min: 1, max: 9000 })
  fc.assert(
    fc.property(
      lengths,
      lengths,
      numbers,
      numbers,
      numbers,
      numbers,
      numbers,
      (width, height, x, y, side, dx, factor) => {
        const size = { width, height }
        const crop = movedCrop(size, { x, y, side: Math.abs(side) }, { dx, dy: dx, factor: Math.abs(factor) })
        expect(crop.side).toBeGreaterThanOrEqual(LEAST_SIDE)
        const square = squareOf(size, crop)
        expect(square.side).toBeGreaterThanOrEqual(1)
        expect(square.left).toBeGreaterThanOrEqual(0)
        expect(square.top).toBeGreaterThanOrEqual(0)
        expect(square.left + square.side).toBeLessThanOrEqual(width)
        expect(square.top + square.side).toBeLessThanOrEqual(height)
      },
    ),
  )
})
