/** What the feed tells of a post: enough to know what was done, nothing that its maker did not choose to tell. */
import type { SharedDocument } from '../../workouts/model/shares.ts'
import type { Glance } from '../model.ts'

const MOST_LINES = 5

/** Sets to warm up are not counted; what has nothing else is counted with them. */
export function glanceOf({ title, notes, localDay, activeMs, cardio, exercises, own }: SharedDocument): Glance {
  const named = new Map(own.map(({ id, name }) => [id, name]))
  const lines = exercises.slice(0, MOST_LINES).map(({ exerciseId, sets }) => {
    const work = sets.filter(({ kind }) => kind !== 'warmup').length
    return { exerciseId, name: named.get(exerciseId) ?? null, sets: work || sets.length }
  })
  return {
    ...{ title, notes, localDay, activeMs, lines },
    distanceM: exercises.flatMap(({ sets }) => sets).reduce((sum, set) => sum + (set.distanceM ?? 0), 0),
    more: exercises.length - lines.length,
    ...(cardio && { cardio }),
  }
}
