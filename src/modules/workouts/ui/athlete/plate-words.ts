/** What the pad and the exercise's line say about plates. Pure. */
import { loadNumber } from '../../../../shared/units.ts'
import type { Exercise } from '../../../exercises/model.ts'
import type { LoadUnit, SetFigures } from '../../model.ts'
import { BAR_G, PLATES, type Plating, platesFor } from '../../rules/plates.ts'

/** Bars that are loaded with plates on both sides and weigh what a straight bar does. */
export function isPlateLoaded({ equipment }: Pick<Exercise, 'equipment'>): boolean {
  return equipment === 'barbell'
}

export function platingOf(loadG: number, unit: LoadUnit, onBar: readonly number[] = []): Plating {
  return platesFor({ targetG: loadG, barG: BAR_G[unit], plates: PLATES[unit], onBar })
}

/** The plates on the bar after the last set that was done; none before the first. */
export function plateSideOf(set: Pick<SetFigures, 'loadG'> | undefined, unit: LoadUnit): readonly number[] {
  if (!set || set.loadG === null) return []
  const plating = platingOf(set.loadG, unit)
  return plating.state === 'below_bar' ? [] : plating.side
}

/** "25 + 25 + 1.25"; from three equal plates on "3 × 25 + 1.25". */
export function platesText(side: readonly number[], unit: LoadUnit, locale: string): string {
  return [...Map.groupBy(side, (plateG) => plateG)]
    .flatMap(([plateG, same]) => {
      const plate = loadNumber(plateG, unit, locale)
      return same.length < 3 ? same.map(() => plate) : `${same.length} × ${plate}`
    })
    .join(' + ')
}

/** So many plates are moved between two sets; more than that is a new bar, or a slip of the thumb (800 for 80). */
const MOST_MOVED = 6

export function isFewMoved({ add, remove }: { add: readonly number[]; remove: readonly number[] }): boolean {
  return add.length + remove.length <= MOST_MOVED
}

export type PlateLook = { height: number; colour: string }

/** Colours as on competition plates in kg; pounds borrow them by size. */
export function plateLook(plateG: number): PlateLook {
  if (plateG >= 24_000) return { height: 46, colour: 'var(--plate-red)' }
  if (plateG >= 19_000) return { height: 43, colour: 'var(--plate-blue)' }
  if (plateG >= 14_000) return { height: 36, colour: 'var(--plate-yellow)' }
  if (plateG >= 9_000) return { height: 32, colour: 'var(--plate-green)' }
  if (plateG >= 4_000) return { height: 28, colour: 'var(--plate-light)' }
  if (plateG >= 2_000) return { height: 24, colour: 'var(--plate-light)' }
  return { height: 20, colour: 'var(--plate-dark)' }
}
