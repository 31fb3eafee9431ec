/**
 * Which loads a place has for an exercise, and which of them is nearest to a number. Where a place says nothing about an
 * exercise's equipment every load is as good as another, as it is without a place for everything but a barbell.
 */
import type { LoadUnit } from '../../../shared/units.ts'
import type { Exercise } from '../../exercises/model.ts'
import {
  BAR_KINDS,
  type BarKind,
  type Machine,
  type Place,
  type PlateStock,
  type Weight,
} from '../../gyms/model/places.ts'
import { type Amount, addAmounts, amountG, amountOf, NOTHING, weightsOf } from '../../gyms/rules/amount.ts'
import { type Plating, platesFor, ROUNDING_G, STANDARD_BAR, STANDARD_PLATES } from './plates.ts'

type Plates = {
  kind: 'plates'
  on: 'bar' | 'machine' | 'handle'
  /** Bars to choose from, the usual one first. */
  starts: readonly Weight[]
  collars: Weight | null
  sides: 1 | 2
  plates: readonly PlateStock[]
}
type List = { kind: 'list'; of: 'dumbbell' | 'kettlebell' | 'stack' | 'plate'; totals: readonly Amount[] }
export type Source = Plates | List
/** Null: nothing is known. `none`: the place has its equipment listed, and nothing of this kind. */
export type Loading = { sources: readonly Source[] } | 'none' | null

/** What is done with one loading: no column of the catalogue says which machines take plates, so their usual names do. */
const TAKES_PLATES =
  /^(iso-lateral|plate-loaded|hack|reverse-hack|pendulum|belt)-|^(single-leg-press|leg-press|leg-press-calf-press|chest-supported-t-bar-row|hip-thrust-machine|seated-calf-raise)$/

type Loaded = Pick<Exercise, 'id' | 'equipment' | 'implements'>

const known = new WeakMap<Place, Map<string, Loading>>()

/** Made once for a place and an exercise: a tap asks several times. */
export function loadingAt(place: Place | null, exercise: Loaded, unit: LoadUnit): Loading {
  if (!place) return exercise.equipment === 'barbell' ? STANDARD[unit] : null
  const all = known.get(place) ?? new Map<string, Loading>()
  known.set(place, all)
  const key = `${exercise.equipment} ${exercise.implements} ${exercise.id}`
  const found = all.get(key)
  if (found !== undefined) return found
  const made = makeLoading(place, exercise)
  all.set(key, made)
  return made
}

const standard = (unit: LoadUnit): Loading => ({
  sources: [
    {
      kind: 'plates',
      on: 'bar',
      starts: [STANDARD_BAR[unit]],
      collars: null,
      sides: 2,
      plates: STANDARD_PLATES[unit],
    },
  ],
})
const STANDARD: Record<LoadUnit, Loading> = { kg: standard('kg'), lb: standard('lb') }

function makeLoading(place: Place, exercise: Loaded): Loading {
  const { equipment } = exercise
  const { collars, plates } = place
  const own = place.machines.find(({ what }) => what === exercise.id)
  if (own) return machineLoading(place, own)
  if (isBarKind(equipment)) {
    const starts = place.bars.filter(({ kind }) => kind === equipment)
    if (starts.length > 0) return { sources: [{ kind: 'plates', on: 'bar', starts, collars, sides: 2, plates }] }
    // Every Smith machine weighs something else: one that nobody described may well be there.
    return equipment === 'smith_machine' ? null : 'none'
  }
  switch (equipment) {
    case 'dumbbell': {
      const sources = [...listOf('dumbbell', weightsOf(place.dumbbells)), ...handleSources(place, exercise.implements)]
      return sources.length > 0 ? { sources } : 'none'
    }
    case 'kettlebell':
      return place.kettlebells.length > 0 ? { sources: listOf('kettlebell', weightsOf(place.kettlebells)) } : 'none'
    case 'plate':
      return plates.length > 0 ? { sources: listOf('plate', plates) } : 'none'
    case 'machine':
    case 'cable': {
      const usual = place.machines.find(({ what }) => what === equipment)
      return usual && !TAKES_PLATES.test(exercise.id) ? machineLoading(place, usual) : null
    }
    default:
      return null
  }
}

const isBarKind = (equipment: string): equipment is BarKind => (BAR_KINDS as readonly string[]).includes(equipment)

function machineLoading({ plates }: Place, { start, sides, stack, addOns }: Machine): Loading {
  if (start) return { sources: [{ kind: 'plates', on: 'machine', starts: [start], collars: null, sides, plates }] }
  const pins = weightsOf(stack).map(amountOf)
  let totals = pins
  for (const addOn of addOns) totals = totals.concat(totals.map((total) => addAmounts(total, amountOf(addOn))))
  return totals.length > 0 ? { sources: [{ kind: 'list', of: 'stack', totals: inOrder(totals) }] } : null
}

