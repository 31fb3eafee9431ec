/** Time trained: from start to end, without pauses, with long idle gaps cut down, so that a forgotten workout isn't a five-hour one. */
import type { Workout } from '../model.ts'

/** A longer gap between two sets counts as this much. */
export const MAX_IDLE_MS = 60 * 60_000

type Pauses = Workout['pauses']

/** `doneAts` in any order; what lies outside start and end is ignored. */
export function activeMs(startedAt: number, endedAt: number, doneAts: readonly number[], pauses?: Pauses): number {
  const inside = doneAts.filter((at) => at > startedAt && at < endedAt).sort((a, b) => a - b)
  let sum = 0
  let last = startedAt
  for (const at of [...inside, Math.max(startedAt, endedAt)]) {
    sum += Math.min(runMs(last, at, pauses), MAX_IDLE_MS)
    last = at
  }
  return sum
}

/** What the clock counts from one instant to another. Two devices may have stopped it at once: no time is taken off twice. */
export function runMs(from: number, to: number, pauses: Pauses): number {
  let at = from
  let ms = to - from
  for (let i = 0; i < (pauses?.length ?? 0); i += 2) {
    const [stop = 0, on = to] = pauses?.slice(i, i + 2) ?? []
    const start = Math.max(at, stop)
    const end = Math.min(on, to)
    if (end <= start) continue
    ms -= end - start
    at = end
  }
  return Math.max(0, ms)
}

/** `tick` is up to a second old: a clock that was stopped since stands where it was stopped. */
export function clockNow({ pauses }: Pick<Workout, 'pauses'>, tick: number): number {
  return Math.max(tick, pauses?.at(-1) ?? 0)
}

/** Its clock stands still. */
export function isPaused({ state, pauses }: Pick<Workout, 'state' | 'pauses'>): boolean {
  return state === 'open' && (pauses?.length ?? 0) % 2 === 1
}

/** When something was last done in a workout. */
export function lastActivityAt(startedAt: number, doneAts: readonly number[]): number {
  return doneAts.reduce((last, at) => Math.max(last, at), startedAt)
}

/** False when nothing was done for an hour: then ask, and offer the last set's time as the end. */
export function isStillTraining(startedAt: number, doneAts: readonly number[], now: number): boolean {
  return now - lastActivityAt(startedAt, doneAts) <= MAX_IDLE_MS
}
