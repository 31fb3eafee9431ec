/**
 * What stood here last time. Only done sets of finished, earlier workouts count, and never those of the workout that is
 * being written: editing an old one must not show it its own numbers.
 */
import type { LoggedSet, SetKind, WholeWorkout, Workout } from '../model.ts'
import { isChained } from './set-kinds.ts'

export type Performance = { workoutId: string; localDay: number; notes: string; sets: LoggedSet[] }

/** How long the same routine comes before another, eight weeks: what was done in it before that says less of today. */
const SAME_ROUTINE_MS = 8 * 7 * 86_400_000

/**
 * The newest of the same routine, where it was done lately: a light day's sets stand beside a light day's. Else the
 * newest of all. `occurrence` counts from 0 when an exercise stands in a workout more than once; without as many, the
 * last one.
 */
export function lastPerformance(
  history: readonly WholeWorkout[],
  exerciseId: string,
  current: { workoutId: string; startedAt: number; routineId?: Workout['routineId']; occurrence?: number },
): Performance | null {
  const { workoutId, startedAt, routineId, occurrence = 0 } = current
  const isSame = (of: Workout) =>
    Boolean(routineId) && of.routineId === routineId && startedAt - of.startedAt < SAME_ROUTINE_MS
  let best: { workout: Workout; found: Performance[] } | null = null
  for (const whole of history) {
    const { workout } = whole
    if (workout.id === workoutId || workout.state === 'open' || workout.startedAt > startedAt) continue
    if (best) {
      const lead = Number(isSame(workout)) - Number(isSame(best.workout))
      if (lead < 0 || (lead === 0 && !isLater(workout, best.workout))) continue
    }
    const found = performancesIn(whole, exerciseId)
    if (found.length > 0) best = { workout, found }
  }
  return best?.found[occurrence] ?? best?.found.at(-1) ?? null
}

function isLater(a: Workout, b: Workout): boolean {
  return a.startedAt !== b.startedAt ? a.startedAt > b.startedAt : a.id > b.id
}

function performancesIn({ workout, entries }: WholeWorkout, exerciseId: string): Performance[] {
  return entries
    .filter(({ entry }) => entry.exerciseId === exerciseId)
    .map(({ entry, sets }) => ({
      workoutId: workout.id,
      localDay: workout.localDay,
      notes: entry.notes,
      sets: sets.filter(({ doneAt }) => doneAt !== null),
    }))
    .filter(({ sets }) => sets.length > 0)
}

/** A set to failure stands beside a working set; warm-ups and what goes on from a set only beside their own kind. */
function group(kind: SetKind): 'work' | 'warmup' | 'chain' {
  return kind === 'warmup' ? kind : isChained(kind) ? 'chain' : 'work'
}

/**
 * Beside each set of now, the set of last time with the same place among its kind, so that one more warm-up shifts no
 * working set. Null where last time had none.
 */
export function besideSets(
  now: readonly Pick<LoggedSet, 'kind'>[],
  last: readonly LoggedSet[] | null,
): (LoggedSet | null)[] {
  const places = { work: 0, warmup: 0, chain: 0 }
  return now.map(({ kind }) => {
    const of = group(kind)
    const place = places[of]
    places[of] += 1
    return last?.filter((set) => group(set.kind) === of)[place] ?? null
  })
}
