/** Rebuilding what changed: called by the worker for one athlete at a time. */
import { rebuildDirtyDays } from './service/rebuild.ts'

/** Rebuilds all that waits for this athlete, in batches; true when anything changed. */
export async function rebuildAthlete(athleteId: string): Promise<boolean> {
  let changed = false
  while (await rebuildDirtyDays(athleteId)) changed = true
  return changed
}
