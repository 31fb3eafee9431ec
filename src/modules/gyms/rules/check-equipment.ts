/** What no place can hold, on the phone and in a gym's portal alike. Throws a sentence that says which row to correct. */
import { appError } from '../../../shared/errors.ts'
import type { Equipment, Run } from '../model/places.ts'

/** Of one row: more weights than any rack holds, and few enough to go through at every tap. */
const MOST_STEPS = 200

/** Ends, and steps on the way. */
export function isRun({ from, to, step }: Run): boolean {
  return from === to || (from < to && step > 0 && (to - from) / step <= MOST_STEPS)
}

function requireRuns(runs: readonly Run[], field: string): void {
  const bad = runs.find((run) => !isRun(run))
  if (!bad) return
  const { from, to, step, unit } = bad
  throw appError(
    'bad_input',
    `“${from / 1000} to ${to / 1000} ${unit} by ${step / 1000}” is no row of weights. Give a first, a last, and a step between them.`,
    { field },
  )
}

export function requireEquipment({ dumbbells, kettlebells, machines }: Partial<Equipment>): void {
  requireRuns(dumbbells ?? [], 'dumbbells')
  requireRuns(kettlebells ?? [], 'kettlebells')
  for (const { stack } of machines ?? []) requireRuns(stack, 'machines')
}

/** A place without a name can't be told from another. */
export function requirePlaceName(name: string | undefined): void {
  if (name !== undefined && name.trim() === '') {
    throw appError('bad_input', 'The place has no name. Give it one, then save it again.', { field: 'name' })
  }
}
