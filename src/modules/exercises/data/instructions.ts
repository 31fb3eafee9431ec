/** How the shipped exercises are done: a chunk of its own, loaded when the first page that shows it opens. */
import type { Instructions } from '../model.ts'

let loading: Promise<Record<string, Instructions>> | null = null

export async function instructionsOf(exerciseId: string): Promise<Instructions | null> {
  loading ??= import('./instructions.json', { with: { type: 'json' } }).then(
    (file) => file.default as Record<string, Instructions>,
    (error) => {
      // A failed load is tried again by the next page, not remembered.
      loading = null
      throw error
    },
  )
  return (await loading)[exerciseId] ?? null
}
