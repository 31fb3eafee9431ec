import { expect, it } from 'vitest'
import { linearScale, linePath, roundTicks, textRoom } from './scale.ts'

it('encloses the data with round steps', () => {
  expect(roundTicks(118, 132, 3)).toEqual([115, 120, 125, 130, 135])
  expect(roundTicks(0, 9, 3)).toEqual([0, 5, 10])
  expect(roundTicks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3])
})

it('still has an axis when every value is the same', () => {
  const ticks = roundTicks(100, 100, 3)
  expect(ticks[0]).toBeLessThan(100)
  expect(ticks[ticks.length - 1]).toBeGreaterThan(100)
})

it('maps the ends of the domain to the ends of the range, upside down too', () => {
  const y = linearScale([100, 200], [80, 0])
  expect([y(100), y(150), y(200)]).toEqual([80, 40, 0])
  expect(linearScale([5, 5], [0, 10])(5)).toBe(5)
})

it('draws a path from point to point', () => {
  expect(
    linePath([
      { x: 0, y: 1.234 },
      { x: 10, y: 5 },
    ]),
  ).toBe('M0 1.2L10 5')
})

it('keeps as much room for a text as Inter takes, the largest text included', () => {
  // Measured in the browser, bold and tabular.
  expect(textRoom('154.7', 16)).toBeGreaterThanOrEqual(43.2)
  expect(textRoom('12.5K', 16)).toBeGreaterThanOrEqual(44.2)
  expect(textRoom('Nov 2025', 14)).toBeGreaterThanOrEqual(66.9)
})
