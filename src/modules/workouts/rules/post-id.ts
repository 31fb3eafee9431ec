/** The id of a workout's post in the feed. */
import { idFromFacts } from '../../../shared/id-from-facts.ts'

/**
 * The same on every phone that knows the same of the workout, so that posted twice, on two phones without a signal, it
 * stands once. Anew after each that was taken back: what a post shows never changes. `taken`: the ids of all links, and of
 * those that were deleted, for a row that is put again stays deleted.
 */
export function postIdOf(workoutId: string, taken: ReadonlySet<string>): string {
  for (let nth = 0; ; nth += 1) {
    const id = idFromFacts('post', workoutId, nth)
    if (!taken.has(id)) return id
  }
}
