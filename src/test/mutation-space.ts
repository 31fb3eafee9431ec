/** An empty space on the sync engine's own view: what mutations read and write is checked as on both real ends. */
import { exercises } from '../modules/exercises/model.ts'
import { places } from '../modules/gyms/model/places.ts'
import { assignments, decisions, overrides, plannedSessions } from '../modules/programs/model.ts'
import { profiles } from '../modules/users/model.ts'
import { sharedLinks } from '../modules/workouts/model/shares.ts'
import { importBatches, loggedSets, workoutExercises, workouts } from '../modules/workouts/model.ts'
import { derivedId } from '../shared/id.ts'
import { inputSentence } from '../shared/input-error.ts'
import { isWhole, type SyncedRow } from '../sync/merge.ts'
import type { Collection, Mutation, MutationContext } from '../sync/mutation.ts'
import { createView } from '../sync/view.ts'

export const ATHLETE = '01920000-0000-7000-8000-000000000001'
const COLLECTIONS = new Map<string, Collection>(
  [
    workouts,
    workoutExercises,
    loggedSets,
    importBatches,
    exercises,
    profiles,
    places,
    assignments,
    overrides,
    plannedSessions,
    decisions,
    sharedLinks,
  ].map((one) => [one.name, one as unknown as Collection]),
)

export function mutationSpace() {
  const view = createView(COLLECTIONS)
  let seq = 0
  return {
    do<A>(mutation: Mutation<A>, args: A, at = 1000 + seq) {
      seq += 1
      const mid = derivedId('01920000-0000-7000-8000-0000000000aa', seq)
      const ctx: MutationContext = { actor: ATHLETE, space: ATHLETE, at, mid, id: (n) => derivedId(mid, n) }
      const checked = mutation.args.safeParse(JSON.parse(JSON.stringify(args)))
      if (!checked.success) throw new Error(inputSentence(checked.error.issues, args))
      const reads = mutation.reads(checked.data, ctx)
      for (let needs = view.needs(reads); needs.length > 0; needs = view.needs(reads)) view.lay(needs, [])
      const draft = view.begin(reads, [at, 'phone', seq])
      mutation.run(draft.tx, checked.data, ctx)
      draft.keep()
    },
    row<R>(collection: Collection<R & { id: string }>, id: string): (R & { deleted: boolean }) | undefined {
      const found: SyncedRow | undefined = view
        .changes()
        .find(({ entity, row }) => entity === collection.name && row.id === id)?.row
      return found && isWhole(found)
        ? ({ ...found.data, deleted: found.deleted } as R & { deleted: boolean })
        : undefined
    },
  }
}
