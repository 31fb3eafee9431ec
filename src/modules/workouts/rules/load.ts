/**
 * What a set's load means. The load is entered per implement and never negative; the mode says whether it adds to the
 * body or takes from it.
 */
import type { Exercise } from '../../exercises/model.ts'
import type { LoggedSet } from '../model.ts'

/** What figures need to know of an exercise. */
export type ExerciseFacts = Pick<Exercise, 'measure' | 'bodyweightFraction' | 'laterality' | 'implements' | 'muscles'>

/** Stands in for an exercise that this device hasn't got yet, so that its sets still count as what they say. */
export const UNKNOWN_EXERCISE: ExerciseFacts = {
  measure: 'load_reps',
  bodyweightFraction: null,
  laterality: 'bilateral',
  implements: 1,
  muscles: {},
}

type Loaded = Pick<LoggedSet, 'loadMode' | 'loadG'>

/** The share of bodyweight that is lifted, in integer grams; null when the bodyweight is unknown. */
function bodyPartG(bodyweightG: number | null, facts: ExerciseFacts): number | null {
  if (bodyweightG === null) return null
  const hundredths = Math.round((facts.bodyweightFraction ?? 1) * 100)
  return Math.round((bodyweightG * hundredths) / 100)
}

/**
 * The load that one repetition is against, in grams: per implement when external (a pair of 20 kg dumbbells is 20 kg, as
 * it is spoken of), else bodyweight × fraction + added − assistance. Null when it can't be told.
 */
export function effectiveLoadG(set: Loaded, bodyweightG: number | null, facts: ExerciseFacts): number | null {
  if (set.loadMode === 'external') return set.loadG
  return movedLoadG(set, bodyweightG, facts)
}

/** All that moves in one repetition, in grams: both dumbbells. For tonnage. */
export function movedLoadG(set: Loaded, bodyweightG: number | null, facts: ExerciseFacts): number | null {
  const body = bodyPartG(bodyweightG, facts)
  switch (set.loadMode) {
    case 'external':
      return set.loadG === null ? null : set.loadG * facts.implements
    case 'bodyweight':
      return body
    case 'bodyweight_plus':
      return body === null ? null : body + (set.loadG ?? 0) * facts.implements
    case 'assisted':
      return body === null || set.loadG === null ? null : Math.max(0, body - set.loadG)
    case 'band':
    case 'none':
      return null
  }
}
