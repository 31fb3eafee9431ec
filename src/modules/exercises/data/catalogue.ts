/** The shipped exercises without their instructions: what every screen, matcher and search needs at once. */
import type { Exercise, MuscleWeights } from '../model.ts'
import { idOfName } from '../rules/id-of-name.ts'
import facts from './facts.json' with { type: 'json' }

/** By id. */
export const CATALOGUE: readonly Exercise[] = exercisesIn(facts)

/** Reads the columns that `scripts/build-catalogue.mjs` writes. */
function exercisesIn({ name, id, aliases, muscles, ...plain }: typeof facts): Exercise[] {
  const names = name.split('\n')
  const others = aliases.split('\n')
  const shares = muscles.split('\n')
  const rows = names.map((one, i) => ({
    id: id[i] || idOfName(one),
    name: one,
    aliases: partsOf(others[i]),
    ...Object.fromEntries(Object.entries(plain).map(([key, column]) => [key, column[i]])),
    muscles: weightsIn(shares[i]),
  }))
  return (rows as Exercise[]).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function partsOf(line: string | undefined): string[] {
  return line ? line.split('|') : []
}

function weightsIn(line: string | undefined): MuscleWeights {
  return Object.fromEntries(
    partsOf(line).map((part) => {
      const [muscle = '', share] = part.split(' ')
      return [muscle, Number(share)]
    }),
  )
}

const byId = new Map(CATALOGUE.map((exercise) => [exercise.id, exercise]))

export function catalogueExercise(id: string): Exercise | undefined {
  return byId.get(id)
}
