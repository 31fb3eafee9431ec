/**
 * Loads as a place has them: the nearest there is, and of two as near the lighter. Only what is still to be done is ever
 * rounded; what was lifted was lifted.
 */
import { parseLoad } from '../../../shared/entered-number.ts'
import { type LoadUnit, loadNumber } from '../../../shared/units.ts'
import type { Exercise } from '../../exercises/model.ts'
import type { Place } from '../../gyms/model/places.ts'
import { type Amount, amountG, unitOfAmount } from '../../gyms/rules/amount.ts'
import type { LoggedSet, SetFigures } from '../model.ts'
import { findLoad, loadingAt, type Source } from './loading.ts'

export type LoadFigures = Pick<SetFigures, 'loadG' | 'enteredLoad' | 'enteredUnit'>

/** An amount as if it had been typed: in the unit that is stamped on it, and a mixture in `unit`. */
export function typedLoad(amount: Amount, unit: LoadUnit, decimalSign: string): LoadFigures & { loadG: number } {
  const stamped = unitOfAmount(amount, unit)
  const inUnit = stamped ?? unit
  const number = stamped ? String(amount[stamped] / 1000) : loadNumber(amountG(amount), unit, 'en')
  const typed = parseLoad(number, inUnit)
  return {
    loadG: typed.ok ? typed.grams : amountG(amount),
    enteredLoad: number.replace('.', decimalSign),
    enteredUnit: inUnit,
  }
}

/** The nearest load that can be made; null where nothing can. */
export function nearestLoad(sources: readonly Source[], targetG: number): Amount | null {
  const { isExact, below, above } = findLoad(sources, targetG)
  if (isExact || !below || !above) return below ?? above
  return targetG - amountG(below) <= amountG(above) - targetG ? below : above
}

type Rounding = { place: Place; unit: LoadUnit; decimalSign: string }
type ForExercise = Pick<Exercise, 'id' | 'equipment' | 'implements'>

/** The load that these figures become at a place; null when they stay as they are. */
export function roundedAt(
  { place, unit, decimalSign }: Rounding,
  exercise: ForExercise,
  { loadMode, loadG, enteredUnit }: Pick<SetFigures, 'loadMode' | keyof LoadFigures>,
): (LoadFigures & { loadG: number }) | null {
  if (loadG === null || (loadMode !== 'external' && loadMode !== 'assisted')) return null
  const loading = loadingAt(place, exercise, enteredUnit ?? unit)
  if (!loading || loading === 'none' || findLoad(loading.sources, loadG).isExact) return null
  const amount = nearestLoad(loading.sources, loadG)
  return amount && typedLoad(amount, enteredUnit ?? unit, decimalSign)
}

export type RoundedSet = { setId: string; entryId: string; from: LoadFigures; to: LoadFigures & { loadG: number } }

type Shown = { set: Pick<LoggedSet, 'id' | 'entryId' | 'doneAt'>; figures: SetFigures }

/** What changes when the rest of a workout is done at another place: each set with its load before and after. */
export function roundWorkout(
  rounding: Rounding,
  blocks: readonly { exercise: ForExercise; sets: readonly Shown[] }[],
): RoundedSet[] {
  return blocks.flatMap(({ exercise, sets }) =>
    sets.flatMap(({ set, figures }) => {
      const to = set.doneAt === null ? roundedAt(rounding, exercise, figures) : null
      const { loadG, enteredLoad, enteredUnit } = figures
      return to ? [{ setId: set.id, entryId: set.entryId, from: { loadG, enteredLoad, enteredUnit }, to }] : []
    }),
  )
}
