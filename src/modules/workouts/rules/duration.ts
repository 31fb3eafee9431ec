/** Time trained: from start to end, with long idle gaps cut down, so that a forgotten workout isn't a five-hour one. */

/** A longer gap between two sets counts as this much. */
export const MAX_IDLE_MS = 60 * 60_000

/** `doneAts` in any order; what lies outside start and end is ignored. */
export function activeMs(startedAt: number, endedAt: number, doneAts: readonly number[]): number {
  const inside = doneAts.filter((at) => at > startedAt && at < endedAt).sort((a, b) => a - b)
  let sum = 0
  let last = startedAt
  for (const at of [...inside, Math.max(startedAt, endedAt)]) {
    sum += Math.min(at - last, MAX_IDLE_MS)
    last = at
  }
  return sum
}

/** When something was last done in a workout. */
export function lastActivityAt(startedAt: number, doneAts: readonly number[]): number {
  return doneAts.reduce((last, at) => Math.max(last, at), startedAt)
}

/** False when nothing was done for an hour: then ask, and offer the last set's time as the end. */
export function isStillTraining(startedAt: number, doneAts: readonly number[], now: number): boolean {
  return now - lastActivityAt(startedAt, doneAts) <= MAX_IDLE_MS
}
