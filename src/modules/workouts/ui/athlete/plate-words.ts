/** What the pad and the exercise's line say about plates, and where its steps lead. Pure. */
import { formatLoad, type LoadUnit, loadNumber } from '../../../../shared/units.ts'
import type { Exercise } from '../../../exercises/model.ts'
import type { Place, Weight } from '../../../gyms/model/places.ts'
import { type Amount, amountG, milliText, unitOfAmount, weightText } from '../../../gyms/rules/amount.ts'
import type { LoggedSet, SetFigures } from '../../model.ts'
import { type Found, findLoad, type Loading, loadingAt, stepLoad } from '../../rules/loading.ts'
import { roundedAt } from '../../rules/round-at-place.ts'

/** What there is for a set of this exercise; null also where its load is none that is put on anything. */
export function loadingOf(
  place: Place | null,
  exercise: Exercise,
  { loadMode }: Pick<SetFigures, 'loadMode'>,
  unit: LoadUnit,
): Loading {
  return loadMode === 'external' || loadMode === 'assisted' ? loadingAt(place, exercise, unit) : null
}

/** How to load a number, and what was on before it: the plates of the last set that was done on the same bar. */
export function loadWords(
  loading: Loading,
  loadG: number,
  before: Pick<LoggedSet, 'loadG'> | undefined,
): { found: Found; hasBefore: boolean } | null {
  if (!loading || loading === 'none') return null
  const last = before && before.loadG !== null ? findLoad(loading.sources, before.loadG) : null
  const first = findLoad(loading.sources, loadG)
  if (!last || !isSameStart(first, last)) return { found: first, hasBefore: false }
  return { found: findLoad(loading.sources, loadG, sideOf(last)), hasBefore: true }
}

function isSameStart({ by: one }: Found, { by: other }: Found): boolean {
  if (!one || !other || !('plating' in one) || !('plating' in other)) return false
  return one.source === other.source && amountG(one.start) === amountG(other.start)
}

/** The plates of one side; none where it is no bar, or nothing but the bar. */
export function sideOf({ by }: Found): readonly Weight[] {
  return by && 'plating' in by && by.plating.state !== 'below_start' ? by.plating.side : []
}

/** "20", and "45 lb" among kilograms. */
export function plateText(plate: Weight, typed: LoadUnit, locale: string): string {
  return plate.unit === typed ? milliText(plate.milli, locale) : weightText(plate, locale)
}

/** "62.5", "135 lb" among kilograms; a mixture of both in the unit that is typed. */
export function amountText(amount: Amount, typed: LoadUnit, locale: string): string {
  const unit = unitOfAmount(amount, typed)
  return unit ? plateText({ milli: amount[unit], unit }, typed, locale) : loadNumber(amountG(amount), typed, locale)
}

/** "20 kg": a bar with its unit, always. */
export function barText(amount: Amount, typed: LoadUnit, locale: string): string {
  const unit = unitOfAmount(amount, typed)
  return unit ? weightText({ milli: amount[unit], unit }, locale) : formatLoad(amountG(amount), typed, locale)
}

/** "25 + 25 + 1.25"; from three equal plates on "3 × 25 + 1.25". */
export function platesText(side: readonly Weight[], typed: LoadUnit, locale: string): string {
  return [...Map.groupBy(side, (plate) => plateText(plate, typed, locale))]
    .flatMap(([plate, same]) => (same.length < 3 ? same.map(() => plate) : `${same.length} × ${plate}`))
    .join(' + ')
}

/** So many plates are moved between two sets; more than that is a new bar, or a slip of the thumb (800 for 80). */
const MOST_MOVED = 6

export function isFewMoved({ add, remove }: { add: readonly unknown[]; remove: readonly unknown[] }): boolean {
  return add.length + remove.length <= MOST_MOVED
}

/** Bar and plates of a load, for the exercise's line; null where it is none, or can't be loaded as it stands. */
export function barLine(
  place: Place | null,
  exercise: Exercise,
  figures: Pick<SetFigures, 'loadG' | 'loadMode'>,
  unit: LoadUnit,
  locale: string,
): { bar: string; plates: string } | null {
  if (figures.loadG === null) return null
  const loading = loadingOf(place, exercise, figures, unit)
  if (!loading || loading === 'none') return null
  const found = findLoad(loading.sources, figures.loadG)
  const { by } = found
  if (!found.isExact || !by || !('plating' in by) || by.source.on !== 'bar') return null
  return { bar: barText(by.start, unit, locale), plates: platesText(sideOf(found), unit, locale) }
}

export type Step = { text: string; unit: LoadUnit }

/**
 * The next load up or down that the place has, as the pad holds it. Undefined where the place has nothing to say and the
 * usual step is taken; null at the end of what there is.
 */
export function nextLoad(
  place: Place | null,
  exercise: Exercise,
  figures: SetFigures,
  direction: 1 | -1,
  unit: LoadUnit,
): Step | null | undefined {
  const loading = place && loadingOf(place, exercise, figures, unit)
  if (!loading || loading === 'none') return undefined
  const amount = stepLoad(loading.sources, figures.loadG ?? 0, direction, unit)
  if (!amount) return null
  const stamped = unitOfAmount(amount, unit) ?? unit
  return { text: amountText(amount, stamped, 'en'), unit: stamped }
}

/** What is proposed for a set, in loads that the place has. */
export function atPlace<F extends SetFigures>(
  place: Place,
  exercise: Exercise,
  figures: F,
  habits: { loadUnit: LoadUnit; decimalSign: string },
): F {
  const rounded = roundedAt({ place, unit: habits.loadUnit, decimalSign: habits.decimalSign }, exercise, figures)
  return rounded ? { ...figures, ...rounded } : figures
}
