/** Several workouts can be open: two devices were offline, or one was forgotten. Exactly one is the current one. */
import type { Workout } from '../model.ts'

/**
 * The one this device holds, so that a start elsewhere never swaps the screen under the athlete's thumb; else the one
 * started last, the same one for whoever looks on (`deviceId` null). The others are offered for finishing, newest first.
 */
export function openWorkouts(
  workouts: readonly Workout[],
  deviceId: string | null,
): { current: Workout | null; others: Workout[] } {
  const open = workouts.filter(({ state }) => state === 'open').sort(newestFirst)
  const own = deviceId === null ? undefined : open.find(({ holder }) => holder === deviceId)
  const current = own ?? open[0] ?? null
  return { current, others: open.filter((workout) => workout !== current) }
}

function newestFirst(a: Workout, b: Workout): number {
  return b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1)
}
