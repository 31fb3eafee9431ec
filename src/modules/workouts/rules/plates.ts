/**
 * Which plates to put on. A bounded knapsack in whole grams over the plates that are there: taking the heaviest first is
 * wrong as soon as plates run out (30 kg a side of one 25, one 20 and one 10 is 20 + 10).
 */
import type { LoadUnit } from '../../../shared/units.ts'

/** `pairs` null: as many as fit. With one side (a belt, a pin) a pair is a single plate. */
export type PlateStock = { plateG: number; pairs: number | null }

export const BAR_G: Record<LoadUnit, number> = { kg: 20_000, lb: 20_412 }

const stock = (plates: readonly number[]): PlateStock[] => plates.map((plateG) => ({ plateG, pairs: null }))

/** 45, 35, 25, 10, 5 and 2.5 lb in the nearest gram. */
export const PLATES: Record<LoadUnit, readonly PlateStock[]> = {
  kg: stock([25_000, 20_000, 15_000, 10_000, 5000, 2500, 1250]),
  lb: stock([20_412, 15_876, 11_340, 4536, 2268, 1134]),
}

/** More of one size fit on no sleeve. */
const MOST_OF_A_SIZE = 20
/** Pounds are stored in the nearest gram; so many plates may be off by this much together and still be exact. */
const ROUNDING_G = 12

export type Plating =
  | { state: 'below_bar'; barG: number; deltaG: number }
  | {
      state: 'exact' | 'nearest_below'
      totalG: number
      /** What is missing to the target; 0 when exact. */
      deltaG: number
      /** One side, heaviest first. */
      side: number[]
      /** The next total above the target that these plates can make; null when there is none. */
      nextUpG: number | null
      /** Against what was on the bar before, each side. */
      change: { add: number[]; remove: number[] }
    }

export type PlatingInput = {
  targetG: number
  barG?: number
  /** Both collars together. */
  collarsG?: number
  sides?: 1 | 2
  plates?: readonly PlateStock[]
  /** One side as it is loaded now. */
  onBar?: readonly number[]
}

type Loading = { counts: number[]; cost: number }

/** Never more than the target; then the fewest plates; then those that are on the bar already. */
export function platesFor(input: PlatingInput): Plating {
  const { targetG, barG = BAR_G.kg, collarsG = 0, sides = 2, plates = PLATES.kg, onBar = [] } = input
  const restG = targetG - barG - collarsG
  if (restG < -ROUNDING_G) return { state: 'below_bar', barG: barG + collarsG, deltaG: restG }

  const sorted = [...plates].filter(({ plateG }) => plateG > 0).sort((a, b) => b.plateG - a.plateG)
  const sideG = Math.max(0, restG) / sides
  const slackG = ROUNDING_G / sides
  const loadings = reachable(sorted, sideG + (sorted[0]?.plateG ?? 0), onBar)

  let belowG = 0
  let aboveG: number | null = null
  for (const sumG of loadings.keys()) {
    if (sumG <= sideG + slackG) belowG = Math.max(belowG, sumG)
    else aboveG = aboveG === null ? sumG : Math.min(aboveG, sumG)
  }
  const counts = loadings.get(belowG)?.counts ?? []
  const side = sorted.flatMap(({ plateG }, index) => Array.from({ length: counts[index] ?? 0 }, () => plateG))
  const missingG = restG - belowG * sides
  const isExact = Math.abs(missingG) <= ROUNDING_G
  return {
    state: isExact ? 'exact' : 'nearest_below',
    totalG: isExact ? targetG : barG + collarsG + belowG * sides,
    deltaG: isExact ? 0 : missingG,
    side,
    nextUpG: aboveG === null ? null : barG + collarsG + aboveG * sides,
    change: difference(onBar, side),
  }
}

/** Every sum of one side up to a limit, with its cheapest loading. */
function reachable(plates: readonly PlateStock[], limitG: number, onBar: readonly number[]): Map<number, Loading> {
  let sums = new Map<number, Loading>([[0, { counts: [], cost: 0 }]])
  for (const { plateG, pairs } of plates) {
    const most = Math.min(pairs ?? MOST_OF_A_SIZE, MOST_OF_A_SIZE, Math.floor(limitG / plateG))
    const kept = onBar.filter((plate) => plate === plateG).length
    const next = new Map<number, Loading>()
    for (const [sumG, { counts, cost }] of sums) {
      for (let count = 0; count <= most && sumG + count * plateG <= limitG; count += 1) {
        // A plate more weighs heavier than any number of plates kept.
        const more = cost + count * 1000 - Math.min(count, kept)
        const loading = { counts: [...counts, count], cost: more }
        const known = next.get(sumG + count * plateG)
        if (!known || isBetter(loading, known)) next.set(sumG + count * plateG, loading)
      }
    }
    sums = next
  }
  return sums
}

/** Cheaper; as cheap, then more of the heavier plates, as bars are loaded: 25 + 15, not 20 + 20. */
function isBetter(one: Loading, other: Loading): boolean {
  if (one.cost !== other.cost) return one.cost < other.cost
  const at = one.counts.findIndex((count, index) => count !== other.counts[index])
  return at >= 0 && (one.counts[at] ?? 0) > (other.counts[at] ?? 0)
}

function difference(before: readonly number[], after: readonly number[]): { add: number[]; remove: number[] } {
  const remove = [...before]
  const add = after.filter((plate) => {
    const at = remove.indexOf(plate)
    if (at >= 0) remove.splice(at, 1)
    return at < 0
  })
  return { add, remove: remove.sort((a, b) => b - a) }
}
