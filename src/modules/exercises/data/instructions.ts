/** How the shipped exercises are done: a chunk of its own, loaded when the first page that shows it opens. */
import type { Instructions } from '../model.ts'

type Columns = Record<keyof Instructions, string[]>

let loading: Promise<{ at: ReadonlyMap<string, number>; columns: Columns }> | null = null

export async function instructionsOf(exerciseId: string): Promise<Instructions | null> {
  loading ??= Promise.all([import('./instructions.json', { with: { type: 'json' } }), import('./catalogue.ts')]).then(
    ([file, { CATALOGUE }]) => ({ at: new Map(CATALOGUE.map(({ id }, i) => [id, i])), columns: file.default }),
    (error) => {
      // A failed load is tried again by the next page, not remembered.
      loading = null
      throw error
    },
  )
  const { at, columns } = await loading
  const i = at.get(exerciseId)
  if (i === undefined) return null
  const { setup, movement, fault } = columns
  return { setup: setup[i] ?? '', movement: movement[i] ?? '', fault: fault[i] ?? '' }
}
