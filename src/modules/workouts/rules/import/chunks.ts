/** Cuts a plan into entries for the outbox: whole workouts, each entry small enough to be sent in one go. */
import type { WholeWorkout } from '../../model.ts'
import type { ImportPlan } from './plan.ts'
import type { Said } from './problems.ts'

/**
 * UTF-8 bytes of JSON in one entry. Sync takes up to 200 kB; a slow phone checks and stores this much between two frames
 * that nobody misses, and a larger entry would hold up a tap.
 */
const CHUNK_BYTES = 24_000

const utf8 = new TextEncoder()

/** What must still be answered before the plan can be written. */
export function stillOpen({ fileName: name, open, unsure }: ImportPlan): Said | null {
  if (open.length > 0) return { key: 'openQuestions', values: { name } }
  if (unsure.length === 0) return null
  const names = unsure.slice(0, 3).map((one) => `“${one.name}”`)
  return { key: 'openExercises', values: { name, names: names.join(', ') } }
}

/** The workouts, stamped with their batch, oldest first. Refuses a plan that still has something to ask. */
export function* chunks(plan: ImportPlan, batchId: string): Generator<WholeWorkout[]> {
  const open = stillOpen(plan)
  if (open) throw new Error(`not all is answered: ${open.key}`)
  let chunk: WholeWorkout[] = []
  let bytes = 2
  for (const { workout, entries } of plan.workouts) {
    const stamped = { workout: { ...workout, batchId }, entries }
    const size = utf8.encode(JSON.stringify(stamped)).length + 1
    if (chunk.length > 0 && bytes + size > CHUNK_BYTES) {
      yield chunk
      chunk = []
      bytes = 2
    }
    chunk.push(stamped)
    bytes += size
  }
  if (chunk.length > 0) yield chunk
}
