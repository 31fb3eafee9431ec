/** The shipped exercises without their instructions: what every screen, matcher and search needs at once. */
import type { Exercise } from '../model.ts'
import facts from './facts.json' with { type: 'json' }

export const CATALOGUE: readonly Exercise[] = facts as Exercise[]

const byId = new Map(CATALOGUE.map((exercise) => [exercise.id, exercise]))

export function catalogueExercise(id: string): Exercise | undefined {
  return byId.get(id)
}
