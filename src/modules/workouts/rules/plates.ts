/**
 * Which plates to put on. An exact search over the plates that are there, as a table of the fewest plates for every
 * weight of a side: taking the heaviest first is wrong as soon as plates run out (30 kg a side of one 25, one 20 and one
 * 10 is 20 + 10). Kilograms and pounds have a table each, in steps of their greatest common divisor, and are put together
 * after: a place may own both.
 *
 * The bound: a side is searched up to 400 kg (880 lb), and up to 131 kg (131 lb) where plates were weighed to the
 * thousandth; of one size at most 20 pairs, of all at most 254 plates. A table is made once for a place's plates.
 */
import type { LoadUnit } from '../../../shared/units.ts'
import type { PlateStock, Weight } from '../../gyms/model/places.ts'
import { type Amount, addAmounts, amountG, amountOf, roughG, timesAmount } from '../../gyms/rules/amount.ts'

const MOST_PAIRS = 20
const MOST_ON_SIDE: Record<LoadUnit, number> = { kg: 400_000, lb: 880_000 }
const MOST_CELLS = 2 ** 17
const UNREACHED = 255
/**
 * So far from the target a total still counts as the target: loads are stored in whole grams, and what was typed in the
 * other unit was rounded to two decimals. No plate is as exact.
 */
export const ROUNDING_G = 12

const stock = (unit: LoadUnit, plates: readonly number[]): PlateStock[] =>
  plates.map((plate) => ({ milli: plate * 1000, unit, pairs: null }))

/** Where no place is chosen: what stands beside a bar almost everywhere. */
export const STANDARD_PLATES: Record<LoadUnit, readonly PlateStock[]> = {
  kg: stock('kg', [25, 20, 15, 10, 5, 2.5, 1.25]),
  lb: stock('lb', [45, 35, 25, 10, 5, 2.5]),
}
export const STANDARD_BAR: Record<LoadUnit, Weight> = {
  kg: { milli: 20_000, unit: 'kg' },
  lb: { milli: 45_000, unit: 'lb' },
}

export type Plating =
  /** Less than what is there before the first plate. */
  | { state: 'below_start'; above: Amount }
  | {
      state: 'exact' | 'between'
      /** What these plates come to: the target, or the nearest total below it. */
      total: Amount
      /** The next total above the target; null when there is none. */
      above: Amount | null
      /** One side, heaviest first: as they go onto the bar. */
      side: Weight[]
      /** Against what was on before, each side. */
      change: { add: Weight[]; remove: Weight[] }
    }

export type PlatingInput = {
  targetG: number
  /** The bar with its collars, a machine's carriage, a handle; nothing for a belt. */
  start: Amount
  sides: 1 | 2
  plates: readonly PlateStock[]
  /** One side as it is loaded now. */
  onBar?: readonly Weight[]
}

/** Never more than the target; then the fewest plates; then those that are on already; then the largest inside. */
export function platesFor({ targetG, start, sides, plates, onBar = [] }: PlatingInput): Plating {
  const startG = amountG(start)
  if (targetG < startG - ROUNDING_G) return { state: 'below_start', above: start }
  const table = tableOf(plates, sides)
  const sideG = (targetG - startG) / sides
  const slackG = ROUNDING_G / sides
  const { below, above } = nearest(table, sideG, slackG)
  const isExact = Math.abs(below - sideG) <= slackG
  const side = lightest(table, isExact ? sideG : below, isExact ? slackG : SAME_G, onBar)
  const totalOf = (of: readonly Weight[]) => addAmounts(start, timesAmount(addAmounts(...of.map(amountOf)), sides))
  return {
    state: isExact ? 'exact' : 'between',
    total: totalOf(side),
    above: above === null ? null : totalOf(lightest(table, above, SAME_G, [])),
    side,
    change: difference(onBar, side),
  }
}

/** Sums of floats that mean the same plates. */
const SAME_G = 0.001

