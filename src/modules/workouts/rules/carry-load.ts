/**
 * Whoever lifts more today than last time means the sets to come as well: those that stood on the same load last time
 * and were not touched since take the new load as their proposal. Nothing that was typed is ever changed.
 */
import type { LoggedSet } from '../model.ts'

type Loaded = Pick<LoggedSet, 'id' | 'kind' | 'doneAt' | 'loadMode' | 'loadG'>

/** The ids of the sets below `index` that take `loadG`. `beside` holds last time's set beside each. */
export function setsToCarry(
  sets: readonly Loaded[],
  beside: readonly (Pick<LoggedSet, 'loadMode' | 'loadG'> | null)[],
  index: number,
  loadG: number | null,
): string[] {
  const checked = sets[index]
  const before = beside[index]
  if (!checked || !before || before.loadG === null || loadG === null || loadG === before.loadG) return []
  return sets.flatMap((set, i) => {
    const last = beside[i]
    const isUntouched = set.doneAt === null && set.loadG !== null && set.loadG === last?.loadG
    const isAlike = set.kind === checked.kind && set.loadMode === checked.loadMode && last?.loadMode === set.loadMode
    return i > index && isUntouched && isAlike && last?.loadG === before.loadG ? [set.id] : []
  })
}
