/** Figures as a table writes them: the shortest number that reads back as exactly the same grams and metres. */
import { type DistanceUnit, gramsOf, type LoadUnit, metresOf } from '../../../../shared/units.ts'

/** Six decimals of a pound or a mile are far less than the gram or the metre that is kept. */
const MOST_DECIMALS = 6

export function loadText(grams: number, unit: LoadUnit): string {
  if (unit === 'kg') return String(grams / 1000)
  return shortest(grams / 453.59237, (value) => gramsOf(value, 'lb') === grams)
}

export function distanceText(metres: number, unit: Exclude<DistanceUnit, 'm'>): string {
  if (unit === 'km') return String(metres / 1000)
  return shortest(metres / 1609.344, (value) => metresOf(value, 'mi') === metres)
}

function shortest(value: number, isSame: (value: { digits: bigint; scale: number }) => boolean): string {
  for (let scale = 0; scale <= MOST_DECIMALS; scale++) {
    const text = value.toFixed(scale)
    if (isSame({ digits: BigInt(text.replace('.', '')), scale })) return text
  }
  return value.toFixed(MOST_DECIMALS)
}