/** Of one unit. `fewest[k][n]` plates of the k + 1 lightest sizes make n steps; 255 when they can't. */
type UnitTable = { step: number; sizes: { cells: number; most: number; weight: Weight }[]; fewest: Uint8Array[] }
/** The sums that can be made with each unit, in steps, ascending. */
type Table = { kg: UnitTable; lb: UnitTable; kgSums: number[]; lbSums: number[] }

const tables = new WeakMap<readonly PlateStock[], Partial<Record<1 | 2, Table>>>()

function tableOf(plates: readonly PlateStock[], sides: 1 | 2): Table {
  const known = tables.get(plates) ?? {}
  const table = known[sides] ?? makeTable(plates, sides)
  tables.set(plates, { ...known, [sides]: table })
  return table
}

function makeTable(plates: readonly PlateStock[], sides: 1 | 2): Table {
  const kg = unitTable(plates, 'kg', sides)
  const lb = unitTable(plates, 'lb', sides)
  return { kg, lb, kgSums: sumsOf(kg), lbSums: sumsOf(lb) }
}

function unitTable(plates: readonly PlateStock[], unit: LoadUnit, sides: 1 | 2): UnitTable {
  const own = new Map<number, number>()
  for (const { milli, unit: of, pairs } of plates) {
    if (of !== unit || milli <= 0) continue
    // On one side (a belt, a pin) both plates of a pair go.
    const most = pairs === null ? MOST_PAIRS : Math.min(MOST_PAIRS, pairs * (sides === 1 ? 2 : 1))
    own.set(milli, Math.min(MOST_PAIRS, (own.get(milli) ?? 0) + most))
  }
  const sorted = [...own].filter(([, most]) => most > 0).sort(([a], [b]) => a - b)
  const step = sorted.reduce((divisor, [milli]) => commonDivisor(milli, divisor), 0) || 1
  const whole = sorted.reduce((sum, [milli, most]) => sum + milli * most, 0)
  const cells = Math.min(Math.floor(Math.min(whole, MOST_ON_SIDE[unit]) / step), MOST_CELLS) + 1
  const sizes = sorted.map(([milli, most]) => ({ cells: milli / step, most, weight: { milli, unit } }))
  const fewest: Uint8Array[] = []
  let before = new Uint8Array(cells).fill(UNREACHED)
  before[0] = 0
  for (const size of sizes) {
    before = withSize(before, size.cells, size.most)
    fewest.push(before)
  }
  return { step, sizes, fewest: fewest.length > 0 ? fewest : [before] }
}

/** Up to `most` more plates of a size, in packs of 1, 2, 4 … and the rest: every number of them is some of the packs. */
function withSize(before: Uint8Array, cells: number, most: number): Uint8Array<ArrayBuffer> {
  const fewest = new Uint8Array(before)
  for (let left = most, pack = 1; left > 0; left -= pack, pack *= 2) {
    const count = Math.min(pack, left)
    for (let at = fewest.length - 1, from = at - count * cells; from >= 0; at -= 1, from -= 1) {
      const made = (fewest[from] ?? UNREACHED) + count
      if (made < (fewest[at] ?? UNREACHED)) fewest[at] = made
    }
  }
  return fewest
}

function sumsOf({ fewest }: UnitTable): number[] {
  const all = fewest.at(-1) ?? new Uint8Array(1)
  const sums: number[] = []
  for (let at = 0; at < all.length; at += 1) if (all[at] !== UNREACHED) sums.push(at)
  return sums
}

/** The greatest sum of a side that is no more than `sideG`, and the least that is more: one walk over both units. */
function nearest({ kg, lb, kgSums, lbSums }: Table, sideG: number, slackG: number) {
  let below = 0
  let above: number | null = null
  let j = lbSums.length - 1
  for (const cells of kgSums) {
    const kgG = cells * kg.step
    while (j >= 0 && kgG + poundsG(lb, lbSums[j]) > sideG + slackG) j -= 1
    if (j >= 0) below = Math.max(below, kgG + poundsG(lb, lbSums[j]))
    const more = lbSums[j + 1]
    if (more !== undefined) above = Math.min(above ?? Number.POSITIVE_INFINITY, kgG + poundsG(lb, more))
  }
  return { below, above }
}

