/** Files of watches. Promise: nobody but the athlete is ever told where one is; it stays while a session names it. */
import { withActor } from '../../../server/db.ts'
import type { Actor } from '../../../shared/actor.ts'
import * as queries from '../queries/cardio.ts'

/**
 * Those among the ids that sessions of the athlete name: for what serves the athlete themselves. `orDeleted`: those of
 * deleted ones too, as long as that can be undone.
 */
export function trackFilesAmong(
  actor: Actor,
  args: { athleteId: string; ids: readonly string[]; orDeleted: boolean },
): Promise<string[]> {
  return withActor(actor, [args.athleteId], (tx) => queries.findFileIds(tx, args))
}
