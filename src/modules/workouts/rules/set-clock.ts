/**
 * Sets by the clock: one that is timed, one every minute on the minute, or work and rest by turns. All follows from the
 * instant at which it was started; a phone that slept finds itself where it should be.
 */
import type { Measure } from '../../exercises/model.ts'
import type { SetFigures, WorkoutExercise } from '../model.ts'

export type SetClock = {
  workoutId: string
  entryId: string
  /** The sets in their turn: one alone, or all that the clock calls. */
  setIds: readonly string[]
  /** When the first begins, after the time to get ready. */
  startedAt: number
  /** From the beginning of a set to that of the next, in seconds; null for one set alone. */
  everyS: number | null
  /** The work of a set in seconds; null until its reps are done, or until it is stopped. */
  workS: number | null
}

export type Phase =
  | { kind: 'ready'; leftMs: number }
  /** `leftMs`: to the end of the work, else to the next set; null where nothing ends it. */
  | { kind: 'work'; index: number; doneMs: number; leftMs: number | null }
  | { kind: 'rest'; index: number; leftMs: number }
  | { kind: 'over' }

export function phaseAt(clock: SetClock, now: number): Phase {
  const sinceMs = now - clock.startedAt
  if (sinceMs < 0) return { kind: 'ready', leftMs: -sinceMs }
  const { everyS, workS, setIds } = clock
  const index = everyS === null ? 0 : Math.floor(sinceMs / (everyS * 1000))
  if (index >= setIds.length) return { kind: 'over' }
  const doneMs = sinceMs - index * (everyS ?? 0) * 1000
  const workMs = (workS ?? everyS ?? 0) * 1000
  if (workMs === 0) return { kind: 'work', index, doneMs, leftMs: null }
  if (doneMs < workMs) return { kind: 'work', index, doneMs, leftMs: workMs - doneMs }
  if (everyS === null || index === setIds.length - 1) return { kind: 'over' }
  return { kind: 'rest', index, leftMs: everyS * 1000 - doneMs }
}

/**
 * The seconds of work that the clock of a set counts down; null where it counts up. Over a distance it always counts up: how
 * long that takes is what it is there to find out.
 */
export function workSeconds(
  { everyS, workS }: Pick<WorkoutExercise, 'everyS' | 'workS'>,
  measure: Measure,
  { durationMs, distanceM }: Pick<SetFigures, 'durationMs' | 'distanceM'>,
): number | null {
  if (everyS != null) return workS ?? null
  if (measure === 'distance_duration' && distanceM !== null) return null
  return (durationMs ?? 0) / 1000 || null
}

/** The sets whose work the clock has ended by now, with the instant of each; none where reps end it. */
export function endedSets(
  { setIds, startedAt, everyS, workS }: SetClock,
  now: number,
): { setId: string; at: number }[] {
  if (workS === null) return []
  return setIds
    .map((setId, i) => ({ setId, at: startedAt + (i * (everyS ?? 0) + workS) * 1000 }))
    .filter(({ at }) => at <= now)
}