const poundsG = ({ step }: UnitTable, cells = 0) => roughG({ milli: cells * step, unit: 'lb' })

type Loading = { side: Weight[]; kept: number }

/** The fewest plates that come to `sideG`, give or take `offG`; of as many the nearest. */
function lightest(table: Table, sideG: number, offG: number, onBar: readonly Weight[]): Weight[] {
  const { kg, lb, kgSums, lbSums } = table
  let least = Number.POSITIVE_INFINITY
  let ways: [kgCells: number, lbCells: number][] = []
  let j = lbSums.length - 1
  for (const cells of kgSums) {
    const kgG = cells * kg.step
    while (j >= 0 && kgG + poundsG(lb, lbSums[j]) > sideG + offG) j -= 1
    for (let at = j; at >= 0 && kgG + poundsG(lb, lbSums[at]) >= sideG - offG; at -= 1) {
      const lbCells = lbSums[at] ?? 0
      // A plate more weighs heavier than any distance within the tolerance.
      const farG = Math.round(Math.abs(kgG + poundsG(lb, lbCells) - sideG))
      const cost = (plateCount(kg, cells) + plateCount(lb, lbCells)) * 1000 + farG
      if (cost > least) continue
      ways = cost < least ? [[cells, lbCells]] : [...ways, [cells, lbCells]]
      least = cost
    }
  }
  const loadings = ways.map(([kgCells, lbCells]) => {
    const [one, other] = [unload(kg, kgCells, onBar), unload(lb, lbCells, onBar)]
    const side = [...one.side, ...other.side].sort((a, b) => roughG(b) - roughG(a))
    return { side, kept: one.kept + other.kept }
  })
  return loadings.sort((a, b) => b.kept - a.kept || heavierFirst(a.side, b.side))[0]?.side ?? []
}

const plateCount = ({ fewest }: UnitTable, cells: number) => fewest.at(-1)?.[cells] ?? 0

function heavierFirst(a: readonly Weight[], b: readonly Weight[]): number {
  const at = a.findIndex((plate, i) => roughG(plate) !== roughG(b[i] ?? { milli: 0, unit: 'kg' }))
  const [one, other] = [a[at], b[at]]
  return one && other ? roughG(other) - roughG(one) : 0
}

/** Of the ways to make a sum with the fewest plates, the one that keeps most of what is on; then the heaviest inside. */
function unload({ sizes, fewest }: UnitTable, cells: number, onBar: readonly Weight[]): Loading {
  const known = new Map<string, Loading>()
  const fewestOf = (k: number, at: number) => (k < 0 ? (at === 0 ? 0 : UNREACHED) : (fewest[k]?.[at] ?? UNREACHED))

  function walk(k: number, at: number): Loading {
    const size = sizes[k]
    if (!size) return { side: [], kept: 0 }
    const key = `${k} ${at}`
    const found = known.get(key)
    if (found) return found
    const on = onBar.filter((plate) => isSame(plate, size.weight)).length
    let best: Loading | undefined
    for (let count = Math.min(size.most, Math.floor(at / size.cells)); count >= 0; count -= 1) {
      const rest = at - count * size.cells
      if (fewestOf(k - 1, rest) + count !== fewestOf(k, at)) continue
      const inner = walk(k - 1, rest)
      const kept = inner.kept + Math.min(count, on)
      if (best && kept <= best.kept) continue
      best = { side: [...Array.from({ length: count }, () => size.weight), ...inner.side], kept }
    }
    const way = best ?? { side: [], kept: 0 }
    known.set(key, way)
    return way
  }
  return walk(sizes.length - 1, cells)
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

const isSame = (a: Weight, b: Weight) => a.milli === b.milli && a.unit === b.unit

function difference(before: readonly Weight[], after: readonly Weight[]): { add: Weight[]; remove: Weight[] } {
  const remove = [...before]
  const add = after.filter((plate) => {
    const at = remove.findIndex((one) => isSame(one, plate))
    if (at >= 0) remove.splice(at, 1)
    return at < 0
  })
  return { add, remove: remove.sort((a, b) => roughG(b) - roughG(a)) }
}
