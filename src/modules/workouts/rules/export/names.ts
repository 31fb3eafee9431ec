/** How the other side knows an exercise: `Bench Press (Barbell)`, where that name leads back to it and to no other. */
import type { Exercise } from '../../../exercises/model.ts'
import { createMatcher } from '../../../exercises/rules/match.ts'

type Named = Pick<Exercise, 'id' | 'name' | 'aliases'>
export type ExportName = {
  text: string
  /** False when our own import would ask which exercise it is: two share the name. */
  isSure: boolean
}

/** `all` is what an import would look among; `get` also knows what was deleted. */
export function exportNames(all: readonly Named[], get: (id: string) => Named): (id: string) => ExportName {
  const match = createMatcher(all)
  const known = new Map<string, ExportName>()
  const leadsBack = (text: string, id: string) => {
    const found = match(text)
    return found.how !== 'ask' && found.exerciseId === id
  }
  return (id) => {
    const found = known.get(id)
    if (found) return found
    const { name, aliases } = get(id)
    const [first] = aliases.filter((alias) => /^[^()]+ \([^()]+\)$/.test(alias))
    const text = [...(first ? [first] : []), name, ...aliases].find((each) => leadsBack(each, id))
    const made = { text: text ?? name, isSure: text !== undefined }
    known.set(id, made)
    return made
  }
}
