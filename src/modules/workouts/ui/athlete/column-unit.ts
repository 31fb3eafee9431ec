/** The unit that a column of sets can say once, above them. */
import type { LoadUnit, SetFigures } from '../../model.ts'

/** `own` where no set has a load; null where sets were typed in both units: then each row says its own. */
export function columnUnit(sets: readonly Pick<SetFigures, 'loadG' | 'enteredUnit'>[], own: LoadUnit): LoadUnit | null {
  const units = new Set(sets.flatMap(({ loadG, enteredUnit }) => (loadG === null ? [] : [enteredUnit ?? own])))
  const [only = own] = units
  return units.size > 1 ? null : only
}