function listOf(of: List['of'], weights: readonly Weight[]): List[] {
  return weights.length > 0 ? [{ kind: 'list', of, totals: inOrder(weights.map(amountOf)) }] : []
}

/** Two dumbbells share the plates: of four pairs each takes two. */
function handleSources({ handles, plates }: Place, pieces: 1 | 2): Plates[] {
  if (handles.length === 0) return []
  const shared = plates.map((plate) => ({
    ...plate,
    pairs: plate.pairs === null ? null : Math.floor(plate.pairs / pieces),
  }))
  return [{ kind: 'plates', on: 'handle', starts: handles, collars: null, sides: 2, plates: shared }]
}

const inOrder = (totals: readonly Amount[]) => [...totals].sort((a, b) => amountG(a) - amountG(b))

export type Found = {
  isExact: boolean
  /** The target itself where it can be loaded, else the nearest below and above; null where there is none. */
  below: Amount | null
  above: Amount | null
  /** How to load it: plates, or something that is taken as it is. */
  by: { source: Plates; start: Amount; plating: Plating } | { source: List } | null
}

/** What comes nearest to a load. `onBar`: the plates of one side as they are on now. */
export function findLoad(sources: readonly Source[], targetG: number, onBar: readonly Weight[] = []): Found {
  const found = sources.map((source) =>
    source.kind === 'list' ? findInList(source, targetG) : findByPlates(source, targetG, onBar),
  )
  const exact = found.find(({ isExact }) => isExact)
  if (exact) return exact
  const below = best(
    found.map((one) => one.below),
    (a, b) => a > b,
  )
  const above = best(
    found.map((one) => one.above),
    (a, b) => a < b,
  )
  const nearest = found.find((one) => one.below === below) ?? found[0]
  return { isExact: false, below, above, by: nearest?.by ?? null }
}

function best(amounts: readonly (Amount | null)[], isBetter: (a: number, b: number) => boolean): Amount | null {
  return amounts.reduce<Amount | null>(
    (kept, amount) => (amount && (!kept || isBetter(amountG(amount), amountG(kept))) ? amount : kept),
    null,
  )
}

function findInList(source: List, targetG: number): Found {
  const below = source.totals.findLast((total) => amountG(total) <= targetG + ROUNDING_G) ?? null
  const above = source.totals.find((total) => amountG(total) > targetG + ROUNDING_G) ?? null
  const isExact = below !== null && Math.abs(amountG(below) - targetG) <= ROUNDING_G
  return { isExact, below, above, by: { source } }
}

function findByPlates(source: Plates, targetG: number, onBar: readonly Weight[]): Found {
  const { sides, plates } = source
  const start = startFor(source, targetG)
  const plating = platesFor({ targetG, start, sides, plates, onBar })
  const by = { source, start, plating }
  if (plating.state === 'below_start') return { isExact: false, below: null, above: start, by }
  return { isExact: plating.state === 'exact', below: plating.total, above: plating.above, by }
}

/** The usual bar; for less than it weighs the heaviest that is light enough, or the lightest there is. */
function startFor({ starts, collars }: Plates, targetG: number): Amount {
  const all = starts.map((start) => addAmounts(amountOf(start), collars ? amountOf(collars) : NOTHING))
  const isLight = (start: Amount) => amountG(start) <= targetG + ROUNDING_G
  const [usual = NOTHING] = all
  if (isLight(usual)) return usual
  const lighter = inOrder(all)
  return lighter.findLast(isLight) ?? lighter[0] ?? usual
}

/** Plates that are lighter are there for the last grams, and no step: 2.5 lb is one, half a kilogram is not. */
const STEP_PLATE_G = 1100

/** The next load up or down from here, by plates that are steps in the unit that is typed; null where there is none. */
export function stepLoad(sources: readonly Source[], fromG: number, direction: 1 | -1, unit: LoadUnit): Amount | null {
  const steps = sources.map((source) => (source.kind === 'list' ? source : withStepPlates(source, unit)))
  if (direction === 1) return findLoad(steps, fromG).above
  // More than the tolerance below: the load itself would be found again.
  const aim = fromG - 2 * ROUNDING_G - 1
  return aim < 0 ? null : findLoad(steps, aim).below
}

const steppers = new WeakMap<readonly PlateStock[], Partial<Record<LoadUnit, readonly PlateStock[]>>>()

function withStepPlates(source: Plates, unit: LoadUnit): Plates {
  const known = steppers.get(source.plates) ?? {}
  const plates = known[unit] ?? stepPlates(source.plates, unit)
  steppers.set(source.plates, { ...known, [unit]: plates })
  return { ...source, plates }
}

function stepPlates(plates: readonly PlateStock[], unit: LoadUnit): readonly PlateStock[] {
  const ofUnit = plates.filter((plate) => plate.unit === unit)
  const own = ofUnit.length > 0 ? ofUnit : plates
  const heavy = own.filter((plate) => amountG(amountOf(plate)) >= STEP_PLATE_G)
  return heavy.length > 0 ? heavy : own
}
